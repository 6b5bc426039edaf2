"""What of a cloth lies on the shelf at this hour."""

from dataclasses import dataclass

from shop.catalogue.rules import Cloth


@dataclass(frozen=True, kw_only=True)
class ClothOnShelf:
    """A cloth and the longest piece that one roll still gives and nobody has been promised.

    A garment is cut from one roll of one dye lot, so the sum over rolls means nothing.
    """

    cloth: Cloth
    longest_mm: int
