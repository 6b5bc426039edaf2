"""Believe what Stripe says when asked. It may be said twice, late, or in any order."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.infra import events, outbox
from shop.infra.log import say
from shop.kernel.actors import CLOCK, HOUSE, STRIPE
from shop.payments import queries, rules
from shop.payments.events import PaymentExpired, PaymentFailed, PaymentReceived, SettlingBegins
from shop.payments.gateways.requests import HostedPage, Note
from shop.payments.models import Payment, WebhookReceipt
from shop.payments.rules import Move, PaymentState, Topic
from shop.payments.service import refunding, steps


class AmountMismatch(Exception):
    """Stripe holds another amount than we asked for: somebody has to look."""


def take_in(session: Session, note: Note, *, now: datetime) -> None:
    """Keep the webhook once by its name, and let a worker ask what it hints at."""
    if session.scalar(select(WebhookReceipt.id).filter_by(event_id=note.id)) is not None:
        return
    receipt = WebhookReceipt(event_id=note.id, kind=note.kind, received_at=now)
    session.add(receipt)
    session.flush()  # of two at once the second fails here, is sent again, and finds the first
    topic = rules.topic_of(note.kind)
    if topic is Topic.SESSION:
        outbox.ask_for(session, steps.SETTLE, page=note.about, receipt=receipt.id)
    elif topic is Topic.REFUND:
        outbox.ask_for(session, steps.SETTLE_REFUND, refund=note.about, receipt=receipt.id)
    else:
        receipt.done_at = now
    say("payments.hinted", kind=note.kind)


def note_page(session: Session, page: HostedPage, *, now: datetime) -> None:
    """Let the payment be what its page has come to, and tell the others once.

    A page that is not ours changes nothing. Raises AmountMismatch instead of believing in money
    that is not the money we asked for.
    """
    known = queries.find_payment(session, public_id=page.payment, provider_session_id=page.id)
    if known is None:
        say("payments.not_ours", session=page.id)
        return
    payment = _locked(session, known)
    payment.provider_session_id = payment.provider_session_id or page.id
    payment.asked_at = now
    step = rules.move_for(page.status, page.payment_status, page.intent_status)
    if step is None or step not in rules.MOVES.moves_from(payment.state):
        return
    if step is Move.PAY:
        _receive(session, payment, page, now=now)
    else:
        _lose(session, payment, step, now=now)


def expire_unopened(session: Session, *, now: datetime) -> None:
    """End the payments whose page nobody ever asked for: there is nobody to ask about them."""
    for known in queries.never_begun(session, now=now):
        payment = _locked(session, known)
        if payment.state is PaymentState.OPEN and payment.provider_session_id is None:
            _lose(session, payment, Move.EXPIRE, now=now)


def _locked(session: Session, known: Payment) -> Payment:
    events.announce(session, SettlingBegins(reference=known.reference))
    return queries.payment_by_id(session, known.id, lock=True)


def _receive(session: Session, payment: Payment, page: HostedPage, *, now: datetime) -> None:
    """Note the money. What was withdrawn, or is paid by another attempt, goes back whole."""
    if page.amount != payment.amount:
        raise AmountMismatch(f"payment={payment.public_id}")
    was_withdrawn = payment.state is PaymentState.WITHDRAWN
    attempts = queries.payments_for(session, payment.reference, lock=True)
    is_second = any(other.paid_at is not None for other in attempts if other is not payment)
    payment.provider_intent_id, payment.paid_at = page.intent, now
    steps.move(payment, Move.PAY, actor=STRIPE, now=now)
    if was_withdrawn or is_second:
        refunding.return_whole(session, payment, now=now)
        return
    for other in attempts:
        if other is not payment and other.state is PaymentState.OPEN:
            steps.move(other, Move.WITHDRAW, actor=HOUSE, now=now)
            if other.provider_session_id:
                outbox.ask_for(session, steps.CLOSE, page=other.provider_session_id)
    events.announce(
        session,
        PaymentReceived(
            reference=payment.reference,
            payment_id=payment.id,
            amount_minor=payment.amount_minor,
            currency=payment.currency,
            at=now,
        ),
    )


def _lose(session: Session, payment: Payment, step: Move, *, now: datetime) -> None:
    steps.move(payment, step, actor=CLOCK if step is Move.EXPIRE else STRIPE, now=now)
    payment.email = ""
    if step is Move.EXPIRE:
        events.announce(session, PaymentExpired(reference=payment.reference))
    elif step is Move.FAIL:
        events.announce(session, PaymentFailed(reference=payment.reference))
