"""Who listens to what, who does which job, what the clock starts: the choreography on one page."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from shop import register
from shop.accounts.events import PersonJoined
from shop.artwork import tasks as artwork_tasks
from shop.cart import service as cart
from shop.infra import mail
from shop.infra.events import Event
from shop.infra.jobs import Job, OnceOnly, Sweep
from shop.infra.log import say
from shop.kernel import clock
from shop.kernel.actors import Actor
from shop.kernel.money import Money
from shop.measurements import tasks as measurement_tasks
from shop.orders import mails
from shop.orders import queries as order_queries
from shop.orders import service as orders
from shop.orders.events import OrderCancelled, OrderClaimed, OrderExpired, OrderPaid, OrderShipped
from shop.orders.models import Order, OrderLine
from shop.payments import queries as payment_queries
from shop.payments import service as payments
from shop.payments import tasks as payment_tasks
from shop.payments.events import (
    PaymentExpired,
    PaymentFailed,
    PaymentReceived,
    RefundFailed,
    SettlingBegins,
)
from shop.preview import tasks as preview_tasks
from shop.production import service as production
from shop.promises import service as promises
from shop.stock import queries as stock_queries
from shop.stock import service as stock


def hand_over(session: Session, event: PersonJoined) -> None:
    """Give all that a guest left to the person she turned out to be."""
    register.hand_over(session, guest_id=event.guest_id, person_id=event.person_id)


def lock_order(session: Session, event: SettlingBegins) -> None:
    """Lock the order before its payment, as cancelling does, so that neither waits for ever."""
    order_queries.order(session, public_id=event.reference, lock=True)


def hand_over_payments(session: Session, event: OrderClaimed) -> None:
    payments.give_to(session, reference=event.reference, person_id=event.person_id)


def mark_paid(session: Session, event: PaymentReceived) -> None:
    order = order_queries.order(session, public_id=event.reference, lock=True)
    orders.mark_paid(session, order, paid_minor=event.amount_minor, now=event.at)


def expire(session: Session, event: PaymentExpired | PaymentFailed) -> None:
    """Stop waiting: the lines go back into the bag, where they can be ordered anew."""
    order = order_queries.order(session, public_id=event.reference, lock=True)
    orders.expire(session, order, now=clock.now())


def hold_again(session: Session, event: OrderPaid) -> None:
    """Money that came after the time was over finds cloth and trims released: hold them anew."""
    order = order_queries.order_by_id(session, event.order_id)
    for line in order.lines_by_cloth:
        if stock_queries.reservation_of(session, line.public_id) is None:
            _hold_again(session, order, line)
        promises.take_on(session, reference=line.public_id, minutes=line.minutes)
    needs = order_queries.trims_needed(session, order)
    stock.reserve_trims(session, needs, actor=_mover(order), now=clock.now())


def take_again(session: Session, event: OrderPaid) -> None:
    """Money that came after the time was over finds the lines back in the bag: take them out."""
    cart.take_again(session, order=order_queries.order_by_id(session, event.order_id).public_id)


def open_work(session: Session, event: OrderPaid) -> None:
    production.open_work(session, event.order_id)


def confirm(session: Session, event: OrderPaid) -> None:
    mails.confirmed(session, order_queries.order_by_id(session, event.order_id))


def stop_work(session: Session, event: OrderCancelled) -> None:
    production.drop_work(session, event.order_id, now=clock.now())


def free_stock(session: Session, event: OrderCancelled | OrderExpired) -> None:
    """Put cloth, trims and working time of an order that will not be made back on the shelf."""
    order, now = order_queries.order_by_id(session, event.order_id), clock.now()
    for line in order.lines_by_cloth:
        stock.release_cloth(session, reference=line.public_id, actor=_mover(order), now=now)
        promises.let_go(session, reference=line.public_id)
    garments = [line.public_id for line in order.lines]
    stock.release_trims(session, garments, actor=_mover(order), now=now)


def refill_bag(session: Session, event: OrderCancelled | OrderExpired) -> None:
    """Give back what was never paid for; a cancelled paid order stays what it was."""
    order = order_queries.order_by_id(session, event.order_id)
    if order.paid_at is None:
        cart.give_back(session, order=order.public_id)


def settle_money(session: Session, event: OrderCancelled) -> None:
    """Stop asking for money, or send back what came and is not on its way back already."""
    now = clock.now()
    if event.refund_minor == 0:
        payments.give_up(session, reference=event.reference, now=now)
        return
    left = payment_queries.balance(session, event.reference, event.currency).left
    amount = min(Money(event.refund_minor, event.currency), left)
    if amount:
        payments.owe_refund(
            session,
            reference=event.reference,
            amount=amount,
            reason="cancelled",
            key=f"cancelled:{event.order_id}",
            now=now,
        )
    mails.cancelled(session, order_queries.order_by_id(session, event.order_id))


def tell_colleagues(session: Session, event: RefundFailed) -> None:
    """Ask the house to find another way for money that the bank would not take back."""
    order = order_queries.order(session, public_id=event.reference)
    amount = Money(event.amount_minor, event.currency)
    mails.refund_failed(session, order, amount=amount)


def tell_shipped(session: Session, event: OrderShipped) -> None:
    mails.shipped(session, order_queries.order_by_id(session, event.order_id))


def _hold_again(session: Session, order: Order, line: OrderLine) -> None:
    cloth = line.cloth.code
    try:
        stock.reserve_cloth(
            session,
            cloth=cloth,
            mm=line.cloth_mm,
            reference=line.public_id,
            actor=_mover(order),
            now=clock.now(),
        )
    except stock.ClothSoldOut:
        say("orders.short_of_cloth", order=order.number, cloth=cloth)


def _mover(order: Order) -> Actor:
    """Return who moved the order to where it stands: what follows from that is theirs too."""
    return order.steps[-1].actor


SUBSCRIPTIONS: Mapping[type[Event], tuple[Callable[..., Any], ...]] = {
    PersonJoined: (hand_over,),
    SettlingBegins: (lock_order,),
    PaymentReceived: (mark_paid,),
    PaymentExpired: (expire,),
    PaymentFailed: (expire,),
    RefundFailed: (tell_colleagues,),
    OrderClaimed: (hand_over_payments,),
    OrderPaid: (hold_again, take_again, open_work, confirm),
    OrderCancelled: (stop_work, free_stock, refill_bag, settle_money),
    OrderExpired: (free_stock, refill_bag),
    OrderShipped: (tell_shipped,),
}

JOBS: Mapping[str, Job | OnceOnly] = {
    **mail.JOBS,
    **payment_tasks.JOBS,
    **artwork_tasks.JOBS,
}

SWEEPS: tuple[Sweep, ...] = (
    *payment_tasks.SWEEPS,
    *preview_tasks.SWEEPS,
    *measurement_tasks.SWEEPS,
    *register.SWEEPS,
)
