"""Reads about money."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from shop.kernel.errors import NotFound
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.payments import rules
from shop.payments.models import Payment, Refund
from shop.payments.rules import PaymentState, RefundState


@dataclass(frozen=True, kw_only=True)
class Balance:
    """The money of one reference: what came in, what is back or promised back, what is left."""

    paid: Money
    owed_back: Money
    left: Money


def payment_of(session: Session, *, person_id: int | None, public_id: str) -> Payment:
    """Return the person's own payment; another's does not exist for her."""
    found = session.scalar(
        select(Payment).where(Payment.public_id == public_id, Payment.person_id == person_id)
    )
    if found is None:
        raise NotFound(_("There is no such payment. Sign in with the account you ordered from."))
    return found


def payments_for(session: Session, reference: str, *, lock: bool = False) -> list[Payment]:
    """Return all attempts to pay for the reference with steps and refunds, oldest first."""
    mine = _whole().where(Payment.reference == reference).order_by(Payment.id)
    return list(session.scalars(_locked(mine) if lock else mine))


def latest(session: Session, reference: str) -> Payment | None:
    """Return the last attempt to pay for the reference, with steps and refunds."""
    return next(reversed(payments_for(session, reference)), None)


def find_open(session: Session, reference: str) -> Payment | None:
    """Return the attempt at which the reference can be paid now, if there is one."""
    open_ones = select(Payment).where(
        Payment.reference == reference, Payment.state == PaymentState.OPEN
    )
    return session.scalar(open_ones.order_by(Payment.id.desc()).limit(1))


def balance(session: Session, reference: str, currency: str) -> Balance:
    """Return what was paid for the reference, what of it goes back, and what is left."""
    paid, left = Money(0, currency), Money(0, currency)
    for payment in payments_for(session, reference):
        if payment.paid_at is not None:
            paid += payment.amount
            left += left_of(payment)
    return Balance(paid=paid, owed_back=paid - left, left=left)


def left_of(payment: Payment) -> Money:
    """Return what may still go back of a paid payment, whose refunds are loaded."""
    return rules.refundable(payment.amount, [(r.amount_minor, r.state) for r in payment.refunds])


def find_payment(session: Session, *, public_id: str, provider_session_id: str) -> Payment | None:
    """Return the payment that a checkout session belongs to, by our name in it or by its own."""
    ours = (Payment.public_id == public_id) | (Payment.provider_session_id == provider_session_id)
    return session.scalar(select(Payment).where(ours))


def find_payment_by_intent(session: Session, intent_id: str) -> Payment | None:
    return session.scalar(_locked(_whole().where(Payment.provider_intent_id == intent_id)))


def payment_by_id(session: Session, payment_id: int, *, lock: bool = False) -> Payment:
    found = _whole().where(Payment.id == payment_id)
    return session.scalars(_locked(found) if lock else found).one()


def find_refund(session: Session, *, public_id: str, provider_refund_id: str) -> Refund | None:
    """Return the refund by our name in Stripe's object or by its own."""
    ours = (Refund.public_id == public_id) | (Refund.provider_refund_id == provider_refund_id)
    return session.scalar(select(Refund).where(ours))


def find_refund_by_key(session: Session, key: str) -> Refund | None:
    return session.scalar(select(Refund).where(Refund.key == key))


def refund_with_payment(session: Session, public_id: str) -> Refund:
    return session.scalars(
        select(Refund).where(Refund.public_id == public_id).options(selectinload(Refund.payment))
    ).one()


def to_ask_about(session: Session, *, now: datetime, limit: int = 100) -> list[Payment]:
    """Return payments with a hosted page that Stripe has been silent about for too long."""
    silent = (
        select(Payment)
        .where(Payment.state.in_((PaymentState.OPEN, PaymentState.PROCESSING)))
        .where(Payment.asked_at < now - rules.ASK_EVERY, Payment.provider_session_id.is_not(None))
    )
    return list(session.scalars(silent.order_by(Payment.asked_at).limit(limit)))


def never_begun(session: Session, *, now: datetime, limit: int = 100) -> list[Payment]:
    """Return open payments whose time is over and whose page was never made."""
    over = select(Payment).where(
        Payment.state == PaymentState.OPEN,
        Payment.provider_session_id.is_(None),
        Payment.expires_at < now - rules.ASK_EVERY,
    )
    return list(session.scalars(over.order_by(Payment.id).limit(limit)))


def refunds_to_ask_about(session: Session, *, now: datetime, limit: int = 100) -> list[Refund]:
    """Return refunds that wait for a bank and were not asked about for long."""
    silent = select(Refund).where(
        Refund.state == RefundState.SENT, Refund.asked_at < now - rules.ASK_BANK_EVERY
    )
    return list(session.scalars(silent.order_by(Refund.asked_at).limit(limit)))


def last_attempt(session: Session, reference: str) -> int:
    number = session.scalar(select(func.max(Payment.attempt)).filter_by(reference=reference))
    return number or 0


def _whole() -> Select[Payment]:
    return select(Payment).options(selectinload(Payment.steps), selectinload(Payment.refunds))


def _locked(statement: Select[Payment]) -> Select[Payment]:
    """Lock the rows, and read them anew should this session know them from before."""
    return statement.with_for_update().execution_options(populate_existing=True)
