"""Rolls: received, found in the house when it opens, corrected to what was measured."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import ClothRow
from shop.catalogue.rules import OpeningRoll
from shop.infra.log import say
from shop.kernel.actors import Actor
from shop.kernel.errors import Invalid, Refused
from shop.kernel.texts import gettext as _
from shop.stock import queries
from shop.stock.models import ClothRoll
from shop.stock.rules.ledger import corrected, received
from shop.stock.service import ledger
from shop.stock.service.locking import cloth_row, locked_rolls


def take_in(
    session: Session, rolls: Mapping[str, Sequence[OpeningRoll]], *, actor: Actor, now: datetime
) -> int:
    """Put the rolls that lie in the house when it opens on the shelf; return how many are new.

    They come by the code of their cloth, which the catalogue must know. Rolls that exist are never
    touched.
    """
    session.flush()  # cloths that were loaded just now
    cloths = session.scalars(select(ClothRow).where(ClothRow.code.in_(rolls)).order_by(ClothRow.id))
    there = _numbers(session)
    new = [
        _put(session, row, roll, actor=actor, now=now)
        for row in cloths
        for roll in rolls[row.code]
        if (row.id, roll.number) not in there
    ]
    return len(new)


def receive_roll(
    session: Session, *, cloth: str, roll: OpeningRoll, actor: Actor, now: datetime
) -> ClothRoll:
    """Put a delivered roll on the shelf. The same roll again is found there already.

    Raises Refused when another roll has this number, Invalid for a roll without length.
    """
    if roll.length_mm <= 0:
        raise Invalid(_("A roll has some length. Measure it and write it down in millimetres."))
    row = cloth_row(session, cloth, lock=True)
    for known in locked_rolls(session, row.id):
        if known.number == roll.number:
            return _same(known, roll)
    new = _put(session, row, roll, actor=actor, now=now)
    say("stock.roll_received", cloth=cloth, roll=roll.number, mm=roll.length_mm)
    return new


def correct_roll(
    session: Session,
    *,
    cloth: str,
    number: str,
    left_mm: int,
    seen_mm: int,
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Write down what a roll was found to hold, and why it differs from what it should.

    `seen_mm` is what the colleague had before her eyes. What is so already changes nothing. Raises
    Invalid without a reason, Refused when the roll changed meanwhile or when less is found than
    garments are promised.
    """
    if left_mm < 0:
        raise Invalid(_("A roll cannot hold less than nothing."))
    roll = queries.roll_of(session, cloth=cloth, number=number, lock=True)
    if left_mm == roll.left_mm:
        return
    if not reason:
        raise Invalid(_("Say why the roll holds more or less than it should."))
    _see(roll, left_mm, seen_mm)
    say("stock.roll_corrected", cloth=cloth, roll=number, before=roll.left_mm, after=left_mm)
    movement = corrected(left_mm - roll.left_mm, reason=reason)
    ledger.post(session, roll, movement, actor=actor, now=now)


def _see(roll: ClothRoll, left_mm: int, seen_mm: int) -> None:
    """Refuse what was decided before other figures, and what would break a promise."""
    if seen_mm != roll.left_mm:
        raise Refused(
            _(
                "This roll changed while you had it before you: it should hold %(left)s mm now."
                " Look again before you correct it.",
                left=roll.left_mm,
            )
        )
    if left_mm < roll.held_mm:
        raise Refused(
            _(
                "%(held)s mm of this roll are promised to garments. Free some of them first.",
                held=roll.held_mm,
            )
        )


def _put(
    session: Session, row: ClothRow, roll: OpeningRoll, *, actor: Actor, now: datetime
) -> ClothRoll:
    """Return a new roll of the cloth, whole and promised to nobody."""
    new = ClothRoll(
        cloth=row,
        number=roll.number,
        dye_lot=roll.dye_lot,
        length_mm=roll.length_mm,
        left_mm=0,
        held_mm=0,
        received_on=roll.received_on,
    )
    session.add(new)
    ledger.post(session, new, received(roll.length_mm), actor=actor, now=now)
    return new


def _same(known: ClothRoll, roll: OpeningRoll) -> ClothRoll:
    if (known.dye_lot, known.length_mm) != (roll.dye_lot, roll.length_mm):
        raise Refused(
            _(
                "Roll %(number)s of this cloth is on the shelf already,"
                " with another length or lot.",
                number=roll.number,
            )
        )
    return known


def _numbers(session: Session) -> set[tuple[int, str]]:
    """Return the rolls there are, by cloth and number."""
    found = session.execute(select(ClothRoll.cloth_id, ClothRoll.number))
    return {(cloth_id, number) for cloth_id, number in found}
