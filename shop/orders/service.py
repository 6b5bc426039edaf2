"""Commands: load, ask the rules, change, tell. No HTTP in, no commit out."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.accounts import queries as accounts
from shop.infra import events, steps
from shop.infra.log import say
from shop.kernel.actors import CLOCK, PAYMENTS, Actor
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.orders import rules
from shop.orders.events import (
    OrderCancelled,
    OrderClaimed,
    OrderExpired,
    OrderPaid,
    OrderPlaced,
    OrderShipped,
)
from shop.orders.models import Order, OrderStep
from shop.orders.rules import MOVES, Move, State


def place(session: Session, order: Order, *, year: int) -> None:
    """Take the new order with its lines into the book, give it a number, tell the others."""
    order.state = State.PLACED
    order.number = order.public_id
    session.add(order)
    session.flush()  # its id goes into number and event; a second `once` is met here
    order.number = rules.order_number(year, order.id)
    events.announce(session, OrderPlaced(order_id=order.id))
    say("orders.placed", order=order.number, lines=len(order.lines))


def mark_paid(session: Session, order: Order, *, paid_minor: int, now: datetime) -> None:
    """Note that the money is in and let the others start. A second call changes nothing."""
    if Move.PAY not in MOVES.moves_from(order.state):
        return
    _move(order, Move.PAY, actor=PAYMENTS, now=now)
    order.paid_minor, order.paid_at = paid_minor, now
    events.announce(session, OrderPaid(order_id=order.id))


def mark_cut(order: Order, *, actor: Actor, now: datetime) -> None:
    """Note that the first cloth is cut: from now on the order stands. Quiet when it does."""
    if order.state is State.PAID:
        _move(order, Move.CUT, actor=actor, now=now)


def ship(session: Session, order: Order, *, actor: Actor, now: datetime) -> None:
    if order.state is State.SHIPPED:
        return
    _move(order, Move.SHIP, actor=actor, now=now)
    events.announce(session, OrderShipped(order_id=order.id))


def deliver(order: Order, *, actor: Actor, now: datetime) -> None:
    _move(order, Move.DELIVER, actor=actor, now=now)


def cancel(session: Session, order: Order, *, actor: Actor, reason: str, now: datetime) -> None:
    """Cancel the order and let the others know what is owed to the customer.

    A second call finds the order cancelled already and changes nothing. Raises MoveRefused once
    the cloth is cut.
    """
    if order.state is State.CANCELLED:
        return
    refund = rules.refund_on_cancel(order.state, order.paid)
    _move(order, Move.CANCEL, actor=actor, reason=reason, now=now)
    events.announce(
        session,
        OrderCancelled(
            order_id=order.id,
            reference=order.public_id,
            refund_minor=refund.minor,
            currency=refund.currency,
        ),
    )


def expire(session: Session, order: Order, *, now: datetime) -> None:
    """Give up on an order that nobody paid. Quiet when it was paid or ended meanwhile."""
    if order.state is State.PLACED:
        _move(order, Move.EXPIRE, actor=CLOCK, now=now)
        events.announce(session, OrderExpired(order_id=order.id))


def claim(session: Session, order: Order, *, person_id: int) -> None:
    """Put a guest's order under an account; raise Refused if it is somebody's account already."""
    if order.person_id == person_id:
        return
    if not accounts.person(session, order.person_id).is_guest:
        raise Refused(_("This order belongs to another account. Sign in with that one."))
    order.person_id = person_id
    events.announce(session, OrderClaimed(reference=order.public_id, person_id=person_id))
    say("orders.claimed", order=order.number, by=person_id)


def _move(order: Order, move: Move, *, actor: Actor, now: datetime, reason: str = "") -> None:
    steps.move(
        order,
        move,
        by=MOVES,
        step=OrderStep,
        actor=actor,
        now=now,
        reason=reason,
        log="orders.moved",
        order=order.number,
    )
