"""Reads of walks with the tape."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.measurements.models import Walk


def find_walk(session: Session, profile_id: int) -> Walk | None:
    """Return the walk with the tape that the profile is in the middle of."""
    return session.scalar(select(Walk).where(Walk.profile_id == profile_id))
