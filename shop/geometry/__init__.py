"""Geometry: points, curves and polylines in the plane, for whoever draws or cuts.

- `curves`: smooth curves through points, mirrored, joined, sampled.
- `lines`: polylines: length, parts, offsets, what lies inside.

A *line* is a row of points, a *curve* a row of Bézier segments, an *outline* a closed line. Every
length is in centimetres; y points down. Nothing here knows cloth, garments or pictures.
"""
