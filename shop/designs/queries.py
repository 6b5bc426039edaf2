"""Reads of designs: mine by person, shared ones by their link, published ones by all."""

from collections.abc import Collection

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from shop.designs.models import Design, DesignVersion
from shop.designs.rules import Place
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


def find(session: Session, public_id: str) -> Design | None:
    """Return a design by its public id, whosever it is; None for none."""
    if not public_id:
        return None
    return session.scalar(select(Design).where(Design.public_id == public_id))


def by_link(session: Session, public_id: str) -> Design:
    """Return a design by its link: who has the link may look at what `as_seen` returns."""
    return _or_missing(find(session, public_id))


def shared(session: Session, public_id: str) -> Design:
    """Return a design by its link as others see it."""
    return as_seen(session, by_link(session, public_id))


def as_seen(session: Session, design: Design) -> Design:
    """Return the design as others see it: the version in the gallery, or else the newest.

    Where that is not the newest, it is a copy to look at, which nobody keeps.
    """
    if design.published_no in {None, design.no}:
        return design
    return as_of(design, version_of(session, design, design.published_no or 0))


def as_of(design: Design, version: DesignVersion) -> Design:
    """Return a copy of the design as this version has it, to look at, which nobody keeps."""
    kept = {c.key: getattr(design, c.key) for c in Design.__table__.columns}
    there = {"no": version.no, "digest": version.digest, "choices": version.choices}
    return Design(**{**kept, **there, "saved_at": version.saved_at})


def versions(session: Session, design: Design) -> list[DesignVersion]:
    """Return the versions of a design, newest first."""
    kept = select(DesignVersion).where(DesignVersion.design_id == design.id)
    return list(session.scalars(kept.order_by(DesignVersion.no.desc())))


def version_of(session: Session, design: Design, no: int) -> DesignVersion:
    """Return one version of a design; raise NotFound for a number that it has not come to."""
    asked = select(DesignVersion).where(
        DesignVersion.design_id == design.id, DesignVersion.no == no
    )
    found = session.scalar(asked) if 0 < no <= design.no else None
    if found is None:
        raise NotFound(_("This design has no such version."))
    return found


def published(
    session: Session, *, garment: str | None = None, limit: int = 24, before: Place | None = None
) -> list[Design]:
    """Return the gallery as others see it, newest first: of one garment, or of all.

    `before` is the place of the last design that was seen: what follows does not move when newer
    ones are shown meanwhile.
    """
    shown = select(Design).where(Design.published_at.is_not(None))
    if garment:
        shown = shown.where(Design.garment == garment)
    if before:
        same_moment = and_(Design.published_at == before.at, Design.public_id < before.public_id)
        shown = shown.where(or_(Design.published_at < before.at, same_moment))
    newest = shown.order_by(Design.published_at.desc(), Design.public_id.desc())
    return _all_as_seen(session, list(session.scalars(newest.limit(limit))))


def place_of(design: Design) -> Place | None:
    """Return where the design hangs in the gallery; None if it does not."""
    if design.published_at is None:
        return None
    return Place(at=design.published_at, public_id=design.public_id)


def remixes(session: Session, design: Design) -> int:
    """Return how many designs in the gallery were made from this one."""
    made = select(func.count()).select_from(Design).where(Design.parent_id == design.id)
    return session.scalar(made.where(Design.published_at.is_not(None))) or 0


def parent(session: Session, design: Design, *, person_id: int | None) -> Design | None:
    """Return the design that this one was made from, if this reader may see it: shown, or hers."""
    found = session.get(Design, design.parent_id) if design.parent_id else None
    if found is None:
        return None
    is_own = person_id is not None and found.person_id == person_id
    return found if is_own or found.published_at is not None else None


def published_with(session: Session, group: str, values: Collection[str]) -> set[str]:
    """Return those values with which some design in the gallery answers this question."""
    if not values:
        return set()
    answer = DesignVersion.choices[group].as_string()
    shown = (
        select(answer)
        .join(Design, Design.id == DesignVersion.design_id)
        .where(Design.published_no == DesignVersion.no, answer.in_(values))
    )
    return set(session.scalars(shown.distinct()))


def _all_as_seen(session: Session, found: list[Design]) -> list[Design]:
    older = [design for design in found if design.published_no != design.no]
    if not older:
        return found
    mine = or_(
        *(
            and_(DesignVersion.design_id == design.id, DesignVersion.no == design.published_no)
            for design in older
        )
    )
    kept = {each.design_id: each for each in session.scalars(select(DesignVersion).where(mine))}
    return [as_of(each, kept[each.id]) if each.id in kept else each for each in found]


def _or_missing(design: Design | None) -> Design:
    if design is None:
        raise NotFound(_("There is no such design. Its owner may have taken it down."))
    return design
