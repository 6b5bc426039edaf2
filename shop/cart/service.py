"""Commands about the bag."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.cart.models import BagLine
from shop.configurator.queries import Screen
from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _


def put(
    session: Session, screen: Screen, *, person_id: int, note: str, once: str, now: datetime
) -> BagLine:
    """Put a confirmed design into the bag; the same `once` finds the line it made already.

    Raises Invalid while nobody wears it or a measurement is missing.
    """
    if screen.wearer is None or screen.missing:
        raise Invalid(_("Choose measurements first: we make it for somebody."))
    known = session.scalar(
        select(BagLine).where(BagLine.once == once, BagLine.person_id == person_id)
    )
    if known is not None:
        return known
    line = BagLine(public_id=ids.public_id(), person_id=person_id, once=once, taken_by=None)
    _write(line, screen, note=note, now=now)
    session.add(line)
    session.flush()  # a double click meets the unique `once` here
    say("cart.put", line=line.public_id, garment=line.garment, by=person_id)
    return line


def change(line: BagLine, screen: Screen, *, note: str, now: datetime) -> None:
    """Replace what a line holds by what was confirmed now."""
    _write(line, screen, note=note, now=now)


def remove(session: Session, line: BagLine) -> None:
    """Take a line out of the bag; an ordered one stays with its order."""
    if line.taken_by is None:
        session.delete(line)


def take(lines: list[BagLine], *, order: str) -> None:
    """Hand the lines over to an order."""
    for line in lines:
        line.taken_by = order


def give_back(session: Session, *, order: str) -> None:
    """Put the lines of an order that was given up back into the bag."""
    session.execute(update(BagLine).where(BagLine.taken_by == order).values(taken_by=None))


def take_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's bag to the person she turned out to be."""
    session.execute(
        update(BagLine).where(BagLine.person_id == guest_id).values(person_id=person_id)
    )


def _write(line: BagLine, screen: Screen, *, note: str, now: datetime) -> None:
    line.garment = screen.model.garment
    line.choices = dict(screen.whole)
    line.wearer = screen.state.wearer
    line.finished = [each.as_json() for each in screen.finished]
    line.price_minor = screen.quote.total.minor
    line.note = note
    line.confirmed_at = now
