"""Checkout: from a bag to an order that waits for its payment.

Placing is one transaction: lines are copied, cloth is held, work is promised, a payment opened, the
bag is emptied. What the customer was told before buying is kept with the order.
"""
