"""Reads of drafts: what staff are about to publish."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import Garment, GarmentDraft
from shop.catalogue.queries import garments
from shop.catalogue.rules import GarmentModel, canonical
from shop.kernel.cache import Cache

_MODELS: Final[Cache[str, GarmentModel]] = Cache(limit=16)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A garment as staff see it. Where nothing is drafted, `model` is what is published."""

    model: GarmentModel
    published: GarmentModel
    revision: int  # what a change must name; 0 before the first one
    is_open: bool
    is_behind: bool = False  # something newer was published since it was begun
    changed_at: datetime | None = None
    changed_by: int | None = None


def draft_of(session: Session, garment: str) -> Draft:
    """Return the garment's draft; raise NotFound for a garment that is not offered."""
    return _draft(garments.model_of(session, garment), _row(session, garment))


def drafts(session: Session) -> list[Draft]:
    """Return the drafts of all garments on offer, in the shop's order."""
    rows = session.execute(
        select(Garment.code, GarmentDraft).join(Garment, Garment.id == GarmentDraft.garment_id)
    )
    by_code = {code: row for code, row in rows.all()}  # noqa: C416  # rows are no pairs for mypy
    return [_draft(model, by_code.get(model.garment)) for model in garments.models(session)]


def draft_model(session: Session, garment: str) -> GarmentModel | None:
    """Return the model that is drafted, without cloths; None where nothing is."""
    row = _row(session, garment)
    return _model(row.canonical) if row and row.canonical else None


def place_of(session: Session, garment: str) -> int:
    """Return where the garment stands in the shop, as its file tells; 0 for one we do not make."""
    return session.scalar(select(Garment.position).where(Garment.code == garment)) or 0


def _row(session: Session, garment: str) -> GarmentDraft | None:
    return session.scalar(
        select(GarmentDraft)
        .join(Garment, Garment.id == GarmentDraft.garment_id)
        .where(Garment.code == garment)
    )


def _draft(published: GarmentModel, row: GarmentDraft | None) -> Draft:
    if row is None or row.canonical is None:
        return Draft(
            model=published, published=published, is_open=False, revision=row.revision if row else 0
        )
    return Draft(
        model=_model(row.canonical),
        published=published,
        revision=row.revision,
        is_open=True,
        is_behind=row.based_on != published.digest,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
    )


def _model(text: str) -> GarmentModel:
    digest = canonical.digest(text)
    kept = _MODELS.find(digest)
    return kept or _MODELS.keep(digest, canonical.published(text, version=0))
