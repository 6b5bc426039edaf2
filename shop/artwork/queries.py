"""Reads of artworks: one's own by person, all of them for colleagues, and their pixels."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from shop.artwork.models import Artwork, ArtworkStep
from shop.artwork.rules import State
from shop.infra.store import store
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _

DECIDED: Final = joinedload(Artwork.steps)  # in the same question


def artworks_of(session: Session, person_id: int | None) -> list[Artwork]:
    """Return the person's artworks, newest first."""
    mine = select(Artwork).options(DECIDED).where(Artwork.person_id == person_id)
    return list(session.scalars(mine.order_by(Artwork.id.desc())).unique())


def artwork_of(session: Session, *, person_id: int | None, public_id: str) -> Artwork:
    """Return the person's own artwork; raise NotFound for anybody else's."""
    found = session.scalar(
        select(Artwork).where(Artwork.public_id == public_id, Artwork.person_id == person_id)
    )
    return _or_missing(found)


def artwork(session: Session, public_id: str, *, lock: bool = False) -> Artwork:
    """Return anybody's artwork, for colleagues; raise NotFound if there is none."""
    wanted = select(Artwork).options(DECIDED).where(Artwork.public_id == public_id)
    if lock:
        wanted = wanted.with_for_update(of=Artwork)
    return _or_missing(session.scalars(wanted).unique().one_or_none())


def find(session: Session, public_id: str) -> Artwork | None:
    """Return the artwork that a design names, if its owner has not erased it."""
    return session.scalar(select(Artwork).where(Artwork.public_id == public_id))


def named(session: Session, public_ids: Collection[str]) -> list[Artwork]:
    """Return those of these artworks that their owners have not erased."""
    if not public_ids:
        return []
    wanted = select(Artwork).options(DECIDED).where(Artwork.public_id.in_(public_ids))
    return list(session.scalars(wanted).unique())


def find_same(session: Session, *, person_id: int, sha256: str) -> Artwork | None:
    """Return the artwork the person has of this very picture."""
    same = (
        select(Artwork)
        .options(DECIDED)
        .where(Artwork.person_id == person_id, Artwork.sha256 == sha256)
    )
    return session.scalars(same.order_by(Artwork.id).limit(1)).unique().one_or_none()


def in_state(session: Session, state: State, *, limit: int = 100) -> list[Artwork]:
    """Return artworks in this state: the longest waiting first, of decided ones the last."""
    wanted = select(Artwork).where(Artwork.state == state).limit(limit)
    decided = select(func.max(ArtworkStep.at)).where(ArtworkStep.artwork_id == Artwork.id)
    by_age = Artwork.id if state is State.UPLOADED else decided.scalar_subquery().desc()
    return list(session.scalars(wanted.order_by(by_age)))


def is_kept(session: Session, sha256: str) -> bool:
    """Tell whether anybody still has this picture."""
    return session.scalar(select(Artwork.id).where(Artwork.sha256 == sha256).limit(1)) is not None


def keys(sha256: str) -> tuple[str, str]:
    """Return where the pixels lie in the store: whole, and small for pages and drawings."""
    return f"artwork/{sha256}.png", f"artwork/{sha256}-small.png"


def whole(sha256: str) -> bytes:
    """Return the picture for the print, as PNG; raise NotFound when it is gone."""
    return _content(keys(sha256)[0])


def small(sha256: str) -> bytes:
    """Return the picture at most 1000 pixels long, as PNG; raise NotFound when it is gone."""
    return _content(keys(sha256)[1])


def _content(key: str) -> bytes:
    found = store().get(key)
    if found is None:
        raise NotFound(_("This picture is not there any more."))
    return found


def _or_missing(found: Artwork | None) -> Artwork:
    if found is None:
        raise NotFound(_("There is no such artwork."))
    return found
