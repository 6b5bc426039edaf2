"""Commands about what a profile's owner wants: how close, whose it is, letters, her weight."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from shop.measurements.models import Profile
from shop.measurements.queries import ProfileView
from shop.measurements.rules import WEIGHTS, Closeness, Shoulders, Stance, Way, Whose
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
    """Keep today's weight as a new revision; the same once more on one day changes nothing."""
    key = WEIGHTS[0]
    told_at = view.taken.get(key)
    if view.facts.get(key) == grams and told_at and now - told_at < SAME_DAY:
        return
    record(session, profile, facts={key: grams}, way=Way.EDIT, now=now)
