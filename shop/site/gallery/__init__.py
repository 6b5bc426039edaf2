"""Designs in the open: the gallery, a design behind its link, and what its owner does with it."""
