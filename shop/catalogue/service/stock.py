"""Cloth on rolls: kept for a garment, cut for it, given back; rolls received and corrected.

The rolls of a cloth are locked before anything is decided, so two garments never get one piece.
"""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from shop.catalogue import queries
from shop.catalogue.models import ClothReservation, ClothRoll, ClothRow
from shop.catalogue.rules import Hold, OpeningRoll, best_roll
from shop.infra.log import say
from shop.kernel.errors import Invalid, NotFound, Refused
from shop.kernel.texts import gettext as _


class ClothSoldOut(Refused):
    """No roll of this cloth is long enough."""


def reserve_cloth(
    session: Session, *, cloth: str, mm: int, reference: str, now: datetime
) -> ClothReservation:
    """Keep so much of the cloth, in one piece, for the garment of this reference.

    It comes from the shortest roll that suffices. The same reference again changes nothing while
    its cloth is kept or cut. Raises ClothSoldOut when no roll has enough, NotFound for no cloth.
    """
    row = _cloth(session, cloth)
    rolls = _locked_rolls(session, row.id)
    held = session.scalar(_reservation(reference))
    if held is not None and held.state is not Hold.RELEASED:
        return held
    roll = best_roll(rolls, mm)
    if roll is None:
        raise ClothSoldOut(
            _("%(cloth)s has just sold out: no roll is long enough for this garment.",
              cloth=row.name)
        )  # fmt: skip
    roll.held_mm += mm
    if held is None:
        held = ClothReservation(reference=reference)
        session.add(held)
    held.roll, held.mm, held.state, held.reserved_at = roll, mm, Hold.HELD, now
    say("catalogue.cloth_reserved", cloth=cloth, roll=roll.number, mm=mm, reference=reference)
    return held


def release_cloth(session: Session, *, reference: str) -> None:
    """Give the cloth of this garment back to its roll; what is cut or not kept stays as it is."""
    held = _locked_reservation(session, reference)
    if held is None or held.state is not Hold.HELD:
        return
    held.roll.held_mm -= held.mm
    held.state = Hold.RELEASED
    say("catalogue.cloth_released", roll=held.roll.number, mm=held.mm, reference=reference)


def mark_cut(session: Session, *, reference: str) -> None:
    """Note that the cloth of this garment has been cut off its roll; a second call does nothing.

    Raises NotFound when nothing was ever kept for it, Refused when it was given back.
    """
    held = _locked_reservation(session, reference)
    if held is None:
        raise NotFound(_("No cloth is kept for this garment."))
    if held.state is Hold.CUT:
        return
    if held.state is Hold.RELEASED:
        raise Refused(_("The cloth of this garment was given back. Keep cloth for it first."))
    held.roll.held_mm -= held.mm
    held.roll.left_mm -= held.mm
    held.state = Hold.CUT
    say("catalogue.cloth_cut", roll=held.roll.number, mm=held.mm, reference=reference)


def receive_roll(session: Session, *, cloth: str, roll: OpeningRoll) -> ClothRoll:
    """Put a delivered roll on the shelf. The same roll again is found there already.

    Raises Refused when another roll has this number, Invalid for a roll without length.
    """
    if roll.length_mm <= 0:
        raise Invalid(_("A roll has some length. Measure it and write it down in millimetres."))
    row = _cloth(session, cloth, lock=True)
    for known in _locked_rolls(session, row.id):
        if known.number == roll.number:
            return _same(known, roll)
    new = a_roll(row, roll)
    session.add(new)
    say("catalogue.roll_received", cloth=cloth, roll=roll.number, mm=roll.length_mm)
    return new


def correct_roll(session: Session, *, cloth: str, number: str, left_mm: int) -> None:
    """Write down what a roll was found to hold. Raises Refused below what garments are promised."""
    if left_mm < 0:
        raise Invalid(_("A roll cannot hold less than nothing."))
    roll = queries.roll_of(session, cloth=cloth, number=number, lock=True)
    if left_mm < roll.held_mm:
        raise Refused(
            _("%(held)s mm of this roll are promised to garments. Free some of them first.",
              held=roll.held_mm)
        )  # fmt: skip
    say("catalogue.roll_corrected", cloth=cloth, roll=number, before=roll.left_mm, after=left_mm)
    roll.left_mm = left_mm


def a_roll(row: ClothRow, roll: OpeningRoll) -> ClothRoll:
    """Return a new roll of the cloth, whole and promised to nobody."""
    return ClothRoll(cloth=row, number=roll.number, dye_lot=roll.dye_lot, length_mm=roll.length_mm,
                     left_mm=roll.length_mm, held_mm=0, received_on=roll.received_on)  # fmt: skip


def _same(known: ClothRoll, roll: OpeningRoll) -> ClothRoll:
    if (known.dye_lot, known.length_mm) != (roll.dye_lot, roll.length_mm):
        raise Refused(
            _("Roll %(number)s of this cloth is on the shelf already, with another length or lot.",
              number=roll.number)
        )  # fmt: skip
    return known


def _cloth(session: Session, code: str, *, lock: bool = False) -> ClothRow:
    wanted = select(ClothRow).where(ClothRow.code == code)
    row = session.scalar(wanted.with_for_update() if lock else wanted)
    if row is None:
        raise NotFound(_("We do not know this cloth."))
    return row


def _locked_rolls(session: Session, cloth_id: int) -> list[ClothRoll]:
    return list(
        session.scalars(
            select(ClothRoll)
            .where(ClothRoll.cloth_id == cloth_id)
            .order_by(ClothRoll.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )


def _locked_reservation(session: Session, reference: str) -> ClothReservation | None:
    """Return the reservation; the rolls of its cloth are locked first, as when reserving."""
    held = session.scalar(_reservation(reference))
    if held is None:
        return None
    _locked_rolls(session, held.roll.cloth_id)
    return session.scalar(_reservation(reference))


def _reservation(reference: str) -> Select[ClothReservation]:
    return (
        select(ClothReservation)
        .join(ClothReservation.roll)
        .options(contains_eager(ClothReservation.roll))
        .where(ClothReservation.reference == reference)
        .execution_options(populate_existing=True)
    )
