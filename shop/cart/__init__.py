"""Cart: the bag. What somebody means to buy, each line a design, a body, and a confirmation.

A line is never a promise: prices, dates and cloth are looked up anew each time it is shown, and a
line whose design is no longer possible says so and waits. Once ordered, a line stays as `taken` by
its order: a copy comes back if the order is given up, and it is what "order again" starts from.
"""
