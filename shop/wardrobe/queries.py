"""Reads of garments that fit. Who may see the profile may see its wardrobe."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements.models import CorrectionRow, Profile
from shop.measurements.queries import cut_with
from shop.measurements.rules import Correction, Decision, Follow
from shop.wardrobe.models import WardrobeGarment


@dataclass(frozen=True, kw_only=True)
class KeptView:
    """A garment that fits, apart from the database; its finished measures in mm by point."""

    public_id: str
    garment: str
    fit: str
    name: str
    points: Mapping[str, int]
    followed: bool
    line: str | None
    created_at: datetime

    @classmethod
    def of(cls, row: WardrobeGarment) -> Self:
        return cls(
            public_id=row.public_id,
            garment=row.garment,
            fit=row.fit,
            name=row.name,
            points=row.points,
            followed=row.followed,
            line=row.line,
            created_at=row.created_at,
        )


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """What garments taught of a wearer, and those that the next of their kind follow."""

    corrections: tuple[Correction, ...] = ()
    follows: Mapping[str, Follow] = field(default_factory=dict)  # by garment


def kept_of(session: Session, *, profile_id: int, garment: str = "") -> list[KeptView]:
    """Return the garments that fit the wearer of this profile, of one kind or of all; newest first.

    The caller has seen to it that the profile is its reader's.
    """
    statement = _of(profile_id)
    if garment:
        statement = statement.where(WardrobeGarment.garment == garment)
    return [KeptView.of(row) for row in session.scalars(statement)]


def lessons_of(session: Session, profile_ids: Collection[int]) -> Mapping[int, Lessons]:
    """Return what the next garments of these wearers learn from others, by profile; in one query.

    The caller has seen to it that the profiles are their reader's.
    """
    if not profile_ids:
        return {}
    is_taught = (CorrectionRow.profile_id == Profile.id) & (
        CorrectionRow.decision == Decision.ACCEPTED
    )
    rows = session.execute(
        select(Profile.id, CorrectionRow, WardrobeGarment)
        .outerjoin(CorrectionRow, is_taught)
        .outerjoin(
            WardrobeGarment, (WardrobeGarment.profile_id == Profile.id) & WardrobeGarment.followed
        )
        .where(Profile.id.in_(profile_ids))
        .order_by(CorrectionRow.id, WardrobeGarment.id)
    ).all()
    return {each: _lessons([row for row in rows if row[0] == each]) for each in profile_ids}


def _lessons(rows: Sequence[Row[int, CorrectionRow | None, WardrobeGarment | None]]) -> Lessons:
    taught = {row.id: row for _profile, row, _kept in rows if row is not None}
    worn = (row for _profile, _taught, row in rows if row is not None)
    followed = {row.garment: row for row in worn}  # the newest comes last
    return Lessons(
        corrections=cut_with(taught.values()),
        follows={
            garment: Follow(name=row.name, points=row.points) for garment, row in followed.items()
        },
    )


def own_kept(
    session: Session, *, person_id: int | None, profile: str, public_id: str, lock: bool = False
) -> WardrobeGarment:
    """Return the row to be changed; raise NotFound for what does not hang in her own wardrobe."""
    statement = (
        select(WardrobeGarment)
        .join(Profile, Profile.id == WardrobeGarment.profile_id)
        .where(
            WardrobeGarment.public_id == public_id,
            Profile.public_id == profile,
            Profile.person_id == person_id,
        )
    )
    row = session.scalar(statement.with_for_update(of=WardrobeGarment) if lock else statement)
    if row is None:
        raise NotFound(_("There is no such garment in this wardrobe."))
    return row


def find_by_once(session: Session, once: str) -> WardrobeGarment | None:
    """Return the garment that was kept from this copy of the form, whosever it is."""
    return session.scalar(select(WardrobeGarment).where(WardrobeGarment.once == once))


def find_by_line(session: Session, *, profile_id: int, line: str) -> WardrobeGarment | None:
    """Return the garment we made as this line of an order, if the wearer has kept it."""
    return session.scalar(
        select(WardrobeGarment).where(
            WardrobeGarment.profile_id == profile_id, WardrobeGarment.line == line
        )
    )


def kept_by_person(session: Session, person_id: int) -> list[tuple[str, WardrobeGarment]]:
    """Return all that hangs in the person's wardrobes, each with the name of its profile."""
    statement = (
        select(Profile.name, WardrobeGarment)
        .join(WardrobeGarment, WardrobeGarment.profile_id == Profile.id)
        .where(Profile.person_id == person_id)
        .order_by(Profile.id, WardrobeGarment.id)
    )
    return [(name, row) for name, row in session.execute(statement)]


def _of(profile_id: int) -> Select[WardrobeGarment]:
    return (
        select(WardrobeGarment)
        .where(WardrobeGarment.profile_id == profile_id)
        .order_by(WardrobeGarment.id.desc())
    )
