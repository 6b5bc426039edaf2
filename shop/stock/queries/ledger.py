"""Reads of the ledger: what moved, newest first, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from shop.stock.models import ClothRoll, MovementRow, Trim

PAGE: Final = 50


@dataclass(frozen=True, kw_only=True)
class MovementPage:
    """Some movements, newest first. Older ones are found `before` the number; None: no older."""

    rows: Sequence[MovementRow]
    before: int | None


def movements_of_roll(
    session: Session, roll: ClothRoll, *, before: int | None = None, size: int = PAGE
) -> MovementPage:
    """Return what moved of a roll, up to `size` lines older than the number `before`."""
    return _page(session, MovementRow.roll_id == roll.id, before, size)


def movements_of_trim(
    session: Session, trim: Trim, *, before: int | None = None, size: int = PAGE
) -> MovementPage:
    """Return what moved of a trim, up to `size` lines older than the number `before`."""
    return _page(session, MovementRow.trim_id == trim.id, before, size)


def _page(
    session: Session, of_thing: ColumnElement[bool], before: int | None, size: int
) -> MovementPage:
    wanted = select(MovementRow).where(of_thing).order_by(MovementRow.id.desc()).limit(size + 1)
    if before is not None:
        wanted = wanted.where(MovementRow.id < before)
    rows = session.scalars(wanted).all()
    return MovementPage(rows=rows[:size], before=rows[size - 1].id if len(rows) > size else None)
