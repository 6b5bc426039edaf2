"""Reads of walks with the tape."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.kernel.texts import gettext as _
from shop.measurements.models import Measurement, Walk
from shop.measurements.queries.history import body_of
from shop.measurements.rules import Body, Source, walking


@dataclass(frozen=True, kw_only=True)
class WalkView:
    """Where a walk stands: what is asked, what it has measured, what was left out."""

    keys: tuple[str, ...]
    done: Body
    skipped: tuple[str, ...]
    readings: dict[str, list[int]]  # of what is read more than once, in mm
    carried: dict[str, Any]

    @property
    def left(self) -> tuple[str, ...]:
        """What is neither measured nor left out."""
        return tuple(key for key in self.keys if key not in self.done and key not in self.skipped)

    def next_after(self, key: str = "") -> str:
        """Return what is measured next, going on from this one; nothing at the end."""
        return walking.after(self.keys, key, self.left)

    def place(self, key: str) -> int:
        """Return which of the measures this is, counted from 1."""
        return self.keys.index(key) + 1

    def before(self, key: str) -> str:
        """Return the measure before this one; nothing before the first."""
        at = self.keys.index(key)
        return self.keys[at - 1] if at else ""

    def stands(self) -> str:
        """Say how far the walk has come."""
        return _("%(n)s of %(all)s", n=len(self.keys) - len(self.left), all=len(self.keys))


def find_walk(session: Session, profile_id: int) -> Walk | None:
    """Return the walk with the tape that the profile is in the middle of."""
    return session.scalar(select(Walk).where(Walk.profile_id == profile_id))


def walk_view(session: Session, profile_id: int) -> WalkView | None:
    """Return where the profile's walk stands; None without one."""
    walk = find_walk(session, profile_id)
    if walk is None:
        return None
    rows = session.scalars(
        select(Measurement)
        .where(Measurement.profile_id == profile_id, Measurement.taken_at >= walk.begun_at)
        .order_by(Measurement.revision)
    )
    return standing(walk, {row.key: row for row in rows}.values())


def standing(walk: Walk, values: Iterable[Measurement]) -> WalkView:
    """Return where the walk stands; `values` are the newest of each key.

    Done is what the tape told since it was begun, on whatever page it was written down.
    """
    done = {
        row.key: row
        for row in values
        if row.source is Source.TAPE
        and row.amount
        and row.key in walk.keys
        and row.taken_at >= walk.begun_at
    }
    return WalkView(
        keys=tuple(walk.keys),
        done=body_of(done),
        skipped=tuple(walk.skipped),
        readings=dict(walk.first),
        carried=dict(walk.carried),
    )
