"""Reads of how profiles came to be what they are."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from shop.measurements.models import Measurement, Profile, Revision
from shop.measurements.rules import KEYS, Body, Measured


def with_history(session: Session, person_id: int) -> list[Profile]:
    """Return the person's profiles with every value they ever had, and every revision."""
    statement = select(Profile).where(Profile.person_id == person_id).order_by(Profile.id)
    loaded = statement.options(selectinload(Profile.measurements), selectinload(Profile.revisions))
    return list(session.scalars(loaded))


def revisions_of(session: Session, profile_id: int) -> list[Revision]:
    """Return how the profile came to be what it is, the newest first."""
    statement = select(Revision).where(Revision.profile_id == profile_id)
    return list(session.scalars(statement.order_by(Revision.no.desc())))


def values_at(session: Session, profile_id: int, no: int) -> dict[str, Measurement]:
    """Return by key what was known after this revision; what was given up is left out."""
    statement = select(Measurement).where(
        Measurement.profile_id == profile_id, Measurement.revision <= no
    )
    rows = session.scalars(statement.order_by(Measurement.revision))
    return {key: row for key, row in {row.key: row for row in rows}.items() if row.amount}


def body_of(values: Mapping[str, Measurement]) -> Body:
    """Return the lengths among these values, in the order of the trade."""
    return {key: _measured(values[key]) for key in KEYS if key in values}


def _measured(row: Measurement) -> Measured:
    return Measured(
        mm=row.amount or 0, source=row.source, low=row.low, high=row.high, insisted=row.insisted
    )
