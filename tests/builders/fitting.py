"""Delivered garments and what was said of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.fitting.rules import Decided, FitAnswer, FitVerdict, Made, Since, Wearer, Worn
from shop.kernel.actors import CARRIER
from shop.measurements.models import Profile
from shop.measurements.rules import Body, Layer, Measured, Source
from shop.orders.models import Order, OrderStep
from shop.orders.rules import Move, State
from tests.builders.orders import an_order

MAY = datetime(2026, 5, 3, 10, tzinfo=UTC)  # when the garment was ordered
DELIVERED = MAY + timedelta(days=20)
JULY = datetime(2026, 7, 1, 12, tzinfo=UTC)  # when she says how it fits

SLEEVE = Made(
    code="sleeve", name="Sleeve", of="arm_length", mm=645, body_mm=613, source=Source.ESTIMATE
)
CHEST = Made(code="chest", name="Chest", of="chest", mm=1060, body_mm=1000, source=Source.TAPE)
NECK = Made(
    code="collar", name="Collar", of="neck", mm=393, body_mm=380, source=Source.TAPE, per_mille=1020
)


def a_worn(*points: Made, told: dict[str, FitAnswer] | None = None, **different: Any) -> Worn:
    """Return a shirt of May, worn for weeks, of which this was said."""
    worn = Worn(
        line="shirt-1",
        garment="shirt",
        name="Shirt",
        cloth="oxford",
        cloth_name="Blue Oxford",
        made_at=MAY,
        ordered_on=date(2026, 5, 3),
        delivered_at=DELIVERED,
        points=points or (SLEEVE, CHEST),
        told=told or {},
    )
    return replace(worn, **different)


def told(said: FitVerdict, mm: int | None = None, *, since: Since = Since.START) -> FitAnswer:
    return FitAnswer(said=said, mm=mm, since=since)


def a_wearer_of(*points: Made, **different: Any) -> Wearer:
    """Return who the points were made for; nothing has changed since."""
    body = {
        each.of: Measured(mm=each.body_mm, source=each.source) for each in points or (SLEEVE, CHEST)
    }
    taken = dict.fromkeys(body, MAY - timedelta(days=30))
    return replace(Wearer(body=body, taken=taken), **different)


def decided(layer: Layer, point: str, mm: int, *, is_accepted: bool = True, **more: Any) -> Decided:
    """Return a correction of the shirt that was decided on after the shirt of May came."""
    facts: dict[str, Any] = {
        "public_id": "c-1",
        "garment": "" if layer is Layer.BODY else "shirt",
        "cloth": "",
        "at": JULY - timedelta(days=1),
    }
    return Decided(
        **{**facts, "layer": layer, "point": point, "mm": mm, "is_accepted": is_accepted, **more}
    )


def a_delivered_order(
    session: Session, person: Person, profile: Profile | None = None, **line: Any
) -> Order:
    """Return an order of one shirt, made from the builders' body, ordered in May and delivered."""
    facts: dict[str, Any] = {
        "profile_id": profile.public_id if profile else None,
        "confirmed_at": MAY,
        **line,
    }
    order = an_order(session, state=State.SHIPPED, person=person, placed_at=MAY, **facts)
    deliver(session, order)
    return order


def deliver(session: Session, order: Order, *, at: datetime = DELIVERED) -> None:
    """Let the carrier hand over the parcel."""
    session.add(
        OrderStep(
            order_id=order.id,
            move=Move.DELIVER,
            before=order.state,
            after=State.DELIVERED,
            actor=CARRIER,
            reason="",
            at=at,
        )
    )
    order.state = State.DELIVERED
    session.flush()


def worn_body(**sources: Source) -> Body:
    """Return the body that the builders' shirts are made from, with these sources."""
    made_from = {
        "neck": 390,
        "chest": 1000,
        "waist": 880,
        "sleeve_cb": 860,
        "wrist": 172,
        "back_length": 450,
    }
    return {
        key: Measured(mm=mm, source=sources.get(key, Source.TAPE)) for key, mm in made_from.items()
    }
