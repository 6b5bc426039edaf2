"""Reads about bodies: the only way to them for everybody else. Always by whose they are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements.models import Measurement, Profile
from shop.measurements.queries.history import body_of
from shop.measurements.rules import (
    FACTS,
    WEIGHTS,
    Body,
    Closeness,
    Facts,
    Shoulders,
    SizeTable,
    Stance,
    Weighed,
    Whose,
)
from shop.measurements.rules.facts import WEIGHT_SAID


@dataclass(frozen=True, kw_only=True)
class ProfileView:
    """A profile as it stands now, apart from the database; `body` in the order of the trade."""

    id: int
    public_id: str
    name: str
    whose: Whose
    table: SizeTable
    closeness: Closeness
    shoulders: Shoulders
    stance: Stance
    revision: int
    reminds: bool
    created_at: datetime
    changed_at: datetime
    body: Body
    facts: Facts
    taken: Mapping[str, datetime]  # when each value and each fact was told
    weighed: tuple[Weighed, ...]  # every weight ever told, the oldest first


def profiles_of(session: Session, person_id: int | None) -> list[ProfileView]:
    """Return the person's profiles with their present values, the last changed first."""
    profiles: dict[int, Profile] = {}
    values: dict[int, list[Measurement]] = {}
    for profile, value in session.execute(with_values().where(Profile.person_id == person_id)):
        profiles[profile.id] = profile
        values.setdefault(profile.id, []).extend([value] if value else [])
    return [view_of(each, values[id_]) for id_, each in profiles.items()]


def profile_of(session: Session, *, person_id: int | None, public_id: str) -> ProfileView:
    """Return the person's own profile; raise NotFound for anybody else's."""
    wanted = with_values().where(Profile.person_id == person_id, Profile.public_id == public_id)
    rows = session.execute(wanted).all()
    if not rows:
        raise no_such()
    return view_of(rows[0][0], [value for _profile, value in rows if value])


def profiles_named(
    session: Session, *, person_id: int, public_ids: Collection[str]
) -> dict[str, ProfileView]:
    """Return those of these profiles that are the person's own, by public id."""
    rows: dict[str, tuple[Profile, list[Measurement]]] = {}
    mine = (Profile.person_id == person_id) & Profile.public_id.in_(public_ids)
    for profile, value in session.execute(with_values().where(mine)):
        rows.setdefault(profile.public_id, (profile, []))[1].extend([value] if value else [])
    return {code: view_of(profile, values) for code, (profile, values) in rows.items()}


def own_profile(
    session: Session, *, person_id: int | None, public_id: str, lock: bool = False
) -> Profile:
    """Return the row to be changed by a command; raise NotFound for anybody else's."""
    statement = select(Profile).where(
        Profile.person_id == person_id, Profile.public_id == public_id
    )
    profile = session.scalar(statement.with_for_update() if lock else statement)
    if profile is None:
        raise no_such()
    return profile


def find_by_once(session: Session, once: str) -> Profile | None:
    """Return the profile that was made from this copy of the form, whosever it is."""
    return session.scalar(select(Profile).where(Profile.once == once))


def with_values() -> Select[Profile, Measurement | None]:
    """Join each profile with the latest revision of each value, and with every weight told."""
    newest = (
        select(
            func.max(Measurement.revision).label("revision"),
            Measurement.profile_id,
            Measurement.key,
        )
        .group_by(Measurement.profile_id, Measurement.key)
        .subquery()
    )
    is_wanted = (
        (Measurement.profile_id == newest.c.profile_id)
        & (Measurement.key == newest.c.key)
        & ((Measurement.revision == newest.c.revision) | Measurement.key.in_(WEIGHTS))
    )
    return (
        select(Profile, Measurement)
        .outerjoin(newest, newest.c.profile_id == Profile.id)
        .outerjoin(Measurement, is_wanted)
        .order_by(Profile.changed_at.desc(), Profile.id.desc(), Measurement.revision)
    )


def view_of(profile: Profile, values: list[Measurement]) -> ProfileView:
    """Return the profile with these values of it, the latest of each last."""
    by_key = {each.key: each for each in values}  # the latest comes last
    by_key = {key: each for key, each in by_key.items() if each.amount}
    return ProfileView(
        id=profile.id,
        public_id=profile.public_id,
        name=profile.name,
        whose=profile.whose,
        table=profile.table,
        closeness=profile.closeness,
        shoulders=profile.shoulders,
        stance=profile.stance,
        revision=profile.revision,
        reminds=profile.reminds,
        created_at=profile.created_at,
        changed_at=profile.changed_at,
        body=body_of(by_key),
        facts={key: by_key[key].amount or 0 for key in FACTS if key in by_key},
        taken={key: value.taken_at for key, value in by_key.items()},
        weighed=tuple(
            Weighed(g=each.amount, at=each.taken_at, is_said=each.key == WEIGHT_SAID)
            for each in values
            if each.key in WEIGHTS and each.amount
        ),
    )


def no_such() -> NotFound:
    """Return what is said of a profile that is not there, or not the caller's."""
    return NotFound(_("There is no such profile."))
