"""Bags with something in them, and orders placed from them as customers do."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.cart import queries as cart_queries
from shop.cart import service as cart
from shop.cart.models import BagLine
from shop.cart.queries import Bag
from shop.catalogue.models import ClothRow
from shop.checkout import rules, service
from shop.configurator import page as configurator_page
from shop.configurator import queries as configurator
from shop.configurator.page import Screen
from shop.configurator.queries import Configured
from shop.designs.rules import Configuration, Step
from shop.kernel import ids
from shop.orders.models import Order
from shop.orders.rules import Address
from shop.payments import queries as payments
from shop.payments import service as paying
from shop.payments.gateways.requests import HostedPage
from shop.payments.models import Payment
from shop.stock import queries as stock
from shop.stock.models import ClothReservation, ClothRoll
from tests.builders.stock import measured

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)  # ten in the morning in Brussels
CHOICES = {"cloth": "blue-oxford", "collar": "cutaway", "fit": "regular"}
ADDRESS = Address(
    name="Gerda Gast",
    street="Marktplatz 3",
    extra="",
    postcode="50667",
    city="Köln",
    country="DE",
    phone="",
)


def a_state(*, garment: str = "shirt", wearer: str = "men-M", **choices: str) -> Configuration:
    return Configuration(
        garment=garment, choices={**CHOICES, **choices}, wearer=wearer, step=Step.REVIEW
    )


def a_screen(
    session: Session,
    state: Configuration | None = None,
    *,
    person_id: int | None = None,
    now: datetime = MONDAY,
) -> Screen:
    return configurator_page.screen(
        session, a_garment(session, state, person_id=person_id), now=now
    )


def a_garment(
    session: Session, state: Configuration | None = None, *, person_id: int | None = None
) -> Configured:
    """Work out a shirt, or what is asked for."""
    asked = state or a_state()
    return configurator.configured(
        asked, configurator.sources_of(session, [asked], person_id=person_id)
    )


def in_bag(
    session: Session,
    person: Person,
    state: Configuration | None = None,
    *,
    once: str = "",
    note: str = "",
) -> BagLine:
    """Put a shirt into the person's bag; the catalogue must be loaded."""
    garment = a_garment(session, state, person_id=person.id)
    return cart.put(
        session, garment, person_id=person.id, note=note, once=once or ids.token(), now=MONDAY
    )


def the_bag(session: Session, person: Person, *, now: datetime = MONDAY) -> Bag:
    return cart_queries.bag(session, person.id, currency="EUR", now=now)


def ordered(session: Session, person: Person, **different: Any) -> Order:
    """Turn the person's bag into an order."""
    bag = the_bag(session, person)
    method = rules.shipping_method("standard")
    facts: dict[str, Any] = {
        "person_id": person.id,
        "email": "gerda@example.com",
        "address": ADDRESS,
        "method": method,
        "seen_total": service.offer(bag, method).total.minor,
        "once": ids.token(),
        "now": MONDAY,
    }
    order, _payment = service.place(session, bag, **{**facts, **different})
    return order


def pay(session: Session, order: Order, *, now: datetime = MONDAY) -> None:
    """Let the order's money arrive, as the worker would after asking Stripe."""
    payment = payments.latest(session, order.public_id)
    assert payment is not None
    paying.note_page(session, a_page_of(payment), now=now)
    session.flush()


def a_page_of(payment: Payment, **different: Any) -> HostedPage:
    """Return what Stripe would say of the payment's page: paid, unless told otherwise."""
    facts: dict[str, Any] = {
        "id": f"cs_{payment.public_id}",
        "payment": payment.public_id,
        "url": "",
        "status": "complete",
        "payment_status": "paid",
        "intent": f"pi_{payment.public_id}",
        "intent_status": "succeeded",
        "amount": payment.amount,
    }
    return HostedPage(**(facts | different))


def held_mm(session: Session, cloth: str = "blue-oxford") -> int:
    """Return how much of the cloth is kept for garments."""
    held = select(ClothRoll.held_mm).join(ClothRoll.cloth).where(ClothRow.code == cloth)
    return sum(session.scalars(held))


def reserved(session: Session) -> Mapping[str, str]:
    """Return what became of the cloth of each garment, by its reference."""
    session.expire_all()
    return {row.reference: row.state.value for row in session.scalars(select(ClothReservation))}


def leave(session: Session, mm: int, cloth: str = "blue-oxford") -> None:
    """Cut the cloth's rolls down until its longest has so much."""
    for place, roll in enumerate(stock.rolls(session, cloth=cloth)):
        measured(session, cloth, roll.number, roll.held_mm + (0 if place else mm))
