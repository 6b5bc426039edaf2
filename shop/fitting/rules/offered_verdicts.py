"""What can be said of a point: girths are tight or loose, lengths long or short, and by how much.

The amounts are our own proposal. A tailor alters by half a centimetre in length and by a whole one
around; below that nobody is sure. More than 6 cm no correction of a pattern explains.
"""

from collections.abc import Mapping
from typing import Final

from shop.fitting.rules.garments import Made
from shop.fitting.rules.verdicts import ACROSS, LABELS, FitVerdict, Much
from shop.measurements.rules import measure

AROUND: Final[Mapping[Much, int]] = {Much.LITTLE: 10, Much.CLEARLY: 20, Much.MUCH: 40}
ALONG: Final[Mapping[Much, int]] = {Much.LITTLE: 5, Much.CLEARLY: 10, Much.MUCH: 20}
WIDTHS: Final = frozenset({"shoulder_width", "across_back"})  # straight across: narrow or wide
HALF: Final = 500  # per mille of the body's growth
MOST_MM: Final = 60  # beyond it the garment was made wrong, or the answer is a slip


def is_girth(point: Made) -> bool:
    """Tell whether the point goes around: its measure does, and it takes the most of it.

    A rise follows from the seat, too, but from a part of it only: it is a length.
    """
    is_most = point.per_mille >= HALF and point.mm * 2 >= point.body_mm
    return measure(point.of).is_girth and is_most


def label(point: Made, said: FitVerdict) -> str:
    """Return what is said of this point, in words."""
    return (ACROSS if point.of in WIDTHS else LABELS).get(said, LABELS[said])


def sayings(point: Made) -> tuple[FitVerdict, FitVerdict, FitVerdict]:
    """Return what can be said of the point, what is well first."""
    if is_girth(point):
        return (FitVerdict.RIGHT, FitVerdict.TIGHT, FitVerdict.LOOSE)
    return (FitVerdict.RIGHT, FitVerdict.SHORT, FitVerdict.LONG)


def amounts(point: Made) -> Mapping[Much, int]:
    """Return how many mm a little, clearly and much are at this point."""
    return AROUND if is_girth(point) else ALONG
