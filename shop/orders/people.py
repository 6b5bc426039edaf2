"""What orders keep of people: told, handed over, blanked as far as the books allow.

An order under way keeps what its garments are made from and where they go. Once it is at its end
the body, the design's words and every way to reach her go. A paid order keeps her name and
address as long as the law keeps invoices, and its figures, which say nothing of her, for good.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session, selectinload

from shop.artwork.rules import GROUP as ARTWORK
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _
from shop.orders import rules
from shop.orders.models import Order, OrderStep
from shop.orders.rules import MadeFrom

ORDER: Final = (
    "number public_id state email address shipping shipping_minor total_minor tax_minor paid_minor"
    " currency disclosures placed_at paid_at cut_on promised_on"
)
LINE: Final = (
    "public_id position garment garment_name sentence choices named cloth cloth_mm made_for"
    " profile_id size body finished quote price_minor minutes returnable note confirmed_at"
)


FATES: Final[Fates] = {
    **fates(
        "orders",
        after_order="email",
        books="address",
        stays="public_id number once person_id state shipping shipping_minor total_minor tax_minor"
        " paid_minor currency told placed_at paid_at cut_on promised_on forgotten_at",
    ),
    **fates(
        "order_lines",
        after_order="choices named made_for profile_id size body finished note",
        stays="public_id order_id position garment garment_name sentence digest cloth cloth_mm"
        " quote price_minor minutes returnable confirmed_at",
    ),
    **fates(
        "order_steps",
        after_order="reason",
        stays="order_id move before after actor_kind actor_id at",
    ),
}


GOES: Final = _(
    "The design, measurements, notes and e-mail address of orders that are at their end."
)


@dataclass(frozen=True, kw_only=True)
class Staying:
    """An order of which something is kept although its person goes."""

    name: str
    state: str
    is_under_way: bool  # then body, design and address stay until its end
    books: date | None  # until then the law keeps figures, name and address


def export(session: Session, person_id: int) -> Exported:
    """Return the person's orders with lines and steps, as they were bought."""
    return {"orders": [_order(each) for each in _orders(session, person_id)]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's orders to the person."""
    session.execute(update(Order).where(Order.person_id == guest_id).values(person_id=person_id))


def needed(session: Session, person_id: int, *, today: date) -> frozenset[str]:
    """Return what must not go yet: the orders under way and their pictures. Locks the orders."""
    under_way = [
        each
        for each in _orders(session, person_id, lock=True)
        if not rules.is_over(each.state, each.promised_on, today=today)
    ]
    pictures = {line.choices.get(ARTWORK, "") for each in under_way for line in each.lines}
    return frozenset({each.public_id for each in under_way} | pictures)


def staying(session: Session, person_id: int, *, today: date) -> tuple[Staying, ...]:
    """Return what would be kept of the person's orders if she went today, the newest first."""
    found = (_staying(each, today) for each in reversed(_orders(session, person_id)))
    return tuple(each for each in found if each)


def forget(session: Session, leaving: Leaving) -> None:
    """Blank the orders that are at their end, and what the books need no longer."""
    for order in _orders(session, leaving.person_id, lock=True):
        if order.public_id not in leaving.needed:
            _blank(order, leaving.now)


def _blank(order: Order, now: datetime) -> None:
    order.forgotten_at = order.forgotten_at or now
    order.email = ""
    order.address = rules.for_the_books(order.address, paid_on=_paid_on(order), today=now.date())
    for line in order.lines:
        line.choices, line.named, line.body, line.finished = {}, (), MadeFrom(), ()
        line.made_for, line.profile_id, line.size, line.note = "", None, None, ""
    for step in order.steps:
        step.reason = ""


def _staying(order: Order, today: date) -> Staying | None:
    is_under_way = not rules.is_over(order.state, order.promised_on, today=today)
    books = rules.books_until(_paid_on(order))
    if not is_under_way and (books is None or books <= today):
        return None
    return Staying(
        name=order.number, state=rules.LABELS[order.state], is_under_way=is_under_way, books=books
    )


def _paid_on(order: Order) -> date | None:
    return order.paid_at.date() if order.paid_at else None


def _orders(session: Session, person_id: int, *, lock: bool = False) -> list[Order]:
    whole = (selectinload(Order.lines), selectinload(Order.steps))
    hers = select(Order).where(Order.person_id == person_id).options(*whole).order_by(Order.id)
    if lock:
        hers = hers.with_for_update().execution_options(populate_existing=True)
    return list(session.scalars(hers))


def _order(order: Order) -> Exported:
    return columns(order, ORDER) | {
        "lines": [columns(each, LINE) for each in order.lines],
        "steps": [_step(order, each) for each in order.steps],
    }


def _step(order: Order, step: OrderStep) -> Exported:
    by = "you" if step.actor_id == order.person_id else step.actor_kind.value
    return {"by": by, **columns(step, "move reason at")}
