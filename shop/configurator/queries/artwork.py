"""The customer's own picture in a design: whose it is, and whether it may be ordered."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from shop.artwork import queries as artworks
from shop.artwork.models import Artwork
from shop.artwork.rules import GROUP, State
from shop.designs import queries as designs
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
    session: Session, choices: Mapping[str, str], *, person_id: int | None
) -> Printed | None:
    """Return the artwork that the choices name; None for none, and for what is not to be seen.

    It is to be seen by its owner, and by everybody once a design with it is published.
    """
    named = choices.get(GROUP, "")
    found = artworks.find(session, named) if named else None
    if found is None:
        return None
    is_own = found.person_id == person_id
    if is_own or designs.is_published_with(session, GROUP, named):
        return Printed(artwork=found, is_own=is_own)
    return None


def without_artwork(choices: Mapping[str, str]) -> dict[str, str]:
    return {group: value for group, value in choices.items() if group != GROUP}
