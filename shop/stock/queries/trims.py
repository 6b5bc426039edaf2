"""Reads of trims, and of what each garment has of them: the sums of its movements."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock.models import MovementRow, Trim


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What a garment has of a trim: kept for it, and gone into it."""

    held: int
    used: int


def trims(session: Session) -> list[Trim]:
    """Return all trims that are counted: what is short first, the shortest before; then by code."""
    free = Trim.on_hand - Trim.held
    short = case((free < 0, free), else_=0)
    return list(session.scalars(select(Trim).order_by(short, Trim.code)))


def trim_of(session: Session, code: str, *, lock: bool = False) -> Trim:
    """Return one trim; raise NotFound if we do not count it."""
    wanted = select(Trim).where(Trim.code == code)
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    if (trim := session.scalar(wanted)) is None:
        raise NotFound(_("We do not count this trim."))
    return trim


def trim_codes(session: Session) -> set[str]:
    return set(session.scalars(select(Trim.code)))


def taken_by(session: Session, references: Collection[str]) -> dict[tuple[str, int], Taken]:
    """Return what these garments have of trims, by reference and the trim's id."""
    rows = session.execute(
        select(
            MovementRow.reference,
            MovementRow.trim_id,
            func.sum(MovementRow.held),
            func.sum(MovementRow.there),
        )
        .where(MovementRow.reference.in_(references))
        .group_by(MovementRow.reference, MovementRow.trim_id)
    )
    return {
        (reference, trim_id): Taken(held=int(held), used=-int(there))
        for reference, trim_id, held, there in rows
        if trim_id is not None
    }
