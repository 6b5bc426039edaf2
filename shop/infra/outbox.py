"""Wishes for outside things are rows: written with the change that wants them, done afterwards.

A worker takes them up after the commit and tries until done. It may do one twice: jobs are written
so that the second time is quiet.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import JSON, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from shop.infra.db import Model
from shop.kernel import clock

LEASE: Final = timedelta(minutes=2)  # longer than any job may take
PAUSES: Final = tuple(timedelta(minutes=m) for m in (0, 1, 5, 30, 120, 720))


class OutboxRow(Model):
    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "done_at", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    tries: Mapped[int] = mapped_column(default=0)
    recorded_at: Mapped[datetime]
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


def ask_for(session: Session, job: str, **facts: Any) -> None:
    """Keep the wish for an outside thing; a worker does it after the commit."""
    now = clock.now()
    session.add(OutboxRow(topic=job, payload=facts, tries=0, recorded_at=now, due_at=now))
    session.info["woken"] = True


def take_due(session: Session, *, now: datetime, limit: int = 20) -> list[int]:
    """Lease the rows that are due to the caller and return their ids, oldest first."""
    rows = session.scalars(
        select(OutboxRow)
        .where(OutboxRow.done_at.is_(None), OutboxRow.due_at <= now)
        .order_by(OutboxRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.due_at = now + LEASE
        row.tries += 1
    return [row.id for row in rows]


def settle(row: OutboxRow, *, now: datetime) -> None:
    """Mark as done, and forget the payload of a job: it may hold what somebody wrote."""
    row.done_at = now
    row.payload = {}


def postpone(row: OutboxRow, *, now: datetime) -> None:
    row.due_at = now + PAUSES[min(row.tries, len(PAUSES) - 1)]
