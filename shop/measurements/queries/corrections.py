"""Reads of what garments taught us about a body."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.measurements.models import Corrected
from shop.measurements.rules import Decision


def corrections_of(
    session: Session, profile_id: int, *decisions: Decision
) -> tuple[Corrected, ...]:
    """Return what garments taught about this profile, as decided, oldest first."""
    statement = select(Corrected).where(
        Corrected.profile_id == profile_id, Corrected.decision.in_(decisions)
    )
    return tuple(session.scalars(statement.order_by(Corrected.id)))
