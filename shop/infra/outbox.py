"""Wishes for outside things are rows: written with the change that wants them, done afterwards.

A worker *leases* one row at a time, at the moment it begins it, and tries until done. Most jobs may
be done twice: they are written so that the second time is quiet. One that may not (a letter) is
marked as *begun* before the outside hears of it; where its worker dies in between, nobody knows
whether it went out, and a colleague decides. What the outside refuses for good is *given up*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from shop.infra.db import Model
from shop.kernel import clock

LEASE: Final = timedelta(minutes=10)  # longer than any one job may take: all have deadlines
PAUSES: Final = tuple(timedelta(minutes=m) for m in (0, 1, 5, 30, 120, 720))
CAUSE_MAX: Final = 200


class OutboxRow(Model):
    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "done_at", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    about: Mapped[str] = mapped_column(default="")  # one open wish of a topic about one thing
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    tries: Mapped[int] = mapped_column(default=0)  # names the lease, too: each try is one
    recorded_at: Mapped[datetime]
    due_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]  # of what must not be done twice
    cause: Mapped[str] = mapped_column(default="")  # why it failed last; nobody's words
    given_up_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]  # the house knows that it fails
    done_at: Mapped[datetime | None]
    person_id: Mapped[int | None] = mapped_column(  # to whom, or about whom, if it is a letter
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )


class RefusedForGood(Exception):
    """The outside will never do this, however often it is asked; the message is the cause."""


class LeaseLost(Exception):
    """Another worker does the row meanwhile: we were too slow."""


class OutcomeUnknown(Exception):
    """The outside may have done it or not, and it must not be done twice."""


@dataclass(frozen=True, kw_only=True)
class Lease:
    """The right of one worker to do a row now. `was_begun`: another one died over it."""

    row_id: int
    no: int
    topic: str
    payload: Mapping[str, Any]
    was_begun: bool


def ask_for(
    session: Session, job: str, *, about: str = "", whom: int | None = None, **facts: Any
) -> None:
    """Keep the wish for an outside thing; a worker does it after the commit.

    With `about`, a wish of this kind that is still open about the same thing is wish enough.
    `whom` is the person of whom the facts tell something, if they do.
    """
    if about and session.scalar(_open().where(OutboxRow.topic == job, OutboxRow.about == about)):
        return
    now = clock.now()
    session.add(
        OutboxRow(
            topic=job,
            about=about,
            payload=facts,
            tries=0,
            recorded_at=now,
            due_at=now,
            person_id=whom,
        )
    )
    session.info["woken"] = True


def take_next(session: Session, *, now: datetime) -> Lease | None:
    """Lease the oldest row that is due to the caller, who begins it at once; None if none is."""
    due = _open().where(OutboxRow.due_at <= now).order_by(OutboxRow.id).limit(1)
    row = session.scalar(due.with_for_update(skip_locked=True))
    if row is None:
        return None
    row.due_at = now + LEASE
    row.tries += 1
    return Lease(
        row_id=row.id,
        no=row.tries,
        topic=row.topic,
        payload=row.payload,
        was_begun=row.begun_at is not None,
    )


def held(session: Session, lease: Lease) -> OutboxRow | None:
    """Return the leased row, locked; None when it is done or somebody else leased it meanwhile."""
    mine = _open().where(OutboxRow.id == lease.row_id, OutboxRow.tries == lease.no)
    return session.scalar(mine.with_for_update().execution_options(populate_existing=True))


def begin(session: Session, lease: Lease, *, now: datetime) -> None:
    """Mark that the outside is told now of what must not be done twice.

    Raises LeaseLost when somebody else has leased the row meanwhile: then it is not ours to do.
    """
    row = held(session, lease)
    if row is None:
        raise LeaseLost
    row.begun_at = now


def settle(row: OutboxRow, *, now: datetime) -> None:
    """Mark as done, and forget the payload of a job: it may hold what somebody wrote."""
    row.done_at = now
    row.payload = {}


def postpone(row: OutboxRow, *, cause: str, now: datetime) -> None:
    """Let it be tried again after a pause that grows."""
    row.due_at = now + PAUSES[min(row.tries, len(PAUSES) - 1)]
    row.begun_at, row.cause = None, cause[:CAUSE_MAX]


def give_up(row: OutboxRow, *, cause: str, now: datetime) -> None:
    """Try no more by itself; a colleague may."""
    row.given_up_at, row.cause = now, cause[:CAUSE_MAX]


def try_again(row: OutboxRow, *, now: datetime) -> None:
    """Make it due at once, whatever became of it before. Quiet when it is done."""
    if row.done_at is None:
        row.due_at, row.begun_at, row.given_up_at = now, None, None


def _open() -> Select[OutboxRow]:
    return select(OutboxRow).where(OutboxRow.done_at.is_(None), OutboxRow.given_up_at.is_(None))
