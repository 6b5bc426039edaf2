"""Commands about profiles: make, measure again, rename, erase, hand over."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.kernel import ids
from shop.measurements import queries
from shop.measurements.models import Measurement, Profile
from shop.measurements.rules import Body, Table


def create(
    session: Session,
    *,
    person_id: int,
    name: str,
    table: Table,
    body: Body,
    once: str,
    now: datetime,
) -> Profile:
    """Keep a body under a name; the same `once` finds the profile that was made already."""
    known = queries.find_by_once(session, once)
    if known is not None and known.person_id == person_id:
        return known
    profile = Profile(
        public_id=ids.public_id(), person_id=person_id, name=name, table=table, revision=0,
        once=once if known is None else ids.token(), created_at=now, changed_at=now,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(profile)
            session.flush()  # a double click meets the unique token here; the values need our id
    except IntegrityError:
        return create(session, person_id=person_id, name=name, table=table, body=body,
                      once=once, now=now)  # fmt: skip
    record(session, profile, body=body, now=now)
    say("measurements.created", profile=profile.public_id, by=person_id, values=len(body))
    return profile


def record(session: Session, profile: Profile, *, body: Body, now: datetime) -> None:
    """Write the given values as a new revision; what is not given stays. Nothing for nothing."""
    if not body:
        return
    profile.revision += 1
    profile.changed_at = now
    session.add_all(
        Measurement(profile_id=profile.id, revision=profile.revision, key=key, mm=value.mm,
                    source=value.source, taken_at=now)
        for key, value in body.items()
    )  # fmt: skip
    say("measurements.recorded", profile=profile.public_id, revision=profile.revision)


def rename(profile: Profile, *, name: str) -> None:
    """Give the profile another name; an empty one changes nothing."""
    profile.name = name or profile.name


def erase(session: Session, profile: Profile) -> None:
    """Delete the profile and every value it ever had, for good."""
    session.execute(delete(Measurement).where(Measurement.profile_id == profile.id))
    session.execute(delete(Profile).where(Profile.id == profile.id))
    session.expunge(profile)
    say("measurements.erased", profile=profile.public_id)


def take_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's profiles to the person she turned out to be."""
    session.execute(
        update(Profile).where(Profile.person_id == guest_id).values(person_id=person_id)
    )


def export_for(session: Session, person_id: int) -> dict[str, Any]:
    """Return everything kept about the person's body, with its history, fit for JSON."""
    return {"profiles": [_exported(each) for each in queries.with_history(session, person_id)]}


def forget(session: Session, person_id: int) -> None:
    """Delete all that is kept about the person's body."""
    for profile in queries.with_history(session, person_id):
        erase(session, profile)


def _exported(profile: Profile) -> dict[str, Any]:
    return {
        "name": profile.name,
        "table": profile.table.value,
        "created_at": profile.created_at.isoformat(),
        "measurements": [
            {
                "key": each.key,
                "mm": each.mm,
                "source": each.source.value,
                "revision": each.revision,
                "taken_at": each.taken_at.isoformat(),
            }
            for each in profile.measurements
        ],
    }
