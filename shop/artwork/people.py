"""What is kept of people's pictures: told, handed over, deleted."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.artwork import queries, service
from shop.artwork.models import Artwork
from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _

FATES: Final[Fates] = fates(
    "artworks",
    after_order="public_id person_id once sha256 width_px height_px state decided_by decided_at"
    " reason created_at",
)
GOES: Final = _("Your pictures, once no garment waits to be printed with them.")


def export(session: Session, person_id: int) -> Exported:
    """Return what is kept of the person's artworks, and when she as a colleague decided on any.

    Pictures are told by their address: their pixels are there as long as the account is.
    """
    decided = select(Artwork).where(Artwork.decided_by == person_id).order_by(Artwork.id)
    return {
        "artworks": [_artwork(each) for each in queries.artworks_of(session, person_id)],
        "artwork_decisions": [
            columns(each, "state decided_at") for each in session.scalars(decided)
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
    names = "width_px height_px state reason created_at decided_at"
    return {"picture": f"/artwork/{artwork.public_id}.png", **columns(artwork, names)}
