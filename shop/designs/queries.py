"""Reads of designs: mine by person, shared ones by their link, published ones by all."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.designs.models import Design
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _


def designs_of(session: Session, person_id: int) -> list[Design]:
    """Return the person's designs, newest first."""
    mine = select(Design).where(Design.person_id == person_id)
    return list(session.scalars(mine.order_by(Design.id.desc())))


def design_of(session: Session, *, person_id: int | None, public_id: str) -> Design:
    design = session.scalar(
        select(Design).where(Design.public_id == public_id, Design.person_id == person_id)
    )
    return _or_missing(design)


def shared(session: Session, public_id: str) -> Design:
    """Return a design by its link: who has the link may look."""
    return _or_missing(session.scalar(select(Design).where(Design.public_id == public_id)))


def published(session: Session, *, limit: int = 24) -> list[Design]:
    """Return the gallery, newest first."""
    shown = select(Design).where(Design.published_at.is_not(None))
    return list(session.scalars(shown.order_by(Design.published_at.desc()).limit(limit)))


def is_published_with(session: Session, group: str, value: str) -> bool:
    """Tell whether some design in the gallery answers this question with this value."""
    shown = select(Design.id).where(Design.published_at.is_not(None))
    return (
        session.scalar(shown.where(Design.choices[group].as_string() == value).limit(1)) is not None
    )


def _or_missing(design: Design | None) -> Design:
    if design is None:
        raise NotFound(_("There is no such design. Its owner may have taken it down."))
    return design
