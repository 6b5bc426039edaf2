"""What changed between the published versions of a garment's prices."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import Garment, GarmentVersion
from shop.catalogue.rules import GarmentModel, canonical

SHOWN: Final = 8


@dataclass(frozen=True, kw_only=True)
class Change:
    name: str
    before_minor: int
    after_minor: int


@dataclass(frozen=True, kw_only=True)
class Published:
    """A version and what it changed in the prices of the one before."""

    number: int
    at: datetime
    changes: tuple[Change, ...]


def history(session: Session, garment: str) -> list[Published]:
    """Return the last versions, newest first; the oldest one shown has nothing to compare with."""
    rows = session.scalars(
        select(GarmentVersion)
        .join(Garment, Garment.id == GarmentVersion.garment_id)
        .where(Garment.code == garment)
        .order_by(GarmentVersion.no.desc())
        .limit(SHOWN + 1)
    ).all()
    models = [canonical.published(row.canonical, version=row.no) for row in rows]
    found = [
        Published(number=row.no, at=row.published_at, changes=_changes(before, after))
        for row, (after, before) in zip(rows, pairwise(models), strict=False)
    ]
    first = [Published(number=row.no, at=row.published_at, changes=()) for row in rows[-1:]]
    return found + (first if len(rows) <= SHOWN else [])


def _changes(before: GarmentModel, after: GarmentModel) -> tuple[Change, ...]:
    old, new = _prices(before), _prices(after)
    return tuple(
        Change(name=name, before_minor=old[name], after_minor=minor)
        for name, minor in new.items()
        if name in old and old[name] != minor
    )


def _prices(model: GarmentModel) -> dict[str, int]:
    named = {f"{g.name}: {v.name}": v.price_minor for g in model.groups for v in g.values}
    return {model.name: model.base_price_minor} | named
