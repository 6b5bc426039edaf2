"""What is on offer: every garment's rules and the whole shelf, in one query."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import literal, union_all
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import GarmentModel
from shop.stock.queries.shelf import ON_OFFER, on_this_shelf
from shop.stock.rules import ClothOnShelf

_GARMENT, _CLOTH = 0, 1
_OFFER: Final = union_all(
    catalogue.NEWEST.add_columns(literal(_GARMENT).label("kind")),
    ON_OFFER.add_columns(literal(_CLOTH)),
).order_by("kind", "position")


@dataclass(frozen=True, kw_only=True)
class Offer:
    """All that is on offer at this moment, in the shop's order; sold-out cloths too."""

    models: tuple[GarmentModel, ...]
    shelf: tuple[ClothOnShelf, ...]

    def for_garment(self, code: str) -> tuple[ClothOnShelf, ...]:
        """Return the cloths that this garment is made of."""
        return tuple(each for each in self.shelf if code in each.cloth.garments)


def offer(session: Session) -> Offer:
    """Return what is on offer now."""
    rows = session.execute(_OFFER).all()
    garments = [(row[1], row[2]) for row in rows if row.kind == _GARMENT]
    cloths = [(row[0], row[1], row[2]) for row in rows if row.kind == _CLOTH]
    return Offer(
        models=tuple(catalogue.model(session, digest, no) for digest, no in garments),
        shelf=on_this_shelf(session, cloths),
    )
