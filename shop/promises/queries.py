"""How much work waits, and what can be promised now."""

from datetime import datetime

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.kernel import clock
from shop.promises import rules
from shop.promises.models import PromisedWork


def waiting_minutes(session: Session) -> int:
    statement = select(func.coalesce(func.sum(PromisedWork.minutes), 0))
    return int(session.execute(statement.where(PromisedWork.is_done.is_(False))).scalar_one())


def promise(
    session: Session, *, lead_days: int, minutes: int, shipping_days: int, now: datetime
) -> rules.Promise:
    """Return what can be promised for this much work if it were ordered now."""
    zone = current_app.extensions["settings"].timezone
    return rules.promise(
        today=clock.day_in(zone, now),
        lead_days=lead_days,
        minutes=minutes,
        waiting_minutes=waiting_minutes(session),
        shipping_days=shipping_days,
    )
