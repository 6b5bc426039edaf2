"""The one command of checkout: place the order."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session

from shop.cart import service as cart
from shop.cart.models import BagLine
from shop.cart.queries import Bag
from shop.catalogue.rules import Cloth
from shop.checkout import rules
from shop.checkout.rules import Way
from shop.configurator.queries import Screen, Wearer
from shop.designs import rules as designs
from shop.infra.words import day
from shop.kernel import ids
from shop.kernel.errors import Refused
from shop.kernel.money import Money, tax_within
from shop.kernel.texts import gettext as _
from shop.orders import service as orders
from shop.orders.models import Order, OrderLine
from shop.orders.rules import Address
from shop.payments import service as payments
from shop.payments.rules import PayLine
from shop.promises import queries as promise_queries
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
    told: dict[str, str]


def offer(session: Session, bag: Bag, way: Way, *, now: datetime) -> Offer:
    """Return the totals, the dates and what must be told before buying, as of now."""
    shipping = rules.shipping_price(way, bag.total)
    whole = bag.total + shipping
    screens = [line.screen for line in bag.lines if line.screen]
    promise = promise_queries.promise(
        session,
        lead_days=max(screen.model.lead_days for screen in screens),
        minutes=sum(screen.minutes for screen in screens),
        shipping_days=way.days,
        now=now,
    )
    returnable = [_is_returnable(screen) for screen in screens]
    return Offer(
        goods=bag.total,
        shipping=shipping,
        total=whole,
        tax=tax_within(whole, Decimal(current_app.extensions["settings"].tax_percent)),
        promise=promise,
        told=rules.statements(returnable, cut_on=day(promise.cut_on)),
    )


def place(
    session: Session,
    bag: Bag,
    *,
    person_id: int,
    email: str,
    address: Address,
    way: Way,
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
    made = offer(session, bag, way, now=now)
    if made.total.minor != seen_total:
        raise BagChanged(_("The total has changed since you saw it. Please look again."))
    order = _order(bag, made, person_id=person_id, email=email, address=address, now=now)
    order.once, order.shipping = once, way.code
    orders.place(session, order, year=now.year)
    for line in order.lines_by_cloth:
        _hold(session, line, actor=f"customer:{person_id}", now=now)
    cart.take([line.row for line in bag.lines], order=order.public_id)
    return order, _open_payment(session, order, made, now=now)


def _order(
    bag: Bag, made: Offer, *, person_id: int, email: str, address: Address, now: datetime
) -> Order:
    lines = [_line(n, each.row, each.screen) for n, each in enumerate(bag.lines, 1) if each.screen]
    return Order(
        public_id=ids.public_id(),
        person_id=person_id,
        email=email,
        address=address.as_json(),
        shipping_minor=made.shipping.minor,
        total_minor=made.total.minor,
        tax_minor=made.tax.minor,
        paid_minor=0,
        currency=made.total.currency,
        told=made.told,
        placed_at=now,
        cut_on=made.promise.cut_on,
        promised_on=made.promise.arrives_on,
        lines=lines,
        steps=[],
    )


def _line(position: int, row: BagLine, screen: Screen) -> OrderLine:
    """Copy everything as it is now: nothing bought changes when the shop does."""
    wearer = screen.wearer
    return OrderLine(
        public_id=row.public_id,
        position=position,
        garment=screen.model.garment,
        garment_name=screen.model.name,
        sentence=screen.sentence,
        digest=screen.model.digest,
        choices=dict(screen.whole),
        named=_named(screen),
        cloth=cloth_copy(screen.cloth),
        cloth_mm=screen.cloth_mm,
        made_for=wearer.label if wearer else "",
        profile_id=(wearer.profile_id or None) if wearer else None,
        size=(wearer.size or None) if wearer else None,
        body=_body(wearer, {each.body_key for each in screen.finished}) if wearer else {},
        finished=[each.as_json() for each in designs.confirmed(screen.finished)],
        quote=screen.quote.as_json(),
        price_minor=screen.quote.total.minor,
        minutes=screen.minutes,
        returnable=_is_returnable(screen),
        note=row.note,
        confirmed_at=row.confirmed_at,
    )


def _body(wearer: Wearer, needed: set[str]) -> dict[str, Any]:
    """Return the values the garment is made from, and the wearer's posture where it is unusual."""
    values = {
        key: {"mm": each.mm, "source": each.source.value, "low": each.low, "high": each.high,
              "insisted": each.insisted}
        for key, each in wearer.body.items() if key in needed
    }  # fmt: skip
    seen = {"shoulders": wearer.tuning.shoulders, "stance": wearer.tuning.stance}
    posture = {name: each.value for name, each in seen.items() if each.value != "usual"}
    return values | ({"posture": posture} if posture else {})


def _named(screen: Screen) -> list[dict[str, str]]:
    return [
        {
            "section": row.group.section.value,
            "group": row.group.name,
            "code": row.group.code,
            "value": row.value.name,
            "value_code": row.value.code,
        }
        for row in designs.described(screen.model, screen.whole)
    ]


def cloth_copy(cloth: Cloth) -> dict[str, Any]:
    """Return the cloth's numbers for keeping."""
    kept = dict(vars(cloth))
    kept["garments"] = sorted(cloth.garments)
    kept["composition"] = [list(part) for part in cloth.composition]
    kept["care"] = list(cloth.care)
    return kept


def _is_returnable(screen: Screen) -> bool:
    size = screen.wearer.size if screen.wearer else ""
    return rules.is_returnable(screen.model, screen.whole, size=size)


def _hold(session: Session, line: OrderLine, *, actor: str, now: datetime) -> None:
    """Keep cloth and working time for the garment, under its own public id."""
    stock.reserve_cloth(
        session,
        cloth=line.cloth["code"],
        mm=line.cloth_mm,
        reference=line.public_id,
        actor=actor,
        now=now,
    )
    promises.take_on(session, reference=line.public_id, minutes=line.minutes)


def _open_payment(session: Session, order: Order, made: Offer, *, now: datetime) -> str:
    settings = current_app.extensions["settings"]
    lines = [PayLine(name=each.sentence, amount=Money(each.price_minor, order.currency), quantity=1)
             for each in order.lines]  # fmt: skip
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
