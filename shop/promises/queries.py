"""How much work waits, and what can be promised now."""

from datetime import datetime

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.kernel import clock
from shop.promises.models import PromisedWork
from shop.promises.rules import Workload


def waiting_minutes(session: Session) -> int:
    statement = select(func.coalesce(func.sum(PromisedWork.minutes), 0))
    return int(session.execute(statement.where(PromisedWork.is_done.is_(False))).scalar_one())


def workload(session: Session, *, now: datetime) -> Workload:
    """Return the work that waits now: promises for many garments are made from one reading."""
    zone = current_app.extensions["settings"].timezone
    return Workload(today=clock.day_in(zone, now), waiting_minutes=waiting_minutes(session))
