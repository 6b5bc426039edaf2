"""The test counter: a small stateful stand-in for Stripe, for a shop that has no keys.

It is another party on purpose: an application of its own with a store of its own, reached by
Stripe's library over HTTP and answering by signed webhooks, so that the shop walks the same way
with it as with Stripe. It knows checkout sessions, refunds and idempotency keys as far as the
shop uses them, and refuses every parameter it does not know. No real money moves here, and every
page of it says so.
"""
