"""The one command of checkout: place the order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session

from shop.cart import service as cart
from shop.cart.models import BagLine
from shop.cart.queries import Bag
from shop.checkout import rules
from shop.checkout.rules import ShippingMethod
from shop.configurator.queries import Configured, Wearer
from shop.designs import rules as designs
from shop.infra.words import day
from shop.kernel import ids
from shop.kernel.actors import Actor
from shop.kernel.errors import Refused
from shop.kernel.money import Money, tax_within
from shop.kernel.texts import gettext as _
from shop.orders import queries as order_queries
from shop.orders import service as orders
from shop.orders.models import Order, OrderLine
from shop.orders.rules import Address, BodyValue, MadeFrom, Named
from shop.payments import service as payments
from shop.payments.rules import PayLine
from shop.promises import service as promises
from shop.promises.rules import Promise
from shop.stock import service as stock


class BagChanged(Refused):
    """What she saw is not what would be ordered."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What the bag comes to, and by when, if it travels this way."""

    goods: Money
    shipping: Money
    total: Money
    tax: Money
    promise: Promise
    disclosures: Mapping[str, str]


def offer(bag: Bag, method: ShippingMethod) -> Offer:
    """Return the totals, the dates and what must be told before buying, as the bag was read."""
    shipping = rules.shipping_price(method, bag.total)
    whole = bag.total + shipping
    promise = bag.workload.promise(
        lead_days=max(each.model.lead_days for each in bag.garments),
        minutes=sum(each.making.minutes for each in bag.garments),
        shipping_days=method.days,
    )
    returnable = [_is_returnable(each) for each in bag.garments]
    return Offer(
        goods=bag.total,
        shipping=shipping,
        total=whole,
        tax=tax_within(whole, Decimal(current_app.extensions["settings"].tax_percent)),
        promise=promise,
        disclosures=rules.statements(returnable, cut_on=day(promise.cut_on)),
    )


def place(
    session: Session,
    bag: Bag,
    *,
    person_id: int,
    email: str,
    address: Address,
    method: ShippingMethod,
    seen_total: int,
    once: str,
    now: datetime,
) -> tuple[Order, str]:
    """Turn the bag into an order and open its payment; return both, the payment by public id.

    Everything or nothing: raises ClothSoldOut when a cloth has gone meanwhile, BagChanged when the
    bag is not ready or comes to another total than she saw.
    """
    if not bag.is_ready:
        raise BagChanged(_("Something in your bag needs a look before it can be ordered."))
    made = offer(bag, method)
    if made.total.minor != seen_total:
        raise BagChanged(_("The total has changed since you saw it. Please look again."))
    order = Order(
        public_id=ids.public_id(),
        once=once,
        person_id=person_id,
        email=email,
        address=address,
        shipping=method.code,
        **_agreed(made),
        placed_at=now,
        lines=_lines(bag),
        steps=[],
    )
    orders.place(session, order, year=now.year)
    for line in order.lines_by_cloth:
        _hold(session, line, actor=Actor.customer(person_id), now=now)
    needs = order_queries.trims_needed(session, order)
    stock.reserve_trims(session, needs, actor=Actor.customer(person_id), now=now)
    cart.take([line.row for line in bag.lines], order=order.public_id)
    return order, _open_payment(session, order, made, now=now)


def _agreed(made: Offer) -> dict[str, Any]:
    """Return what she agreed to: amounts, days, and what she was told."""
    return {
        "shipping_minor": made.shipping.minor,
        "total_minor": made.total.minor,
        "tax_minor": made.tax.minor,
        "paid_minor": 0,
        "currency": made.total.currency,
        "disclosures": made.disclosures,
        "cut_on": made.promise.cut_on,
        "promised_on": made.promise.arrives_on,
    }


def _lines(bag: Bag) -> list[OrderLine]:
    made = [(each.row, each.garment) for each in bag.lines if each.garment]
    return [_line(n, row, garment) for n, (row, garment) in enumerate(made, 1)]


def _line(position: int, row: BagLine, made: Configured) -> OrderLine:
    """Copy everything as it is now: nothing bought changes when the shop does."""
    wearer = made.wearer
    return OrderLine(
        public_id=row.public_id,
        position=position,
        garment=made.model.garment,
        garment_name=made.model.name,
        sentence=made.sentence,
        digest=made.model.digest,
        choices=dict(made.whole),
        named=_named(made),
        cloth=made.cloth,
        cloth_mm=made.making.cloth_mm,
        made_for=wearer.label if wearer else "",
        profile_id=(wearer.profile_id or None) if wearer else None,
        size=(wearer.size or None) if wearer else None,
        body=_body(wearer, {each.body_key for each in made.finished}) if wearer else MadeFrom(),
        finished=designs.confirmed(made.finished),
        quote=made.quote,
        price_minor=made.quote.total.minor,
        minutes=made.making.minutes,
        returnable=_is_returnable(made),
        note=row.note,
        confirmed_at=row.confirmed_at,
    )


def _body(wearer: Wearer, needed: set[str]) -> MadeFrom:
    """Return the values the garment is made from, and the wearer's posture where it is unusual."""
    values = {
        key: BodyValue(
            mm=each.mm,
            source=each.source.value,
            low=each.low,
            high=each.high,
            insisted=each.insisted,
        )
        for key, each in wearer.body.items()
        if key in needed
    }
    seen = {"shoulders": wearer.tuning.shoulders, "stance": wearer.tuning.stance}
    posture = {name: each.value for name, each in seen.items() if each.value != "usual"}
    return MadeFrom(values=values, posture=posture)


def _named(made: Configured) -> tuple[Named, ...]:
    return tuple(
        Named(
            section=row.group.section.value,
            group=row.group.name,
            code=row.group.code,
            value=row.value.name,
            value_code=row.value.code,
        )
        for row in designs.described(made.model, made.whole)
    )


def _is_returnable(made: Configured) -> bool:
    return rules.is_returnable(made.model, made.whole, size=made.size)


def _hold(session: Session, line: OrderLine, *, actor: Actor, now: datetime) -> None:
    """Keep cloth and working time for the garment, under its own public id."""
    stock.reserve_cloth(
        session,
        cloth=line.cloth.code,
        mm=line.cloth_mm,
        reference=line.public_id,
        actor=actor,
        now=now,
    )
    promises.take_on(session, reference=line.public_id, minutes=line.minutes)


def _open_payment(session: Session, order: Order, made: Offer, *, now: datetime) -> str:
    settings = current_app.extensions["settings"]
    lines = [
        PayLine(name=each.sentence, amount=Money(each.price_minor, order.currency), quantity=1)
        for each in order.lines
    ]
    if made.shipping:
        lines.append(PayLine(name=_("Shipping"), amount=made.shipping, quantity=1))
    payment = payments.open_payment(
        session,
        reference=order.public_id,
        person_id=order.person_id,
        amount=made.total,
        lines=tuple(lines),
        email=order.email,
        description=order.number,
        success_url=f"{settings.url}/orders/{order.public_id}/thanks",
        cancel_url=f"{settings.url}/orders/{order.public_id}",
        expires_at=now + rules.PAY_WITHIN,
        now=now,
    )
    return payment.public_id
