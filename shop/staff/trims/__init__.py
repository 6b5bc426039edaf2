"""The store of trims: what is there, what is promised, what is short."""
