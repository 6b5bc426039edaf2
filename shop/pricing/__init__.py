"""Pricing: what a design costs, line by line.

A *quote* is what the customer sees and what an order keeps: a line for making, one for the cloth,
one for every choice that costs something. The total is the sum of its lines, always. What things
cost is the catalogue's, how much cloth a garment takes is for `making` to say; discounts and
postage are the checkout's.
"""
