"""What can be said of a garment's fit, and what follows from it. Pure."""

from shop.fitting.rules.kinds import Said, Since

__all__ = ["Said", "Since"]
