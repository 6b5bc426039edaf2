"""The rules of garments: colleagues draft them, are warned, try them, and publish them.

A rulebook, because a package `rules` of any subject is pure.
"""
