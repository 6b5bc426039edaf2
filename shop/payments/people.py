"""What payments keep of people: told, handed over, blanked as far as the books allow."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session, selectinload

from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.payments.models import Payment

PAYMENT: Final = (
    "public_id reference attempt state amount_minor currency email description hosted_url"
    " success_url cancel_url provider_session_id provider_intent_id opened_at expires_at paid_at"
)
REFUND: Final = (
    "public_id state amount_minor currency reason provider_refund_id wanted_at settled_at"
)


FATES: Final[Fates] = {
    **fates(
        "payments",
        after_order="email hosted_url",
        stays="public_id person_id reference attempt amount_minor currency state description"
        " kept_lines success_url cancel_url provider_session_id provider_intent_id opened_at"
        " expires_at asked_at paid_at",
    ),
    **fates(
        "payment_steps",
        after_order="reason",
        stays="payment_id move before after actor_kind actor_id at",
    ),
    **fates(
        "refunds",
        after_order="reason",
        stays="public_id key payment_id amount_minor currency state provider_refund_id wanted_at"
        " asked_at settled_at",
    ),
}
GOES: Final = ""


def export(session: Session, person_id: int) -> Exported:
    """Return all that is kept of the person's payments, with what went back."""
    return {"payments": [_payment(each) for each in _payments(session, person_id)]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's payments to the person."""
    theirs = update(Payment).where(Payment.person_id == guest_id)
    session.execute(theirs.values(person_id=person_id))


def forget(session: Session, leaving: Leaving) -> None:
    """Blank what is personal where nothing is to be paid any more.

    Amounts, dates and Stripe's names stay: they are the books, and refunds need them.
    """
    for payment in _payments(session, leaving.person_id, lock=True):
        if payment.reference not in leaving.needed:
            payment.email, payment.hosted_url = "", None
            for refund in payment.refunds:
                refund.reason = ""
            for step in payment.steps:
                step.reason = ""


def _payments(session: Session, person_id: int, *, lock: bool = False) -> list[Payment]:
    whole = (selectinload(Payment.refunds), selectinload(Payment.steps))
    hers = select(Payment).where(Payment.person_id == person_id).options(*whole)
    if lock:
        hers = hers.with_for_update().execution_options(populate_existing=True)
    return list(session.scalars(hers.order_by(Payment.id)))


def _payment(payment: Payment) -> Exported:
    return columns(payment, PAYMENT) | {
        "lines": payment.kept_lines,
        "steps": [columns(each, "move before after actor_kind at") for each in payment.steps],
        "refunds": [columns(each, REFUND) for each in payment.refunds],
    }
