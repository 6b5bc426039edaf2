"""What the catalogue keeps of people: which colleague drafted what."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.catalogue.models import Garment, GarmentDraft
from shop.infra.holders import Exported, Fates, Leaving, fates
from shop.kernel.documents import plain

FATES: Final[Fates] = fates(
    "garment_drafts",
    erased="changed_by",
    stays="garment_id canonical based_on revision changed_at",
)
GOES: Final = ""


def export(session: Session, person_id: int) -> Exported:
    """Return which drafts the person was the last to change, as a colleague."""
    hers = (
        select(Garment.code, GarmentDraft.changed_at)
        .join(GarmentDraft, GarmentDraft.garment_id == Garment.id)
        .where(GarmentDraft.changed_by == person_id)
        .order_by(GarmentDraft.id)
    )
    return {
        "drafts": [{"garment": code, "changed_at": plain(at)} for code, at in session.execute(hers)]
    }


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Nothing to do: guests draft nothing."""


def forget(session: Session, leaving: Leaving) -> None:
    """Keep the drafts, and not whose they are."""
    hers = update(GarmentDraft).where(GarmentDraft.changed_by == leaving.person_id)
    session.execute(hers.values(changed_by=None))
