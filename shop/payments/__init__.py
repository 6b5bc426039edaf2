"""Payments: money coming in for a reference, and money going back.

A *payment* is one attempt to have one amount paid for one *reference* (an order's public id, of
which this subject knows nothing more). It leads to a page hosted by Stripe, or, in a shop without
keys, to the test counter in `gateways.counter`, which talks the same language over the same wire.

Only what Stripe says when asked is true: the return of a browser proves nothing, and a webhook
is no more than a hint that it is time to ask. A *refund* is owed at once and sent by a worker.
"""
