"""Reads of garments. Models are parsed once in a process and found again by digest and number."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue.models import Garment, GarmentVersion
from shop.catalogue.rules import GarmentModel, canonical
from shop.kernel.cache import Cache
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _

_MODELS: Final[Cache[tuple[str, int], GarmentModel]] = Cache(limit=64)

_NEWEST_NO: Final = (
    select(GarmentVersion.garment_id, func.max(GarmentVersion.no).label("no"))
    .group_by(GarmentVersion.garment_id)
    .subquery()
)
NEWEST: Final = (  # written once: to put it together takes as long as to ask it
    select(Garment.code, GarmentVersion.digest, GarmentVersion.no, Garment.position)
    .join(
        _NEWEST_NO,
        (_NEWEST_NO.c.garment_id == GarmentVersion.garment_id)
        & (_NEWEST_NO.c.no == GarmentVersion.no),
    )
    .join(Garment, Garment.id == GarmentVersion.garment_id)
    .where(Garment.is_active)
)


def model_of(session: Session, code: str) -> GarmentModel:
    """Return what may be chosen for this garment today; raise NotFound if it is not offered."""
    newest = (
        select(GarmentVersion.digest, GarmentVersion.no)
        .join(Garment, Garment.id == GarmentVersion.garment_id)
        .where(Garment.code == code, Garment.is_active)
        .order_by(GarmentVersion.no.desc())
        .limit(1)
    )
    if (found := session.execute(newest).one_or_none()) is None:
        raise NotFound(_("We make no such garment, or not any more."))
    return model(session, *found)


def model_by_digest(session: Session, digest: str) -> GarmentModel:
    """Return the model a design was checked with, however old; raise NotFound for no such."""
    newest = select(func.max(GarmentVersion.no)).where(GarmentVersion.digest == digest)
    if (no := session.scalar(newest)) is None:
        raise NotFound(_("This design belongs to a garment that we have never made."))
    return model(session, digest, no)


def models_by_digest(session: Session, digests: Iterable[str]) -> dict[str, GarmentModel]:
    """Return the models of many designs at once; a digest that never was is left out."""
    newest = (
        select(GarmentVersion.digest, func.max(GarmentVersion.no))
        .where(GarmentVersion.digest.in_(set(digests)))
        .group_by(GarmentVersion.digest)
    )
    return {digest: model(session, digest, no) for digest, no in session.execute(newest).all()}


def models(session: Session) -> list[GarmentModel]:
    """Return the newest model of every garment on offer, in the shop's order."""
    newest = session.execute(NEWEST.order_by(Garment.position)).all()
    return [model(session, digest, no) for _code, digest, no, _position in newest]


def model(session: Session, digest: str, no: int) -> GarmentModel:
    """Return the model that was published as this number with this digest."""
    if (kept := _MODELS.find((digest, no))) is not None:
        return kept
    text = session.scalar(
        select(GarmentVersion.canonical)
        .where(GarmentVersion.digest == digest, GarmentVersion.no == no)
        .limit(1)
    )
    if text is None:
        raise NotFound(_("This design belongs to a garment that we have never made."))
    return _MODELS.keep((digest, no), canonical.published(text, version=no))
