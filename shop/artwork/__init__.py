"""Artwork: pictures of the customers' own, to be printed on a garment.

An *artwork* is a picture as we keep it: read from what was sent, put upright, in sRGB, without
what the file said about its maker. Nothing is printed that a colleague has not approved. A design
names its artwork by public id, under the question `rules.GROUP`.
"""
