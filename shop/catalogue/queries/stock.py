"""Reads of rolls and of the cloth kept on them."""

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from shop.catalogue.models import ClothReservation, ClothRoll, ClothRow
from shop.catalogue.rules import Hold, Reserved
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _


def rolls(session: Session, *, cloth: str) -> list[ClothRoll]:
    """Return the rolls of a cloth for the staff's shelf, oldest first."""
    return list(
        session.scalars(
            select(ClothRoll)
            .join(ClothRoll.cloth)
            .options(contains_eager(ClothRoll.cloth))
            .where(ClothRow.code == cloth)
            .order_by(ClothRoll.received_on, ClothRoll.id)
        )
    )


def roll_of(session: Session, *, cloth: str, number: str, lock: bool = False) -> ClothRoll:
    """Return one roll of a cloth; raise NotFound if there is no such roll."""
    wanted = (
        select(ClothRoll)
        .join(ClothRoll.cloth)
        .options(contains_eager(ClothRoll.cloth))
        .where(ClothRow.code == cloth, ClothRoll.number == number)
    )
    if lock:
        wanted = wanted.with_for_update(of=ClothRoll).execution_options(populate_existing=True)
    if (roll := session.scalar(wanted)) is None:
        raise NotFound(_("There is no roll %(number)s of this cloth.", number=number))
    return roll


def reservation_of(session: Session, reference: str) -> Reserved | None:
    """Return the cloth kept for this garment or cut for it; None if there is none."""
    found = session.scalar(
        select(ClothReservation)
        .join(ClothReservation.roll)
        .join(ClothRoll.cloth)
        .options(contains_eager(ClothReservation.roll).contains_eager(ClothRoll.cloth))
        .where(ClothReservation.reference == reference, ClothReservation.state != Hold.RELEASED)
    )
    if found is None:
        return None
    roll = found.roll
    return Reserved(cloth=roll.cloth.code, roll=roll.number, dye_lot=roll.dye_lot, mm=found.mm,
                    state=found.state)  # fmt: skip
