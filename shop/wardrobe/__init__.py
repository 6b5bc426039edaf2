"""Wardrobe: garments somebody has that fit her, measured flat, to be copied and compared with.

What is kept of a garment are its finished measures, point by point, as the catalogue names them.
A garment that is *followed* gives its measures to the next one of its kind.
"""
