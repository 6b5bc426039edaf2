"""What is kept of people's pictures: told, handed over, deleted."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.artwork import queries, service
from shop.artwork.models import Artwork, ArtworkStep
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _

FATES: Final[Fates] = {
    **fates(
        "artworks",
        after_order="public_id person_id once sha256 width_px height_px state created_at",
    ),
    **fates(
        "artwork_steps",
        after_order="artwork_id move before after actor_kind actor_id reason at",
    ),
}
GOES: Final = _("Your pictures, once no garment waits to be printed with them.")


def export(session: Session, person_id: int) -> Exported:
    """Return what is kept of the person's artworks, and what she as a colleague decided on any.

    Pictures are told by their address: their pixels are there as long as the account is.
    """
    decided = select(ArtworkStep).where(ArtworkStep.actor_id == person_id)
    return {
        "artworks": [_artwork(each) for each in queries.artworks_of(session, person_id)],
        "artwork_decisions": [
            columns(each, "before after at")
            for each in session.scalars(decided.order_by(ArtworkStep.id))
        ],
    }


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's artworks to the person."""
    theirs = update(Artwork).where(Artwork.person_id == guest_id)
    session.execute(theirs.values(person_id=person_id))


def forget(session: Session, leaving: Leaving) -> None:
    """Delete the person's artworks but those that are yet to be printed.

    Their pixels go after the commit, where nobody else sent the very same picture.
    """
    for artwork in queries.artworks_of(session, leaving.person_id):
        if artwork.public_id not in leaving.needed:
            service.erase(session, artwork)


def _artwork(artwork: Artwork) -> Exported:
    names = "width_px height_px state created_at"
    return {
        "picture": f"/artwork/{artwork.public_id}.png",
        **columns(artwork, names),
        "decisions": [columns(each, "before after reason at") for each in artwork.steps],
    }
