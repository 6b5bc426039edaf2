"""Reads for the profile's own page: all of it in one query, and what its owner is reminded of."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.kernel.lengths import Unit
from shop.measurements.models import Profile, Walk
from shop.measurements.queries.profiles import ProfileView, no_such, view_of, with_values
from shop.measurements.queries.walks import WalkView, standing
from shop.measurements.rules import Reminder, reminders


def page_of(
    session: Session, *, person_id: int | None, public_id: str
) -> tuple[ProfileView, WalkView | None]:
    """Return the person's own profile and its open walk; raise NotFound for anybody else's."""
    wanted = with_values().where(Profile.person_id == person_id, Profile.public_id == public_id)
    joined = wanted.add_columns(Walk).outerjoin(Walk, Walk.profile_id == Profile.id)
    rows = session.execute(joined).all()
    if not rows:
        raise no_such()
    profile, _value, walk = rows[0]
    values = [value for _profile, value, _walk in rows if value]
    return view_of(profile, values), standing(walk, values) if walk else None


def reminders_of(
    profile: ProfileView, *, now: datetime, unit: Unit = Unit.CM
) -> tuple[Reminder, ...]:
    """Return what should be measured again before the next order, in sentences; often nothing."""
    return reminders(
        profile.body,
        facts=profile.facts,
        taken=profile.taken,
        weighed=profile.weighed,
        table=profile.table,
        now=now,
        unit=unit,
    )
