"""Finding a cloth among many, from within the design."""

from collections.abc import Sequence
from dataclasses import dataclass

from shop.designs.rules import Configuration
from shop.stock.rules import ClothOnShelf
from shop.stock.rules.finding import Facet, WayOut, Wish, facets, found, ways_out


@dataclass(frozen=True, kw_only=True)
class Finder:
    """What is wished of a cloth, what else could be, and how many are found."""

    wish: Wish
    facets: tuple[Facet, ...]
    total: int
    ways_out: tuple[WayOut, ...]


def finder(shelf: Sequence[ClothOnShelf], state: Configuration) -> Finder:
    """Return how the cloths of this garment are narrowed in the address, and can be."""
    wish = Wish.read(state.filters)
    total = len(found(shelf, wish))
    return Finder(
        wish=wish,
        facets=facets(shelf, wish),
        total=total,
        ways_out=() if total else ways_out(shelf, wish),
    )
