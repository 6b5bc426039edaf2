"""Where a measure comes from, and how its ease comes about, as the workshop reads it. In cm."""

from collections.abc import Iterable
from typing import Final

from shop.designs.rules import Allowance, Because, Finished
from shop.kernel.texts import gettext as _
from shop.measurements.rules import Source

OF_THE_HOUSE: Final = frozenset({Because.CUT, Because.SHRINKAGE, Because.SEWING})


def cm(length_mm: int) -> str:
    """Write millimetres as a tape reads: `52.5`."""
    return f"{length_mm / 10:.1f}".replace("-", "\N{MINUS SIGN}")


def signed(length_mm: int) -> str:
    """Write a difference with its sign: `+6.0`."""
    return ("+" if length_mm > 0 else "") + cm(length_mm)


def source_of(point: Finished) -> str:
    """Say where the body's value came from, how sure it is, and who says that it is right."""
    if point.like:
        return _("as «%(garment)s»", garment=point.like)
    return ", ".join(_said(point))


def parts_of(parts: Iterable[Allowance]) -> str:
    """Say how the ease, or the cut, comes about, each part with its figure.

    Empty for what the house does with every piece; what follows a garment stands with its source.
    """
    said = [each for each in parts if each.mm and each.because is not Because.LIKE]
    if {each.because for each in said} <= OF_THE_HOUSE:
        return ""
    return ", ".join(f"{each.words} {signed(each.mm)}" for each in said)


def _said(point: Finished) -> list[str]:
    known = point.source in set(Source)
    words = [Source(point.source).label if known else point.source]
    if point.low and point.high and point.source == Source.ESTIMATE:
        words = [f"{words[0]} {cm(point.low)}\N{EN DASH}{cm(point.high)}"]
    if point.confirmed:
        words.append(_("confirmed by the customer"))
    if point.insisted:
        words.append(_("looked wrong to us, the customer says it is right"))
    return words
