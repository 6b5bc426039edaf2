"""Reads of everything a profile was ever told, as values apart from the database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.measurements.models import Measurement
from shop.measurements.rules.histories import Recorded, Value


def recorded_of(session: Session, profile_id: int) -> tuple[Recorded, ...]:
    """Return every value of every revision, the oldest first."""
    statement = select(Measurement).where(Measurement.profile_id == profile_id)
    rows = session.scalars(statement.order_by(Measurement.revision, Measurement.id))
    return tuple(Recorded(revision=row.revision, key=row.key, value=_value(row)) for row in rows)


def _value(row: Measurement) -> Value | None:
    if row.amount is None:
        return None
    return Value(
        amount=row.amount, source=row.source, low=row.low, high=row.high, insisted=row.insisted
    )
