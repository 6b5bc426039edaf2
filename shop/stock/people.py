"""What the ledger of stock keeps of people: who moved what, as a number."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.stock.models import MovementRow

FATES: Final[Fates] = fates(
    "stock_movements",
    stays="roll_id trim_id kind there held reference actor_kind actor_id reason at",
)
GOES: Final = ""


def export(session: Session, person_id: int) -> Exported:
    """Return what she had moved, by her orders or as a colleague."""
    hers = select(MovementRow).where(MovementRow.actor_id == person_id).order_by(MovementRow.id)
    names = "kind there held reference reason at"
    return {"stock_moved": [columns(each, names) for each in session.scalars(hers)]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Nothing to do: who moved what stays as it was."""


def forget(session: Session, leaving: Leaving) -> None:
    """Nothing goes: the ledger keeps numbers of rolls and of garments, and nobody's words.

    Why a roll was corrected is said of the roll, by a colleague.
    """
