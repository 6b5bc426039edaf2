"""What happens to payments when people join or leave."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.payments.models import Payment


def take_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's payments to the person she turned out to be."""
    mine = update(Payment).where(Payment.person_id == guest_id)
    session.execute(mine.values(person_id=person_id))


def hand_over(session: Session, *, reference: str, person_id: int) -> None:
    """Give the payments of one reference to whom it belongs now."""
    theirs = update(Payment).where(Payment.reference == reference)
    session.execute(theirs.values(person_id=person_id))


def export_for(session: Session, person_id: int) -> dict[str, Any]:
    """Return all that is kept of the person's payments, for her to take along."""
    mine = select(Payment).where(Payment.person_id == person_id).order_by(Payment.id)
    return {"payments": [_told(payment) for payment in session.scalars(mine)]}


def forget(session: Session, person_id: int) -> None:
    """Blank what is personal. Amounts and dates stay: the books have to be kept."""
    session.execute(update(Payment).where(Payment.person_id == person_id).values(email=""))


def _told(payment: Payment) -> dict[str, Any]:
    return {
        "reference": payment.reference,
        "state": payment.state.value,
        "amount_minor": payment.amount_minor,
        "currency": payment.currency,
        "email": payment.email,
        "lines": payment.kept_lines,
        "opened_at": payment.opened_at.isoformat(),
        "paid_at": payment.paid_at.isoformat() if payment.paid_at else None,
    }
