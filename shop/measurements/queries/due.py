"""Reads of who is to be asked to take the tape again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.measurements.models import Measurement, Profile
from shop.measurements.rules.estimating import TAKEN
from shop.measurements.rules.measures import GIRTHS
from shop.measurements.rules.reminders import OLD_AFTER

ENOUGH = 100  # letters in one go; the next minute writes the rest


def to_remind(session: Session, *, now: datetime) -> list[Profile]:
    """Return, locked, profiles that were not touched for a year and want a letter about it.

    One that got a letter within a year is left out, and so is one without a girth by tape.
    """
    long_ago = now - OLD_AFTER
    has_girth = (
        select(Measurement.id)
        .where(
            Measurement.profile_id == Profile.id,
            Measurement.key.in_(GIRTHS),
            Measurement.source.in_(TAKEN),
            Measurement.amount.is_not(None),
        )
        .exists()
    )
    is_due = (
        Profile.reminds
        & (Profile.changed_at < long_ago)
        & (Profile.reminded_at.is_(None) | (Profile.reminded_at < long_ago))
    )
    statement = select(Profile).where(is_due, has_girth).order_by(Profile.id).limit(ENOUGH)
    return list(session.scalars(statement.with_for_update(skip_locked=True)))


def find_profile(session: Session, public_id: str) -> Profile | None:
    """Return the profile that a link of ours names, whosever it is."""
    return session.scalar(select(Profile).where(Profile.public_id == public_id))
