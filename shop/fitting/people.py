"""What people said of how their garments fit: told, deleted."""

from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from shop.fitting.models import Answer
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _
from shop.orders import queries as orders

FATES: Final[Fates] = fates("fit_answers", erased="line profile_id point said since mm at")
GOES: Final = _("What you told us of how garments fit.")


def export(session: Session, person_id: int) -> Exported:
    """Return what the person said of her garments."""
    hers = select(Answer).where(Answer.line.in_(_lines(session, person_id))).order_by(Answer.id)
    names = "line point said since mm at"
    return {"fit_answers": [columns(each, names) for each in session.scalars(hers)]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Nothing to do: answers hang on lines of orders, which go as a whole."""


def forget(session: Session, leaving: Leaving) -> None:
    """Delete what she said of any of her garments."""
    lines = _lines(session, leaving.person_id)
    session.execute(delete(Answer).where(Answer.line.in_(lines)))


def _lines(session: Session, person_id: int) -> list[str]:
    return [line.public_id for each in orders.orders_of(session, person_id) for line in each.lines]
