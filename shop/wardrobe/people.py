"""What is kept of people's own garments: told, deleted."""

from typing import Final

from sqlalchemy.orm import Session

from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _
from shop.wardrobe import queries, service
from shop.wardrobe.models import WardrobeGarment

FATES: Final[Fates] = fates(
    "wardrobe_garments",
    erased="public_id profile_id garment fit name points followed line once created_at",
)
GOES: Final = _("The garments in your wardrobe.")


def export(session: Session, person_id: int) -> Exported:
    """Return everything that hangs in the person's wardrobes."""
    found = queries.kept_by_person(session, person_id)
    return {"wardrobe": [_garment(profile, row) for profile, row in found]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Nothing to do: garments hang with their profile, which goes as a whole."""


def forget(session: Session, leaving: Leaving) -> None:
    """Delete everything that hangs in the person's wardrobes."""
    for _profile, row in queries.kept_by_person(session, leaving.person_id):
        service.remove(session, row)


def _garment(profile: str, row: WardrobeGarment) -> Exported:
    names = "garment fit name followed line created_at"
    return {"profile": profile, "points_mm": row.points, **columns(row, names)}
