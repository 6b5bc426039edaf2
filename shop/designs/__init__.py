"""Designs: a garment with the choices somebody made, saved, named, shared.

A design holds no body and no price: it can be given to anybody. *Choices* are always complete and
hold only what is asked. What a garment will measure (*finished*) follows from choices and a body.

Every change is a *version*; the newest stands in the design itself. The gallery shows the version
that its owner *published*, and others see no other, until she publishes a newer one. A design made
from another keeps that one as its *parent*, and its name when it is gone.
"""
