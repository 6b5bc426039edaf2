"""Reads of cloths. A cloth is built once in a process and found again by its digest."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import ClothRow
from shop.catalogue.rules import Cloth
from shop.kernel.cache import Cache
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _

_CLOTHS: Final[Cache[str, Cloth]] = Cache(limit=2000)


def cloths(session: Session, *, garment: str | None = None) -> tuple[Cloth, ...]:
    """Return all cloths on offer in the shop's order, sold-out ones too; or those for a garment."""
    found = session.execute(
        select(ClothRow.code, ClothRow.digest).where(ClothRow.is_active).order_by(ClothRow.position)
    ).all()
    digests = dict(found)
    built = cloths_by_digest(session, digests)
    return tuple(
        built[code] for code in digests if garment is None or garment in built[code].garments
    )


def cloth(session: Session, code: str) -> Cloth:
    """Return one cloth, even one no longer on offer; raise NotFound if we have never had it."""
    digest = session.scalar(select(ClothRow.digest).where(ClothRow.code == code))
    if digest is None:
        raise NotFound(_("We do not know this cloth."))
    return cloths_by_digest(session, {code: digest})[code]


def cloths_by_digest(session: Session, digests: Mapping[str, str]) -> dict[str, Cloth]:
    """Return the cloths by code, whose digests these are.

    One that changes meanwhile is returned as it is now.
    """
    kept = {code: _CLOTHS.find(digest) for code, digest in digests.items()}
    built = {code: cloth for code, cloth in kept.items() if cloth is not None}
    missing = digests.keys() - built.keys()
    if missing:
        for row in session.scalars(select(ClothRow).where(ClothRow.code.in_(missing))):
            built[row.code] = _CLOTHS.keep(row.digest, cloth_in(row))
    return built


def cloth_in(row: ClothRow) -> Cloth:
    """Return the cloth that lies in this row."""
    return Cloth(
        code=row.code,
        name=row.name,
        family=row.family,
        mill=row.mill,
        article=row.article,
        weave=row.weave,
        pattern=row.pattern,
        colour=row.colour,
        ground=row.ground,
        accent=row.accent,
        repeat_mm=row.repeat_mm,
        weight_gsm=row.weight_gsm,
        width_mm=row.width_mm,
        stretch_percent=row.stretch_percent,
        composition=tuple((str(fibre), int(share)) for fibre, share in row.composition),
        shrink_length_per_mille=row.shrink_length_per_mille,
        shrink_width_per_mille=row.shrink_width_per_mille,
        season=row.season,
        care=tuple(row.care),
        price_per_metre_minor=row.price_per_metre_minor,
        garments=frozenset(row.garments),
        story=row.story,
    )
