"""Whether the figures are right: every roll and trim beside its movements and reservations."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from shop.catalogue.models import ClothRow
from shop.stock.models import ClothReservation, ClothRoll, MovementRow, Trim
from shop.stock.rules import Hold


class Beside(StrEnum):
    """What a figure is compared with."""

    MOVEMENTS = "movements"
    RESERVATIONS = "reservations"


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What is there, and what of it is held: mm of a roll, units of a trim."""

    there: int
    held: int


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A roll or a trim whose figures are not what they are the sum of."""

    name: str  # a roll's begins with its cloth: `sky-poplin VA-2208`
    beside: Beside
    figures: Figures
    sums: Figures


def differences(session: Session) -> list[Difference]:
    """Return every roll and trim that is not the sum of its movements, or of its reservations."""
    found = [*_of_rolls(session), *_of_trims(session), *_of_reservations(session)]
    return [each for each in found if each.figures != each.sums]


def _of_rolls(session: Session) -> Iterator[Difference]:
    """Give every roll beside its movements."""
    sums = (
        select(
            MovementRow.roll_id.label("id"),
            func.sum(MovementRow.there).label("there"),
            func.sum(MovementRow.held).label("held"),
        )
        .group_by(MovementRow.roll_id)
        .subquery()
    )
    wanted = _rolls().add_columns(sums.c.there, sums.c.held)
    for code, number, left, held, there, kept in session.execute(
        wanted.outerjoin(sums, sums.c.id == ClothRoll.id)
    ):
        yield _difference(f"{code} {number}", Beside.MOVEMENTS, (left, held), (there, kept))


def _of_trims(session: Session) -> Iterator[Difference]:
    """Give every trim beside its movements."""
    rows = session.execute(
        select(
            Trim.code,
            Trim.on_hand,
            Trim.held,
            func.sum(MovementRow.there),
            func.sum(MovementRow.held),
        )
        .outerjoin(MovementRow, MovementRow.trim_id == Trim.id)
        .group_by(Trim.id)
        .order_by(Trim.code)
    )
    for code, on_hand, held, there, kept in rows:
        yield _difference(code, Beside.MOVEMENTS, (on_hand, held), (there, kept))


def _of_reservations(session: Session) -> Iterator[Difference]:
    """Give every roll beside the garments that it is kept for."""
    sums = (
        select(ClothReservation.roll_id.label("id"), func.sum(ClothReservation.mm).label("held"))
        .where(ClothReservation.state == Hold.HELD)
        .group_by(ClothReservation.roll_id)
        .subquery()
    )
    wanted = _rolls().add_columns(sums.c.held)
    for code, number, left, held, kept in session.execute(
        wanted.outerjoin(sums, sums.c.id == ClothRoll.id)
    ):
        yield _difference(f"{code} {number}", Beside.RESERVATIONS, (left, held), (left, kept))


def _rolls() -> Select[str, str, int, int]:
    return (
        select(ClothRow.code, ClothRoll.number, ClothRoll.left_mm, ClothRoll.held_mm)
        .join(ClothRoll.cloth)
        .order_by(ClothRow.code, ClothRoll.number)
    )


def _difference(
    name: str, beside: Beside, figures: tuple[int, int], sums: tuple[int | None, int | None]
) -> Difference:
    """Put both side by side; the sum of nothing is nothing."""
    return Difference(
        name=name,
        beside=beside,
        figures=Figures(there=figures[0], held=figures[1]),
        sums=Figures(there=int(sums[0] or 0), held=int(sums[1] or 0)),
    )
