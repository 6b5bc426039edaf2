"""What may happen to an order, who may do it, and what it costs. Pure functions and tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.kernel.moves import Moves, Tone
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy


class State(StrEnum):
    PLACED = "placed"  # waits for its payment
    PAID = "paid"  # can still be changed or cancelled
    MAKING = "making"  # the first cloth is cut
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"  # never paid


class Move(StrEnum):
    PAY = "pay"
    CUT = "cut"
    SHIP = "ship"
    DELIVER = "deliver"
    CANCEL = "cancel"
    EXPIRE = "expire"


_TABLE: Final[Mapping[tuple[State, Move], State]] = {
    (State.PLACED, Move.PAY): State.PAID,
    (State.PLACED, Move.CANCEL): State.CANCELLED,
    (State.PLACED, Move.EXPIRE): State.EXPIRED,
    (State.EXPIRED, Move.PAY): State.PAID,  # the money came after all
    (State.PAID, Move.CUT): State.MAKING,
    (State.PAID, Move.CANCEL): State.CANCELLED,
    (State.MAKING, Move.SHIP): State.SHIPPED,
    (State.SHIPPED, Move.DELIVER): State.DELIVERED,
}

LABELS: Final[Mapping[State, str]] = {
    State.PLACED: lazy("Waiting for payment"),
    State.PAID: lazy("Paid, waiting to be cut"),
    State.MAKING: lazy("Being made"),
    State.SHIPPED: lazy("On its way"),
    State.DELIVERED: lazy("Delivered"),
    State.CANCELLED: lazy("Cancelled"),
    State.EXPIRED: lazy("Not paid in time"),
}

MOVE_LABELS: Final[Mapping[Move, str]] = {
    Move.PAY: lazy("Payment received"),
    Move.CUT: lazy("Cloth cut"),
    Move.SHIP: lazy("Handed to the carrier"),
    Move.DELIVER: lazy("Delivered"),
    Move.CANCEL: lazy("Cancelled"),
    Move.EXPIRE: lazy("Not paid in time"),
}

TONES: Final[Mapping[State, Tone]] = {
    **dict.fromkeys(State, Tone.PLAIN),
    State.PLACED: Tone.CAUTION,
    State.DELIVERED: Tone.GOOD,
}


class MoveRefused(Refused):
    """The order is not in a state that allows this move."""


def _refused(state: State, move: Move) -> MoveRefused:
    if move is Move.CANCEL:
        return MoveRefused(_why_not_cancel(state))
    return MoveRefused(
        _("This order is «%(state)s», so that cannot be done now.", state=LABELS[state])
    )


def _why_not_cancel(state: State) -> str:
    if state in {State.MAKING, State.SHIPPED, State.DELIVERED}:
        return _("The cloth for this order is cut already, so it can no longer be cancelled.")
    return _("This order is closed already. Nothing is left to cancel.")


MOVES: Final[Moves[State, Move]] = Moves(
    begins=State.PLACED,
    table=_TABLE,
    labels=LABELS,
    move_labels=MOVE_LABELS,
    tones=TONES,
    refused=_refused,
)


def serial(year: int, order: int) -> str:
    """Return what tells an order on paper, `2026-00042`: its own number and its pieces' have it."""
    return f"{year}-{order:05d}"


def order_number(year: int, order: int) -> str:
    """Return the number of an order on paper: `T-2026-00042`."""
    return f"T-{serial(year, order)}"


def refund_on_cancel(state: State, paid: Money) -> Money:
    """Return what goes back: everything, for only what is uncut can be cancelled."""
    return paid if state is State.PAID else Money(0, paid.currency)


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a parcel goes."""

    name: str
    street: str
    extra: str
    postcode: str
    city: str
    country: str  # ISO 3166 alpha-2
    phone: str


@dataclass(frozen=True, kw_only=True)
class Named:
    """One answered question in words, as it was when the garment was bought."""

    section: str
    group: str
    value: str
    code: str = ""  # of the question
    value_code: str = ""


@dataclass(frozen=True, kw_only=True)
class BodyValue:
    """One value of the body a garment is made from, in mm (or degrees), and how it is known."""

    mm: int
    source: str
    low: int | None = None
    high: int | None = None
    insisted: bool = False


@dataclass(frozen=True, kw_only=True)
class MadeFrom:
    """The body a garment is made from: its values by key, and what is unusual of the posture."""

    values: Mapping[str, BodyValue] = field(default_factory=dict)
    posture: Mapping[str, str] = field(default_factory=dict)


def posture_apart(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Turn a body as 0.4 kept it, its posture among the values, into one as it is kept now."""
    return {
        "values": {key: value for key, value in kept.items() if key != "posture"},
        "posture": kept.get("posture", {}),
    }


NOWHERE: Final = Address(name="", street="", extra="", postcode="", city="", country="", phone="")

ENDED: Final = frozenset({State.DELIVERED, State.CANCELLED, State.EXPIRED})
ARRIVED: Final = timedelta(days=30)  # after its promised day a parcel that left is not waited for
# Invoices are kept for ten years from 1 January after their date. Source: the Belgian VAT code
# (WBTW/CTVA), art. 60, as it stands since 1 January 2023.
BOOKS_YEARS: Final = 10


def is_over(state: State, promised_on: date, *, today: date) -> bool:
    """Tell whether nothing is to be made, sent or paid any more for an order."""
    return state in ENDED or (state is State.SHIPPED and promised_on + ARRIVED <= today)


def books_until(paid_on: date | None) -> date | None:
    """Return the first day on which the law no longer asks for the invoice; None for no invoice."""
    return paid_on and date(paid_on.year + 1 + BOOKS_YEARS, 1, 1)


def for_the_books(address: Address, *, paid_on: date | None, today: date) -> Address:
    """Return what the books need of the address: who and where, as long as there is a law."""
    until = books_until(paid_on)
    if until is None or until <= today:
        return replace(NOWHERE, country=address.country)
    return replace(address, phone="")
