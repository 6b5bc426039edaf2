"""Configurator: making a design, one click at a time, without dead ends and always with a reason.

*Own* choices are those the customer made; the rest is the house's *completion*, which follows her.
The engine in `rules/` is pure: from a garment's model and her own choices to what is possible, why
something is not, and the smallest change that would allow it. It tries all ways, cleverly ordered;
a later engine may prove the same faster behind the same functions.
"""
