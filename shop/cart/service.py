"""Commands about the bag."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.cart.models import BagLine
from shop.configurator.queries import Configured
from shop.designs.rules import confirmed
from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _


def put(
    session: Session, garment: Configured, *, person_id: int, note: str, once: str, now: datetime
) -> BagLine:
    """Put a confirmed design into the bag; the same `once` finds the line it made already.

    The caller has seen to it that she confirmed each estimate and the whole; so it is kept.

    Raises Invalid while nobody wears it or a measurement is missing.
    """
    if garment.wearer is None or garment.missing:
        raise Invalid(_("Choose measurements first: we make it for somebody."))
    known = session.scalar(select(BagLine).where(BagLine.once == once))
    if known is not None and known.person_id == person_id:
        return known
    line = BagLine(
        public_id=ids.public_id(),
        person_id=person_id,
        taken_by=None,
        once=once if known is None else ids.token(),
    )
    _write(line, garment, note=note, now=now)
    try:
        with session.begin_nested():
            session.add(line)
            session.flush()  # a double click meets the unique `once` here
    except IntegrityError:
        return put(session, garment, person_id=person_id, note=note, once=once, now=now)
    say("cart.put", line=line.public_id, garment=line.garment, by=person_id)
    return line


def change(line: BagLine, garment: Configured, *, note: str, now: datetime) -> None:
    """Replace what a line holds by what was confirmed now."""
    _write(line, garment, note=note, now=now)


def remove(session: Session, line: BagLine) -> None:
    """Take a line out of the bag; an ordered one stays with its order."""
    if line.taken_by is None:
        session.delete(line)


def take(lines: list[BagLine], *, order: str) -> None:
    """Hand the lines over to an order."""
    for line in lines:
        line.taken_by = order


def give_back(session: Session, *, order: str) -> None:
    """Put copies of the lines of an order that was given up into the bag, once.

    The lines themselves stay with the order, whose garments go by their names.
    """
    taken = session.scalars(select(BagLine).where(BagLine.taken_by == order).order_by(BagLine.id))
    for line in taken.all():
        once = _returned(line)
        if session.scalar(select(BagLine.id).where(BagLine.once == once)) is None:
            session.add(_copy(line, once=once))


def take_again(session: Session, *, order: str) -> None:
    """Take what was given back out of the bag: the order is made after all."""
    taken = session.scalars(select(BagLine).where(BagLine.taken_by == order)).all()
    copies = BagLine.once.in_([_returned(line) for line in taken])
    session.execute(delete(BagLine).where(copies, BagLine.taken_by.is_(None)))


def _write(line: BagLine, garment: Configured, *, note: str, now: datetime) -> None:
    line.garment = garment.model.garment
    line.choices = dict(garment.whole)
    line.wearer = garment.configuration.wearer
    line.finished = confirmed(garment.finished)
    line.price_minor = garment.quote.total.minor
    line.note = note
    line.confirmed_at = now


def _returned(line: BagLine) -> str:
    return f"returned:{line.public_id}"


def _copy(line: BagLine, *, once: str) -> BagLine:
    return BagLine(
        public_id=ids.public_id(),
        person_id=line.person_id,
        once=once,
        garment=line.garment,
        choices=line.choices,
        wearer=line.wearer,
        finished=line.finished,
        price_minor=line.price_minor,
        note=line.note,
        confirmed_at=line.confirmed_at,
        taken_by=None,
    )
