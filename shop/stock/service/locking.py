"""What is locked before anything is decided, so that two garments never get one piece of cloth.

The order is always the same: the rolls of one cloth after the other by the cloth's code, each by
their ids; then all the trims that are needed, at once, by theirs.
"""

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.catalogue.models import ClothRow
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock.models import ClothRoll, MovementRow, Trim


def cloth_row(session: Session, code: str, *, lock: bool = False) -> ClothRow:
    """Return the row of the cloth; raise NotFound if we have never had it."""
    wanted = select(ClothRow).where(ClothRow.code == code)
    row = session.scalar(wanted.with_for_update() if lock else wanted)
    if row is None:
        raise NotFound(_("We do not know this cloth."))
    return row


def locked_rolls(session: Session, cloth_id: int) -> list[ClothRoll]:
    """Return all rolls of the cloth, locked in one order."""
    return list(
        session.scalars(
            select(ClothRoll)
            .where(ClothRoll.cloth_id == cloth_id)
            .order_by(ClothRoll.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )


def locked_trims(session: Session, codes: Collection[str]) -> list[Trim]:
    """Return the trims of these codes, locked in one order; one never counted begins at nothing."""
    known = set(session.scalars(select(Trim.code).where(Trim.code.in_(codes))))
    for code in sorted(set(codes) - known):
        _begin(session, code)
    return list(session.scalars(_locked(select(Trim).where(Trim.code.in_(codes)))))


def locked_trims_of(session: Session, references: Collection[str]) -> list[Trim]:
    """Return the trims that ever moved for these garments, locked in one order."""
    moved = select(MovementRow.trim_id).where(MovementRow.reference.in_(references))
    return list(session.scalars(_locked(select(Trim).where(Trim.id.in_(moved)))))


def _locked(wanted: Select[Trim]) -> Select[Trim]:
    fresh = wanted.order_by(Trim.id).with_for_update()
    return fresh.execution_options(populate_existing=True)


def _begin(session: Session, code: str) -> None:
    """Write down a trim that is counted from now on, unless somebody else does it just now."""
    try:
        with session.begin_nested():
            session.add(Trim(code=code, on_hand=0, held=0))
    except IntegrityError:
        return
