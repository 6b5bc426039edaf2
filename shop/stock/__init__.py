"""Stock: the cloth that lies in the house, and for whom.

A *roll* is cloth of one dye lot, so long; a garment is cut from one roll. What is *left* of it lies
on it still; of that, what is *held* is promised to garments not yet cut, and the rest is *free*.
A *reservation* is the piece of one roll that one garment has, by the garment's *reference*: held,
then cut, or released. The *shelf* is what the shop offers of a garment's cloths this very hour:
each with the longest piece that one roll gives. A *wish* says which cloths on it are sought.

What a cloth is and costs a metre is `catalogue`; this subject only counts it.
"""
