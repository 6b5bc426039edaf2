"""What is kept of people's bags: told, handed over, deleted."""

from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from shop.cart.models import BagLine
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _

TOLD = "public_id garment choices wearer finished price_minor note confirmed_at taken_by"


FATES: Final[Fates] = fates(
    "bag_lines",
    erased="public_id person_id once garment choices wearer finished price_minor note confirmed_at"
    " taken_by",
)
GOES: Final = _("What lies in your bag.")


def export(session: Session, person_id: int) -> Exported:
    """Return all that lies in the person's bag, and what she took out of it into orders."""
    hers = select(BagLine).where(BagLine.person_id == person_id).order_by(BagLine.id)
    return {"bag": [columns(each, TOLD) for each in session.scalars(hers)]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's bag to the person."""
    theirs = update(BagLine).where(BagLine.person_id == guest_id)
    session.execute(theirs.values(person_id=person_id))


def hold(session: Session, person_id: int) -> None:
    """Lock her bag, as who places an order does: of the two, the second finds the first done."""
    hers = select(BagLine.id).where(BagLine.person_id == person_id).order_by(BagLine.id)
    session.execute(hers.with_for_update()).all()


def forget(session: Session, leaving: Leaving) -> None:
    """Empty the bag; what was ordered is a copy, kept with its order."""
    session.execute(delete(BagLine).where(BagLine.person_id == leaving.person_id))
