"""Preview: a design as a picture. `draw/` is pure and knows no table; the rest gives it addresses.

A picture's address holds the choices that show and a mark of engine and cloth: the same address is
the same picture for ever, so browsers and caches keep it.
"""
