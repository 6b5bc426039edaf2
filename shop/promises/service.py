"""Commands: take work on, and let it go."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.promises.models import PromisedWork


def take_on(session: Session, *, reference: str, minutes: int) -> None:
    """Count this work as promised, anew if it was let go; the same reference counts once."""
    work = _find(session, reference)
    if work is None:
        session.add(PromisedWork(reference=reference, minutes=minutes, is_done=False))
        session.flush()  # so that a second call in this transaction finds it
    elif work.is_done:
        work.minutes, work.is_done = minutes, False


def let_go(session: Session, *, reference: str) -> None:
    """Count this work no longer: it is done, or not wanted any more."""
    work = _find(session, reference)
    if work is not None:
        work.is_done = True


def _find(session: Session, reference: str) -> PromisedWork | None:
    return session.scalar(select(PromisedWork).where(PromisedWork.reference == reference))
