"""Configurator: making a design, one click at a time, without dead ends and always with a reason.

*Own* choices are those the customer made; the rest is the house's *completion*, which follows her.
The engine in `rules/` is pure: from a garment's model and her own choices to what is possible, why
something is not, and the smallest change that would allow it. What it calls possible it has a whole
design of; what it calls impossible it has proved (decision 0006).
"""
