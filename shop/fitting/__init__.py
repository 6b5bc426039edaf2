"""Fitting: what people say of the garments they got, and what the next one learns from it.

An answer is about one point of one delivered garment. From answers the rules propose a correction
to the layer that was wrong (the body, the ease, the cut); only when its wearer accepts it does the
next order use it. The correction itself lies with the measurements.
"""
