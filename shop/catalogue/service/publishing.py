"""Publishing a model as the next version of its garment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import Garment, GarmentVersion
from shop.catalogue.rules import GarmentModel, canonical
from shop.infra.log import say


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The file a version goes back to, and what it asked."""

    digest: str
    prices: Mapping[str, int]


def locked(session: Session, code: str) -> Garment | None:
    """Return the garment with its row locked: its versions are numbered one after the other."""
    return session.scalar(
        select(Garment)
        .where(Garment.code == code)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def newest(session: Session, garment: Garment) -> GarmentVersion | None:
    """Return what is published now."""
    return session.scalar(
        select(GarmentVersion)
        .where(GarmentVersion.garment_id == garment.id)
        .order_by(GarmentVersion.no.desc())
        .limit(1)
    )


def publish(
    session: Session, garment: Garment, model: GarmentModel, *, origin: Origin, now: datetime
) -> GarmentVersion | None:
    """Publish the model, unless it is what is published already; return the new version.

    The garment must be locked.
    """
    text = canonical.canonical(model)
    digest = canonical.digest(text)
    current = newest(session, garment)
    if current and (current.digest, current.file_digest) == (digest, origin.digest):
        return None
    version = GarmentVersion(
        garment_id=garment.id,
        no=current.no + 1 if current else 1,
        canonical=text,
        digest=digest,
        file_digest=origin.digest,
        file_prices=dict(origin.prices),
        published_at=now,
    )
    session.add(version)
    say("catalogue.published", garment=garment.code, version=version.no)
    return version
