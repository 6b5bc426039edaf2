"""Commands about profiles: make, measure again, erase."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.kernel import ids
from shop.measurements import queries
from shop.measurements.models import CorrectionRow, Measurement, Profile, Revision, Walk
from shop.measurements.rules import (
    NO_FACTS,
    Body,
    Closeness,
    Facts,
    Shoulders,
    SizeTable,
    Source,
    Stance,
    Way,
    Whose,
)


def create(
    session: Session,
    *,
    person_id: int,
    name: str,
    table: SizeTable,
    body: Body,
    once: str,
    now: datetime,
    facts: Facts = NO_FACTS,
    whose: Whose = Whose.ME,
    way: Way = Way.EDIT,
) -> Profile:
    """Keep a body under a name; the same `once` finds the profile that was made already."""
    known = queries.find_by_once(session, once)
    if known is not None and known.person_id == person_id:
        return known
    profile = Profile(
        public_id=ids.public_id(),
        person_id=person_id,
        name=name,
        whose=whose,
        table=table,
        closeness=Closeness.AS_CUT,
        shoulders=Shoulders.USUAL,
        stance=Stance.USUAL,
        revision=0,
        once=once if known is None else ids.token(),
        created_at=now,
        changed_at=now,
        reminds=False,
        reminded_at=None,
    )
    try:
        with session.begin_nested():
            session.add(profile)
            session.flush()  # a double click meets the unique token here; the values need our id
    except IntegrityError:
        if queries.find_by_once(session, once) is None:
            raise
        return create(
            session,
            person_id=person_id,
            name=name,
            table=table,
            body=body,
            once=once,
            now=now,
            facts=facts,
            whose=whose,
            way=way,
        )
    record(session, profile, body=body, facts=facts, way=way, now=now)
    say("measurements.created", profile=profile.public_id, by=person_id, values=len(body))
    return profile


def record(
    session: Session,
    profile: Profile,
    *,
    now: datetime,
    body: Body | None = None,
    facts: Facts = NO_FACTS,
    gone: tuple[str, ...] = (),
    way: Way = Way.EDIT,
) -> None:
    """Write the given values as a new revision, nothing for nothing.

    What is not given stays; what is `gone` is not known any more.
    """
    if not body and not facts and not gone:
        return
    profile.revision += 1
    session.add(Revision(profile_id=profile.id, no=profile.revision, way=way, at=now))
    write(session, profile, profile.revision, body=body or {}, facts=facts, gone=gone, now=now)
    say("measurements.recorded", profile=profile.public_id, revision=profile.revision)


def write(
    session: Session,
    profile: Profile,
    no: int,
    *,
    now: datetime,
    body: Body,
    facts: Facts = NO_FACTS,
    gone: tuple[str, ...] = (),
) -> None:
    """Add values to the revision `no`, which must have none of these keys yet."""
    profile.changed_at = now
    rows: dict[str, dict[str, Any]] = {
        key: {
            "amount": value.mm,
            "low": value.low,
            "high": value.high,
            "source": value.source,
            "insisted": value.insisted,
        }
        for key, value in body.items()
    }
    rows |= {key: {"amount": n, "source": Source.TAPE} for key, n in facts.items()}
    rows |= {key: {"amount": None, "source": Source.TAPE} for key in gone}
    session.add_all(
        Measurement(
            profile_id=profile.id,
            revision=no,
            key=key,
            taken_at=now,
            **{"low": None, "high": None, "insisted": False} | row,
        )
        for key, row in rows.items()
    )


def rename(profile: Profile, *, name: str) -> None:
    """Give the profile another name; an empty one changes nothing."""
    profile.name = name or profile.name


def erase(session: Session, profile: Profile) -> None:
    """Delete the profile and every value it ever had, for good."""
    for table in (Measurement, Revision, Walk, CorrectionRow):
        session.execute(delete(table).where(table.profile_id == profile.id))
    session.execute(delete(Profile).where(Profile.id == profile.id))
    session.expunge(profile)
    say("measurements.erased", profile=profile.public_id)
