"""Measurements: what the shop knows about a body, and how it came to know it.

A *measure* is one thing that can be measured (neck, chest …), a *body* is what is known of them,
each value with its *source*: taken with a tape, from a standard size, from a garment, or estimated.
A *profile* is a body somebody keeps under a name; changing it writes a new *revision*, so that what
was true before can be compared. What a garment will measure is no business of this subject.

Weight, age and what stands on labels are *facts*: they help to know the rest; nothing is cut from
them.
"""
