"""The customers' own pictures in designs: whose they are, and whether they may be ordered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from shop.artwork import queries as artworks
from shop.artwork.models import Artwork
from shop.artwork.rules import GROUP, State
from shop.designs import queries as designs
from shop.designs.rules import Configuration
from shop.kernel.texts import gettext as _


@dataclass(frozen=True, kw_only=True)
class Printed:
    """The artwork that a design names, for who looks at the design."""

    artwork: Artwork
    is_own: bool  # otherwise it came with a design from the gallery, and is not shown by itself

    @property
    def fault(self) -> str:
        """The sentence for an artwork that was refused."""
        if self.artwork.state is not State.REFUSED:
            return ""
        return _("This artwork cannot be printed: %(reason)s", reason=self.artwork.reason)


def printed(
    session: Session, asked: Iterable[Configuration], *, person_id: int | None
) -> Mapping[str, Printed]:
    """Return the artworks that these configurations name, by name; none that is not to be seen.

    One is to be seen by its owner, and by everybody once a design with it is published.
    """
    names = {each.choices[GROUP] for each in asked if each.choices.get(GROUP)}
    found = artworks.named(session, names)
    foreign = {each.public_id for each in found if each.person_id != person_id}
    shown = designs.published_with(session, GROUP, foreign)
    return {
        each.public_id: Printed(artwork=each, is_own=each.person_id == person_id)
        for each in found
        if each.public_id not in foreign or each.public_id in shown
    }
