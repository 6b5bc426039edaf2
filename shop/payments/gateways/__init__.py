"""Where payments touch the outside: Stripe, and the test counter that stands in for it."""
