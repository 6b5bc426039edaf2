"""Reads of rolls and of the cloth kept on them."""

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from shop.catalogue.models import ClothRow
from shop.catalogue.rules import OpeningRoll
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock.models import ClothReservation, ClothRoll
from shop.stock.rules import Hold, Reserved


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
    return Reserved(
        cloth=roll.cloth.code,
        roll=roll.number,
        dye_lot=roll.dye_lot,
        mm=found.mm,
        state=found.state,
    )


def delivered(session: Session) -> dict[str, list[OpeningRoll]]:
    """Return all rolls by the code of their cloth, oldest first, as long as they were delivered."""
    found: dict[str, list[OpeningRoll]] = {}
    for roll in session.scalars(
        select(ClothRoll)
        .join(ClothRoll.cloth)
        .options(contains_eager(ClothRoll.cloth))
        .order_by(ClothRoll.received_on, ClothRoll.id)
    ):
        found.setdefault(roll.cloth.code, []).append(_as_delivered(roll))
    return found


def _as_delivered(roll: ClothRoll) -> OpeningRoll:
    return OpeningRoll(
        number=roll.number,
        dye_lot=roll.dye_lot,
        length_mm=roll.length_mm,
        received_on=roll.received_on,
    )
