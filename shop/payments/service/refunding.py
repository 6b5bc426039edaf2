"""Give money back: owed at once, sent by a worker, noted when Stripe says how it went."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.infra import events, outbox
from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.actors import STRIPE
from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.payments import queries, rules
from shop.payments.events import Refunded, RefundFailed
from shop.payments.gateways.requests import RefundAnswer
from shop.payments.models import Payment, Refund
from shop.payments.rules import RefundState
from shop.payments.service import steps


class RefundTooLarge(Refused):
    """More than is left of what was paid."""


def owe_refund(
    session: Session, *, reference: str, amount: Money, reason: str, key: str, now: datetime
) -> Refund:
    """Owe this much of what was paid for the reference, and let a worker send it.

    `key` names the one thing it is owed for: a second call with it changes nothing and returns
    the first. Raises RefundTooLarge for more than is left, Refused for nothing.
    """
    payments = queries.payments_for(session, reference, lock=True)
    if known := queries.find_refund_by_key(session, key):
        return known
    if amount.minor <= 0:
        raise Refused(_("There is nothing to refund."))
    for payment in payments:
        if payment.paid_at is None or payment.currency != amount.currency:
            continue
        if not queries.left_of(payment) < amount:
            return _owe(session, payment, amount=amount, reason=reason, key=key, now=now)
    raise RefundTooLarge(_("That is more than is left of what was paid."))


def return_whole(session: Session, payment: Payment, *, now: datetime) -> None:
    """Send back all of a payment that should not have been made."""
    key = f"unasked-{payment.public_id}"
    _owe(session, payment, amount=payment.amount, reason="not asked for", key=key, now=now)


def note_refund(session: Session, answer: RefundAnswer, *, now: datetime) -> None:
    """Let the refund be what Stripe says it is, and tell the others once.

    One that a colleague made at Stripe's own desk is taken over, so that it counts here too.
    """
    payment = queries.find_payment_by_intent(session, answer.intent)
    if payment is None:
        say("payments.refund_not_ours", refund=answer.id)
        return
    refund = queries.find_refund(session, public_id=answer.refund, provider_refund_id=answer.id)
    if refund is None:
        refund = _row(payment, amount=answer.amount, reason="at Stripe", key=answer.id, now=now)
    refund.provider_refund_id = answer.id
    _settle(session, payment, refund, rules.refund_state(answer.status), now=now)


def note_refund_refused(session: Session, refund_id: str, *, now: datetime) -> None:
    """Note that Stripe will not send this refund, now or ever."""
    asked = queries.refund_with_payment(session, refund_id)
    payment = queries.payment_by_id(session, asked.payment_id, lock=True)
    if asked.state is RefundState.WANTED:
        _settle(session, payment, asked, RefundState.FAILED, now=now)


def _owe(
    session: Session, payment: Payment, *, amount: Money, reason: str, key: str, now: datetime
) -> Refund:
    refund = _row(payment, amount=amount, reason=reason, key=key, now=now)
    session.flush()  # two at once with one key: the second is met here
    outbox.ask_for(session, steps.REFUND, refund=refund.public_id)
    say("payments.refund_owed", refund=refund.public_id, payment=payment.public_id)
    return refund


def _row(payment: Payment, *, amount: Money, reason: str, key: str, now: datetime) -> Refund:
    refund = Refund(
        public_id=ids.public_id(),
        key=key,
        amount_minor=amount.minor,
        currency=amount.currency,
        reason=reason,
        state=RefundState.WANTED,
        wanted_at=now,
        asked_at=now,
    )
    payment.refunds.append(refund)
    return refund


def _settle(
    session: Session, payment: Payment, refund: Refund, state: RefundState, *, now: datetime
) -> None:
    """Keep the new state of the refund, move its payment, announce what became certain."""
    before, refund.state = refund.state, state
    if before is state:
        return
    done = sum(r.amount_minor for r in payment.refunds if r.state is RefundState.DONE)
    steps.move(payment, rules.refund_move(payment.amount, done), actor=STRIPE, now=now)
    say("payments.refund_settled", refund=refund.public_id, state=state)
    if state is RefundState.SENT:
        return
    refund.settled_at = now
    kind = Refunded if state is RefundState.DONE else RefundFailed
    told = kind(
        reference=payment.reference, amount_minor=refund.amount_minor, currency=refund.currency
    )
    events.announce(session, told)
