"""How much work waits, and what can be promised now."""

from datetime import datetime

from flask import current_app
from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from shop.kernel import clock
from shop.promises.models import PromisedWork
from shop.promises.rules import Workload


def waiting() -> ScalarSelect[int]:
    """Return the minutes that wait, as a column for a query that reads something else as well."""
    minutes = select(func.coalesce(func.sum(PromisedWork.minutes), 0))
    return minutes.where(PromisedWork.is_done.is_(False)).scalar_subquery()


def waiting_minutes(session: Session) -> int:
    return int(session.execute(select(waiting())).scalar_one())


def workload(session: Session, *, now: datetime) -> Workload:
    """Return the work that waits now: promises for many garments are made from one reading."""
    return workload_of(waiting_minutes(session), now=now)


def workload_of(minutes: int, *, now: datetime) -> Workload:
    """Return the workload with so many minutes waiting, which the caller has read."""
    zone = current_app.extensions["settings"].timezone
    return Workload(today=clock.day_in(zone, now), waiting_minutes=minutes)
