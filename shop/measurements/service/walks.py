"""Commands of a walk with the tape: begin, read, leave out, end. Every reading is kept at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.measurements import queries
from shop.measurements.models import Measurement, Profile, Revision, Walk
from shop.measurements.queries import ProfileView
from shop.measurements.rules import Body, Way, refreshed
from shop.measurements.service.profiles import write


def begin_walk(
    session: Session,
    profile: Profile,
    *,
    keys: Sequence[str],
    carried: Mapping[str, str],
    now: datetime,
) -> Walk:
    """Begin a walk through these measures, or go on with the one that was begun for the same."""
    walk = queries.find_walk(session, profile.id)
    if walk is None:
        walk = Walk(
            profile_id=profile.id,
            keys=[],
            skipped=[],
            first={},
            revision=None,
            carried={},
            begun_at=now,
        )
        session.add(walk)
    if walk.keys != list(keys):
        walk.keys, walk.skipped, walk.first, walk.revision = list(keys), [], {}, None
        walk.begun_at = now
    walk.carried = dict(carried)
    say("measurements.walk", profile=profile.public_id, measures=len(walk.keys))
    return walk


def read_again(walk: Walk, key: str, mm: int) -> list[int]:
    """Keep a reading that waits for another one; return all of this measure, in mm."""
    readings = [*walk.first.get(key, []), mm]
    walk.first = {**walk.first, key: readings}
    return readings


def put(
    session: Session,
    profile: Profile,
    walk: Walk,
    view: ProfileView,
    *,
    values: Body,
    now: datetime,
) -> None:
    """Keep values in the walk's revision; one that is there already is replaced.

    What was estimated is estimated anew from them. Another change of the profile meanwhile makes
    the walk go on in a revision of its own.
    """
    if walk.revision is None or walk.revision != profile.revision:
        profile.revision += 1
        walk.revision = profile.revision
        session.add(Revision(profile_id=profile.id, no=walk.revision, way=Way.TAPE, at=now))
    new = {**refreshed({**view.body, **values}, view.facts, table=view.table), **values}
    session.execute(
        delete(Measurement).where(
            Measurement.profile_id == profile.id,
            Measurement.revision == walk.revision,
            Measurement.key.in_(list(new)),
        )
    )
    write(session, profile, walk.revision, body=new, now=now)
    walk.skipped = [key for key in walk.skipped if key not in values]
    walk.first = {key: rest for key, rest in walk.first.items() if key not in values}


def skip(walk: Walk, key: str) -> None:
    """Leave out what she cannot measure."""
    walk.first = {each: rest for each, rest in walk.first.items() if each != key}
    if key not in walk.skipped:
        walk.skipped = [*walk.skipped, key]


def end_walk(session: Session, walk: Walk) -> None:
    """End the walk; what was measured is in the profile."""
    session.delete(walk)
