"""Orders: what a customer has bought and how far it has come.

An order is placed with frozen copies of its designs, bodies, finished measurements and prices,
waits for its payment, moves through the states of `rules.MOVES`, and ends delivered, cancelled or
expired. Money is not kept here (see `payments`), nor is the work at the cutting table (see
`production`).
"""
