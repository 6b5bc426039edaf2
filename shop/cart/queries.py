"""The bag as it is now: every line with its design, price and date of this moment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from shop.cart.models import BagLine
from shop.configurator import queries as configurator
from shop.configurator.queries import Screen
from shop.designs.rules import Configuration, Finished, Step, guesses
from shop.kernel.errors import ShopError
from shop.kernel.money import Money, total
from shop.kernel.texts import gettext as _


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the bag, looked up anew."""

    row: BagLine
    url: str  # reopens it in the configurator
    screen: Screen | None  # None: the garment is not to be had at all
    faults: tuple[str, ...]  # why it cannot be ordered as it is

    @property
    def is_ready(self) -> bool:
        return self.screen is not None and not self.faults

    @property
    def price(self) -> Money | None:
        return self.screen.quote.total if self.screen else None


@dataclass(frozen=True, kw_only=True)
class Bag:
    lines: tuple[Line, ...] = field(default=())
    currency: str

    @property
    def is_ready(self) -> bool:
        return bool(self.lines) and all(line.is_ready for line in self.lines)

    @property
    def total(self) -> Money:
        return total((line.price for line in self.lines if line.price), self.currency)

    @property
    def arrives_on(self) -> date | None:
        """All garments of an order travel together: the last one decides."""
        days = [line.screen.promise.arrives_on for line in self.lines if line.screen]
        return max(days, default=None)


def count(session: Session, person_id: int) -> int:
    lines = select(func.count()).select_from(BagLine)
    return session.scalars(lines.where(_waiting(person_id))).one()


def bag(
    session: Session, person_id: int | None, *, currency: str, now: datetime, lock: bool = False
) -> Bag:
    """Return the person's bag as it is at this moment."""
    if person_id is None:
        return Bag(currency=currency)
    rows = select(BagLine).where(_waiting(person_id)).order_by(BagLine.id)
    found = session.scalars(rows.with_for_update() if lock else rows).all()
    lines = tuple(_look_up(session, row, now=now) for row in found)
    return Bag(lines=lines, currency=currency)


def find_line(session: Session, *, person_id: int | None, public_id: str) -> BagLine | None:
    """Return a line that is or was in the person's bag, or None."""
    return session.scalar(
        select(BagLine).where(BagLine.public_id == public_id, BagLine.person_id == person_id)
    )


def state_of(row: BagLine) -> Configuration:
    return Configuration(garment=row.garment, choices=row.choices, wearer=row.wearer)


def same_finished(kept: list[dict[str, object]], found: tuple[Finished, ...]) -> bool:
    """Tell whether the garment would measure what was confirmed; the cut may differ by cloth.

    An estimate of the body that she was not asked about then is to be confirmed, too.
    """
    before = [Finished.from_json(each) for each in kept]
    is_asked = {each.code for each in guesses(found)} <= {each.code for each in guesses(before)}
    return is_asked and _measures(before) == _measures(found)


def _measures(points: Iterable[Finished]) -> dict[str, int]:
    return {each.code: each.mm for each in points}


def _waiting(person_id: int) -> ColumnElement[bool]:
    return (BagLine.person_id == person_id) & BagLine.taken_by.is_(None)


def _look_up(session: Session, row: BagLine, *, now: datetime) -> Line:
    state = state_of(row)
    url = _reopened(row, state)
    try:
        screen = configurator.screen(session, state, person_id=row.person_id, now=now)
    except ShopError as error:
        return Line(row=row, url=url, screen=None, faults=(str(error),))
    return Line(row=row, url=url, screen=screen, faults=tuple(_faults(row, screen)))


def _reopened(row: BagLine, state: Configuration) -> str:
    step = Step.REVIEW
    return state.editing(row.public_id).url(step=step)


def _faults(row: BagLine, screen: Screen) -> list[str]:
    faults = [*(note.text for note in screen.notes), *screen.text_faults.values()]
    if screen.wearer is None:
        faults.append(_("The measurements for this garment were erased. Choose others."))
    elif screen.missing:
        faults.append(_("This garment now needs measurements that the profile lacks."))
    elif not same_finished(row.finished, screen.finished):
        faults.append(_("The measurements have changed since. Please confirm them again."))
    if not faults and row.choices != screen.whole:
        faults.append(_("What there is to choose has changed. Please look at it once more."))
    return faults
