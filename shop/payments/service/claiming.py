"""Who pays may turn out to be somebody else."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from shop.payments.models import Payment


def give_to(session: Session, *, reference: str, person_id: int) -> None:
    """Give the payments of one reference to whom it belongs now."""
    theirs = update(Payment).where(Payment.reference == reference)
    session.execute(theirs.values(person_id=person_id))
