"""Designs: a garment with the choices somebody made, saved, named, shared.

A design holds no body and no price: it can be given to anybody. *Choices* are always complete and
hold only what is asked. What a garment will measure (*finished*) follows from choices and a body.
"""
