"""Catalogue: garments, their options, cloths, what fits together, and what each costs.

A *garment* is what can be ordered: a shirt. Its *model* says what may be chosen: *groups* (collar)
of *values* (cutaway), *rules* between them with a sentence for the customer, and *points of
measure* (chest, sleeve) with their ease. A model is published as a *version* that never changes
again; designs and orders name the version they were checked with. A *cloth* lies on the shelf by
the metre.

All of it is read from the files in `files/` by `flask catalogue load` and kept in tables. This
subject makes no design and no price of one.
"""
