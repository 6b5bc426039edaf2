"""The shelf: cloths with the longest piece that is free of each, in one query."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.models import ClothRow
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock.models import ClothRoll
from shop.stock.rules import ClothOnShelf

_FREE_MM: Final = ClothRoll.left_mm - ClothRoll.held_mm
LENGTHS: Final = (  # code, digest, longest free piece, and where the cloth stands
    select(ClothRow.code, ClothRow.digest, func.coalesce(func.max(_FREE_MM), 0), ClothRow.position)
    .outerjoin(ClothRoll, ClothRoll.cloth_id == ClothRow.id)
    .group_by(ClothRow.id)
)
ON_OFFER: Final = LENGTHS.where(ClothRow.is_active)


def shelf(session: Session, *, garment: str | None = None) -> tuple[ClothOnShelf, ...]:
    """Return all cloths on offer in the shop's order, sold-out ones too; or those for a garment."""
    rows = session.execute(ON_OFFER.order_by(ClothRow.position)).all()
    found = on_this_shelf(session, (row[:3] for row in rows))
    return tuple(each for each in found if garment is None or garment in each.cloth.garments)


def on_shelf(session: Session, code: str) -> ClothOnShelf:
    """Return one cloth, even one no longer on offer; raise NotFound if we have never had it."""
    rows = session.execute(LENGTHS.where(ClothRow.code == code)).all()
    if not rows:
        raise NotFound(_("We do not know this cloth."))
    return on_this_shelf(session, (row[:3] for row in rows))[0]


def on_this_shelf(
    session: Session, rows: Iterable[tuple[str, str, int]]
) -> tuple[ClothOnShelf, ...]:
    """Return the cloths of these rows: code, digest and longest free piece."""
    lengths = {code: (digest, longest) for code, digest, longest in rows}
    digests = {code: digest for code, (digest, _longest) in lengths.items()}
    built = catalogue.cloths_by_digest(session, digests)
    return tuple(
        ClothOnShelf(cloth=built[code], longest_mm=longest)
        for code, (_digest, longest) in lengths.items()
    )
