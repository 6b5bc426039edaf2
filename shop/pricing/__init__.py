"""Pricing: what a design costs, line by line, and how much cloth it takes.

A *quote* is what the customer sees and what an order keeps: a line for making, one for the cloth,
one for every choice that costs something. The total is the sum of its lines, always. What things
cost is the catalogue's; discounts and postage are the checkout's.
"""
