"""What is kept of people's designs: told, handed over, deleted."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.designs import queries, service
from shop.designs.models import NAMELESS, Design
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _

FATES: Final[Fates] = {
    **fates(
        "designs",
        erased="public_id person_id garment digest choices name no once saved_at published_at"
        " published_no parent_id parent_name",
    ),
    **fates("design_versions", erased="design_id no digest choices once saved_at"),
}
GOES: Final = _("Your saved designs, published ones too. What others made from them stays theirs.")


def export(session: Session, person_id: int) -> Exported:
    """Return the person's designs with all their versions."""
    return {"designs": [_design(session, each) for each in queries.designs_of(session, person_id)]}


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's designs to the person."""
    session.execute(update(Design).where(Design.person_id == guest_id).values(person_id=person_id))


def forget(session: Session, leaving: Leaving) -> None:
    """Delete the person's designs, published ones too.

    What others made from them stays theirs, but does not tell the names she gave any more.
    """
    hers = select(Design.id).where(Design.person_id == leaving.person_id)
    remixes = update(Design).where(Design.parent_id.in_(hers))
    session.execute(remixes.values(parent_name=NAMELESS))
    for design in queries.designs_of(session, leaving.person_id):
        service.remove(session, design)


def _design(session: Session, design: Design) -> Exported:
    names = "public_id garment name no choices saved_at published_at published_no"
    versions = queries.versions(session, design)
    return columns(design, names) | {
        "made_from": design.parent_name,
        "versions": [columns(each, "no choices saved_at") for each in versions],
    }
