"""The bag as it is now: every line with its design, price and date of this moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from shop.cart.models import BagLine
from shop.configurator import queries as configurator
from shop.configurator.queries import Configured, NotToBeHad
from shop.designs.rules import Configuration, Finished, Step, guesses
from shop.kernel.money import Money, total
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.preview.queries import Picture
from shop.promises import queries as promises
from shop.promises.rules import STANDARD_PARCEL_DAYS, Promise, Workload


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the bag, worked out anew."""

    row: BagLine
    garment: Configured | None  # None: it is not to be had at all
    faults: tuple[str, ...]  # why it cannot be ordered as it is

    @property
    def url(self) -> str:
        """Where it is opened again, to be changed."""
        return configuration_of(self.row).editing(self.row.public_id).url(step=Step.REVIEW)

    @property
    def is_ready(self) -> bool:
        return self.garment is not None and not self.faults

    @property
    def price(self) -> Money | None:
        return self.garment.quote.total if self.garment else None

    @property
    def picture(self) -> Picture | None:
        """The garment from the front."""
        made = self.garment
        return preview.picture_of(made.model.garment, made.whole, made.cloth) if made else None

    @property
    def alt(self) -> str:
        made = self.garment
        return preview.alt_text(made.model, made.whole, made.cloth, "front") if made else ""


@dataclass(frozen=True, kw_only=True)
class Bag:
    lines: tuple[Line, ...] = ()
    currency: str
    workload: Workload

    @property
    def garments(self) -> tuple[Configured, ...]:
        """What can be made of it."""
        return tuple(line.garment for line in self.lines if line.garment)

    @property
    def is_ready(self) -> bool:
        return bool(self.lines) and all(line.is_ready for line in self.lines)

    @property
    def total(self) -> Money:
        return total((line.price for line in self.lines if line.price), self.currency)

    @property
    def arrives_on(self) -> date | None:
        """All garments of an order travel together: the last one decides."""
        return max((self._promise(each).arrives_on for each in self.garments), default=None)

    def _promise(self, garment: Configured) -> Promise:
        return self.workload.promise(
            lead_days=garment.model.lead_days,
            minutes=garment.making.minutes,
            shipping_days=STANDARD_PARCEL_DAYS,
        )


def count(session: Session, person_id: int) -> int:
    lines = select(func.count()).select_from(BagLine)
    return session.scalars(lines.where(_waiting(person_id))).one()


def bag(
    session: Session, person_id: int | None, *, currency: str, now: datetime, lock: bool = False
) -> Bag:
    """Return the person's bag as it is at this moment; read in as many queries as one line is."""
    found, minutes = _rows(session, person_id, lock=lock)
    workload = promises.workload_of(minutes, now=now)
    if not found:
        return Bag(currency=currency, workload=workload)
    asked = [configuration_of(row) for row in found]
    sources = configurator.sources_of(session, asked, person_id=person_id)
    garments = configurator.worked_out(asked, sources)
    lines = tuple(_line(row, each) for row, each in zip(found, garments, strict=True))
    return Bag(lines=lines, currency=currency, workload=workload)


def find_line(session: Session, *, person_id: int | None, public_id: str) -> BagLine | None:
    """Return a line that is or was in the person's bag, or None."""
    return session.scalar(
        select(BagLine).where(BagLine.public_id == public_id, BagLine.person_id == person_id)
    )


def configuration_of(row: BagLine) -> Configuration:
    return Configuration(garment=row.garment, choices=row.choices, wearer=row.wearer)


def same_finished(before: tuple[Finished, ...], found: tuple[Finished, ...]) -> bool:
    """Tell whether the garment would measure what was confirmed; the cut may differ by cloth.

    An estimate of the body that she was not asked about then is to be confirmed, too.
    """
    is_asked = {each.code for each in guesses(found)} <= {each.code for each in guesses(before)}
    return is_asked and _measures(before) == _measures(found)


def _measures(points: Iterable[Finished]) -> Mapping[str, int]:
    return {each.code: each.mm for each in points}


def _rows(session: Session, person_id: int | None, *, lock: bool) -> tuple[list[BagLine], int]:
    """Return the lines of the bag and the minutes that wait before them, read together."""
    if person_id is None:
        return [], 0
    statement = select(BagLine, promises.WAITING).where(_waiting(person_id)).order_by(BagLine.id)
    if lock:
        statement = statement.with_for_update(of=BagLine)
    rows = session.execute(statement).all()
    return [line for line, _minutes in rows], rows[0][1] if rows else 0


def _waiting(person_id: int) -> ColumnElement[bool]:
    return (BagLine.person_id == person_id) & BagLine.taken_by.is_(None)


def _line(row: BagLine, found: Configured | NotToBeHad) -> Line:
    if isinstance(found, NotToBeHad):
        return Line(row=row, garment=None, faults=(found.reason,))
    return Line(row=row, garment=found, faults=tuple(_faults(row, found)))


def _faults(row: BagLine, found: Configured) -> list[str]:
    faults = [*(note.text for note in found.notes), *found.text_faults.values()]
    if found.wearer is None:
        faults.append(_("The measurements for this garment were erased. Choose others."))
    elif found.missing:
        faults.append(_("This garment now needs measurements that the profile lacks."))
    elif not same_finished(row.finished, found.finished):
        faults.append(_("The measurements have changed since. Please confirm them again."))
    if not faults and row.choices != found.whole:
        faults.append(_("What there is to choose has changed. Please look at it once more."))
    return faults
