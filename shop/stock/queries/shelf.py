"""The shelf: cloths with the longest piece that is free of each, in one query."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.models import ClothRow
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock.models import ClothRoll
from shop.stock.rules import ClothOnShelf

_FREE_MM: Final = ClothRoll.left_mm - ClothRoll.held_mm
_LENGTHS: Final = (  # code, digest and longest free piece
    select(ClothRow.code, ClothRow.digest, func.coalesce(func.max(_FREE_MM), 0))
    .outerjoin(ClothRoll, ClothRoll.cloth_id == ClothRow.id)
    .group_by(ClothRow.id)
)
_ON_OFFER: Final = _LENGTHS.where(ClothRow.is_active).order_by(ClothRow.position)


def shelf(session: Session, *, garment: str | None = None) -> tuple[ClothOnShelf, ...]:
    """Return all cloths on offer in the shop's order, sold-out ones too; or those for a garment."""
    found = _found(session, session.execute(_ON_OFFER).all())
    return tuple(each for each in found if garment is None or garment in each.cloth.garments)


def on_shelf(session: Session, code: str) -> ClothOnShelf:
    """Return one cloth, even one no longer on offer; raise NotFound if we have never had it."""
    rows = session.execute(_LENGTHS.where(ClothRow.code == code)).all()
    if not rows:
        raise NotFound(_("We do not know this cloth."))
    return _found(session, rows)[0]


def _found(session: Session, rows: Sequence[Row[str, str, int]]) -> tuple[ClothOnShelf, ...]:
    digests = {code: digest for code, digest, _longest in rows}
    built = catalogue.cloths_by_digest(session, digests)
    return tuple(ClothOnShelf(cloth=built[code], longest_mm=longest) for code, _, longest in rows)
