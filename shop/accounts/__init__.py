"""Accounts: who someone is, and how we know.

A *person* is a row from the first thing she leaves with us: without an address she is a *guest*,
with address and password she has an account, with a staff role she is a colleague. All that is
hers hangs on the person, so nothing moves when a guest signs up; when a guest signs in to an
account she already has, the two are *joined* and the others are told (`PersonJoined`).

A *sign-in* is one browser that knows a person; ending the row ends the access.
"""
