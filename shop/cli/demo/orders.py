"""The orders of the demo, one at every stage, each placed and moved by the real commands."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from flask import current_app
from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.cart import queries as bags
from shop.cart import service as cart
from shop.checkout import rules
from shop.checkout import service as checkout
from shop.cli.demo.designs import choices_in, configured
from shop.designs.rules import Configuration
from shop.kernel import clock
from shop.kernel.actors import CARRIER, Actor
from shop.orders import service as orders
from shop.orders.models import Order
from shop.orders.rules import Address
from shop.payments import queries as payments
from shop.payments import service as paying
from shop.payments.gateways.counter import documents
from shop.payments.gateways.counter.store import opened
from shop.payments.gateways.requests import HostedPage
from shop.payments.models import Payment
from shop.payments.rules import to_stripe
from shop.production import queries as works
from shop.production import service as production
from shop.production.rules import Stage

ADDRESS: Final = Address(
    name="",
    street="Rue des Tailleurs 12",
    extra="",
    postcode="1000",
    city="Brussels",
    country="BE",
    phone="",
)
WAY: Final = (Stage.CUT, Stage.SEWN, Stage.FINISHED, Stage.CHECKED, Stage.PACKED, Stage.SHIPPED)


@dataclass(frozen=True, kw_only=True)
class Bought:
    """One order of the demo: who, how long ago, what, and how far it has come."""

    who: str
    days_ago: int
    garment: str
    words: str
    is_paid: bool = True
    reached: Stage = Stage.QUEUED
    held: str = ""
    is_delivered: bool = False
    note: str = ""


ORDERS: Final = (
    Bought(who="bruno", days_ago=40, garment="shirt", words="cloth=white-poplin collar=cutaway",
           reached=Stage.SHIPPED, is_delivered=True),
    Bought(who="anna", days_ago=34, garment="shirt", reached=Stage.SHIPPED, is_delivered=True,
           words="cloth=blue-oxford collar=button-down monogram=cuff monogram-text=AL"),
    Bought(who="clara", days_ago=18, garment="dress", words="cloth=meadow-print length=midi",
           reached=Stage.SHIPPED),
    Bought(who="david", days_ago=14, garment="shirt", reached=Stage.PACKED,
           words="cloth=bengal-stripe-poplin collar=spread cuff=french"),
    Bought(who="david", days_ago=13, garment="trousers", words="cloth=navy-cotton-twill",
           reached=Stage.CHECKED),
    Bought(who="anna", days_ago=12, garment="trousers", reached=Stage.FINISHED,
           words="cloth=mid-grey-wool-flannel front=pleat hem=turn-up"),
    Bought(who="clara", days_ago=11, garment="shirt", words="cloth=sage-oxford collar=band",
           reached=Stage.SEWN),
    Bought(who="bruno", days_ago=10, garment="shirt", reached=Stage.CUT,
           words="cloth=white-linen collar=band fit=relaxed",
           note="Please leave the sleeves a little long, I roll them up."),
    Bought(who="anna", days_ago=9, garment="dress", words="cloth=natural-linen sleeve=short",
           reached=Stage.CUT, held="A flaw in the cloth near the hem; asked the mill."),
    Bought(who="bruno", days_ago=4, garment="shirt",
           words="cloth=sky-poplin monogram=chest monogram-text=BC monogram-thread=navy"),
    Bought(who="david", days_ago=2, garment="trousers", words="cloth=charcoal-twill-wool"),
    Bought(who="anna", days_ago=0, garment="shirt", words="cloth=pale-rose-poplin"),
    Bought(who="clara", days_ago=0, garment="dress", is_paid=False,
           words="cloth=night-garden-print"),
)  # fmt: skip


def add_orders(session: Session, people: dict[str, tuple[Person, str]], *, now: datetime) -> None:
    """Place every order at its time, pay it, and move its piece as far as it has come."""
    colleague, _none = people["wanda"]
    for n, bought in enumerate(ORDERS):
        person, profile = people[bought.who]
        then = now - timedelta(days=bought.days_ago)
        order = _place(session, bought, person, profile, n=n, now=then)
        if bought.is_paid:
            _pay(session, order, now=then + timedelta(minutes=4))
            _make(session, order, bought, colleague, now=then)
        if bought.is_delivered:
            orders.deliver(order, actor=CARRIER, now=then + timedelta(days=16))


def _place(
    session: Session, bought: Bought, person: Person, profile: str, *, n: int, now: datetime
) -> Order:
    currency = current_app.extensions["settings"].currency
    state = Configuration(garment=bought.garment, choices=choices_in(bought.words), wearer=profile)
    shown = configured(session, state, person_id=person.id)
    if shown.notes:
        raise ValueError(shown.notes[0].text)
    cart.put(session, shown, person_id=person.id, note=bought.note, once=f"demo-bag-{n}", now=now)
    bag = bags.bag(session, person.id, currency=currency, now=now)
    method = rules.shipping_method("standard")
    total = checkout.offer(bag, method).total.minor
    address = replace(ADDRESS, name=person.name)
    order, _payment = checkout.place(
        session,
        bag,
        person_id=person.id,
        email=person.email or "",
        address=address,
        method=method,
        seen_total=total,
        once=f"demo-order-{n}",
        now=now,
    )
    return order


def _pay(session: Session, order: Order, *, now: datetime) -> None:
    """Let the payment be what its page would have come to."""
    payment = payments.payments_for(session, order.public_id)[0]
    intent = _taken_at_the_counter(payment, now=now)
    page = HostedPage(
        id=f"cs_demo_{payment.public_id}",
        payment=payment.public_id,
        url="",
        status="complete",
        payment_status="paid",
        intent=intent,
        intent_status="succeeded",
        amount=payment.amount,
    )
    paying.note_page(session, page, now=now)


def _taken_at_the_counter(payment: Payment, *, now: datetime) -> str:
    """Write the money into the test counter's books, so that it can be given back; its name."""
    asked = {
        "amount_total": to_stripe(payment.amount),
        "currency": payment.currency.lower(),
        "_intent": {"metadata": {"payment": payment.public_id}},
    }
    intent = documents.new_intent(asked, now=now)
    with opened(current_app.extensions["counter"].extensions["desk"].store) as books:
        books.put(intent)
    return str(intent["id"])


def _make(
    session: Session, order: Order, bought: Bought, colleague: Person, *, now: datetime
) -> None:
    zone = current_app.extensions["settings"].timezone
    by = Actor.colleague(colleague.id)
    reached = WAY.index(bought.reached) + 1 if bought.reached in WAY else 0
    for found in works.works_of(session, order.id):
        work = works.work(session, found.public_id)
        for day, stage in enumerate(WAY[:reached], 5):
            at = now + timedelta(days=min(day, bought.days_ago))
            today = clock.day_in(zone, at)
            production.move(session, work, to=stage, seen=work.stage, actor=by, today=today, now=at)
        if bought.held:
            later = now + timedelta(days=7)
            production.hold(session, work, seen=work.stage, reason=bought.held, actor=by, now=later)
