"""Commands about what a profile's owner wants: how close, whose it is, letters, her weight."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from shop.measurements.models import Profile
from shop.measurements.queries import ProfileView
from shop.measurements.rules import Body, Closeness, Shoulders, Stance, Way, Whose
from shop.measurements.rules.estimating import TAKEN, refreshed
from shop.measurements.rules.facts import WEIGHT
from shop.measurements.service.profiles import record

SAME_DAY: Final = timedelta(hours=12)


def prefer(profile: Profile, *, closeness: Closeness, shoulders: Shoulders, stance: Stance) -> None:
    """Keep how she likes garments to sit, and how she stands; the next garment is cut so."""
    profile.closeness, profile.shoulders, profile.stance = closeness, shoulders, stance


def give_to(profile: Profile, *, whose: Whose) -> None:
    """Say whose body it is."""
    profile.whose = whose


def write_letters(profile: Profile, *, wanted: bool) -> None:
    """Write when it is time to measure again, or stop doing so."""
    profile.reminds = wanted


def weigh(
    session: Session, profile: Profile, view: ProfileView, *, grams: int, now: datetime
) -> None:
    """Keep today's weight as a new revision; the same once more on one day changes nothing.

    A body that is all estimated follows. Where a tape was, a reminder asks for it again instead.
    """
    told_at = view.taken.get(WEIGHT)
    if view.facts.get(WEIGHT) == grams and told_at and now - told_at < SAME_DAY:
        return
    record(
        session, profile, body=_following(view, grams), facts={WEIGHT: grams}, way=Way.EDIT, now=now
    )


def _following(view: ProfileView, grams: int) -> Body:
    if any(value.source in TAKEN for value in view.body.values()):
        return {}
    return refreshed(view.body, {**view.facts, WEIGHT: grams}, table=view.table)
