"""Asking those who wished for it to take the tape again, at most once a year."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.measurements import queries
from shop.measurements.models import Profile


def due_letters(session: Session, *, now: datetime) -> list[Profile]:
    """Return the profiles to write about, and count them as written to."""
    profiles = queries.to_remind(session, now=now)
    for profile in profiles:
        profile.reminded_at = now
        say("measurements.reminded", profile=profile.public_id)
    return profiles
