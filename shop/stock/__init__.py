"""Stock: the cloth and the trims that lie in the house, and for whom.

A *roll* is cloth of one dye lot, so long; a garment is cut from one roll. A *trim* is a material
counted by its code. What is *held* of either is promised to garments not yet cut; the rest is
*free*. A *movement* changes these figures, and says who did it, when and why; the *ledger* is all
movements, and each figure is the sum of its own. A *reservation* is the piece of one roll that one
garment has, by the garment's *reference*: held, then cut, or released.

The *shelf* is what the shop offers of a garment's cloths this very hour: each with the longest
piece that one roll gives. A *wish* says which cloths on it are sought.

What a cloth or a material is, and what it costs, is `catalogue`; this subject only counts them.
"""
