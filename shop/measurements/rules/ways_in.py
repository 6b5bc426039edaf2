"""The four ways to a body, and which of them fits a case first."""

from enum import StrEnum


class WayIn(StrEnum):
    """How a new profile begins; the ways can be mixed later."""

    WALK = "walk"
    QUICK = "quick"
    GARMENT = "garment"
    SIZE = "size"


def ways_in(*, to_garment: bool) -> tuple[WayIn, ...]:
    """Return the ways, the one that fits first.

    Who is about to order something gets the exact ways first, since nothing is cut from a guess
    that nobody has looked at; who is only looking around gets the one of a minute.
    """
    if to_garment:
        return (WayIn.WALK, WayIn.GARMENT, WayIn.QUICK, WayIn.SIZE)
    return (WayIn.QUICK, WayIn.WALK, WayIn.GARMENT, WayIn.SIZE)
