"""How much work waits, and what can be promised now."""

from datetime import datetime
from typing import Final

from flask import current_app
from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from shop.kernel import clock
from shop.promises.models import PromisedWork
from shop.promises.rules import Workload

# the minutes that wait, as a column for a query that reads something else as well
WAITING: Final[ScalarSelect[int]] = (
    select(func.coalesce(func.sum(PromisedWork.minutes), 0))
    .where(PromisedWork.is_done.is_(False))
    .scalar_subquery()
)
_WAITING_ALONE: Final = select(WAITING)


def waiting_minutes(session: Session) -> int:
    return int(session.execute(_WAITING_ALONE).scalar_one())


def workload(session: Session, *, now: datetime) -> Workload:
    """Return the work that waits now: promises for many garments are made from one reading."""
    return workload_of(waiting_minutes(session), now=now)


def workload_of(minutes: int, *, now: datetime) -> Workload:
    """Return the workload with so many minutes waiting, which the caller has read."""
    zone = current_app.extensions["settings"].timezone
    return Workload(today=clock.day_in(zone, now), waiting_minutes=minutes)
