"""What the worker does: one outside thing each, before its first write, quiet when done twice."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from shop.infra import db, outbox
from shop.infra.jobs import Job, Sweep
from shop.kernel import clock
from shop.payments import queries, rules, service
from shop.payments.gateways.requests import RefundRequest
from shop.payments.gateways.stripe_api import NotAccepted, gateway
from shop.payments.models import WebhookReceipt
from shop.payments.rules import RefundState
from shop.payments.service import steps


def settle(session: Session, job: Mapping[str, Any]) -> None:
    """Ask about a hosted page and believe the answer."""
    try:
        page = gateway().page(job["page"])
    except NotAccepted as refusal:
        if not refusal.is_missing:
            raise
        page = None  # not of this account: nothing of ours
    if page is not None:
        service.note_page(session, page, now=clock.now())
    _done(session, job)


def settle_refund(session: Session, job: Mapping[str, Any]) -> None:
    """Ask about a refund and believe the answer."""
    try:
        answer = gateway().refund(job["refund"])
    except NotAccepted as refusal:
        if not refusal.is_missing:
            raise
        answer = None
    if answer is not None:
        service.note_refund(session, answer, now=clock.now())
    _done(session, job)


def refund(session: Session, job: Mapping[str, Any]) -> None:
    """Send money back. What was read for it is let go before Stripe is asked."""
    with db.look() as reading:
        owed = queries.refund_with_payment(reading, job["refund"])
    if owed.state is not RefundState.WANTED:
        return
    wanted = RefundRequest(
        key=rules.refund_key(owed.public_id),
        refund=owed.public_id,
        intent=owed.payment.provider_intent_id or "",
        amount=owed.amount,
    )
    try:
        answer = gateway().send_back(wanted)
    except NotAccepted as refusal:
        if refusal.is_mismatch:
            raise  # one key for two different refunds: a fault of ours, to be looked at
        service.note_refund_refused(session, owed.public_id, now=clock.now())
    else:
        service.note_refund(session, answer, now=clock.now())


def close(session: Session, job: Mapping[str, Any]) -> None:
    """Close the page of a payment we no longer ask for; see what it came to if that is too late."""
    try:
        gateway().close_page(job["page"])
    except NotAccepted:
        settle(session, job)


def ask_about_silent(session: Session) -> None:
    """Ask about pages and refunds that no webhook told of, and end what was never begun."""
    now = clock.now()
    for payment in queries.to_ask_about(session, now=now):
        payment.asked_at = now
        outbox.ask_for(session, steps.SETTLE, page=payment.provider_session_id)
    for back in queries.refunds_to_ask_about(session, now=now):
        back.asked_at = now
        outbox.ask_for(session, steps.SETTLE_REFUND, refund=back.provider_refund_id)
    service.expire_unopened(session, now=now)


def _done(session: Session, job: Mapping[str, Any]) -> None:
    receipt = session.get(WebhookReceipt, job["receipt"]) if "receipt" in job else None
    if receipt is not None:
        receipt.done_at = clock.now()


JOBS: Mapping[str, Job] = {
    steps.SETTLE: settle,
    steps.SETTLE_REFUND: settle_refund,
    steps.REFUND: refund,
    steps.CLOSE: close,
}
SWEEPS: tuple[Sweep, ...] = (ask_about_silent,)
