"""Reads of the catalogue. The configurator asks on every click: models and cloths are kept parsed.

What is kept is found by its digest, so it can never be stale; the database is asked for digests.
"""

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager

from shop.catalogue.models import (
    ClothReservation,
    ClothRoll,
    ClothRow,
    Garment,
    GarmentVersion,
)
from shop.catalogue.rules import Cloth, ClothOnShelf, GarmentModel, Hold, Reserved, canonical
from shop.catalogue.rules.kept import Kept
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _

_MODELS: Final[Kept[tuple[str, int], GarmentModel]] = Kept(limit=64)
_CLOTHS: Final[Kept[str, Cloth]] = Kept(limit=2000)
_FREE_MM: Final = ClothRoll.left_mm - ClothRoll.held_mm


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
    return _model(session, *found)


def model_by_digest(session: Session, digest: str) -> GarmentModel:
    """Return the model a design was checked with, however old; raise NotFound for no such."""
    newest = select(func.max(GarmentVersion.no)).where(GarmentVersion.digest == digest)
    if (no := session.scalar(newest)) is None:
        raise NotFound(_("This design belongs to a garment that we have never made."))
    return _model(session, digest, no)


def models(session: Session) -> list[GarmentModel]:
    """Return the newest model of every garment on offer, in the shop's order."""
    newest = (
        select(GarmentVersion.garment_id, func.max(GarmentVersion.no).label("no"))
        .group_by(GarmentVersion.garment_id)
        .subquery()
    )
    found = session.execute(
        select(GarmentVersion.digest, GarmentVersion.no)
        .join(newest, (newest.c.garment_id == GarmentVersion.garment_id)
              & (newest.c.no == GarmentVersion.no))
        .join(Garment, Garment.id == GarmentVersion.garment_id)
        .where(Garment.is_active)
        .order_by(Garment.position)
    )  # fmt: skip
    return [_model(session, digest, no) for digest, no in found.all()]


def cloths(session: Session, *, garment: str | None = None) -> tuple[ClothOnShelf, ...]:
    """Return all cloths on offer in the shop's order, sold-out ones too; or those for a garment."""
    found = session.execute(
        select(ClothRow.digest, func.coalesce(func.max(_FREE_MM), 0))
        .outerjoin(ClothRoll, ClothRoll.cloth_id == ClothRow.id)
        .where(ClothRow.is_active)
        .group_by(ClothRow.id)
        .order_by(ClothRow.position)
    ).all()
    read = _cloths(session, [digest for digest, _longest in found])
    shelf = tuple(ClothOnShelf(cloth=read[digest], longest_mm=longest) for digest, longest in found)
    return tuple(each for each in shelf if garment is None or garment in each.cloth.garments)


def cloth(session: Session, code: str) -> ClothOnShelf:
    """Return one cloth, even one no longer on offer; raise NotFound if we have never had it."""
    found = session.execute(
        select(ClothRow.digest, func.coalesce(func.max(_FREE_MM), 0))
        .outerjoin(ClothRoll, ClothRoll.cloth_id == ClothRow.id)
        .where(ClothRow.code == code)
        .group_by(ClothRow.id)
    ).one_or_none()
    if found is None:
        raise NotFound(_("We do not know this cloth."))
    digest, longest = found
    return ClothOnShelf(cloth=_cloths(session, [digest])[digest], longest_mm=longest)


def rolls(session: Session, *, cloth: str) -> list[ClothRoll]:
    """Return the rolls of a cloth for the staff's shelf, oldest first."""
    return list(
        session.scalars(
            select(ClothRoll)
            .join(ClothRoll.cloth)
            .options(contains_eager(ClothRoll.cloth))
            .where(ClothRow.code == cloth)
            .order_by(ClothRoll.received_on, ClothRoll.id)
        )
    )


def roll_of(session: Session, *, cloth: str, number: str, lock: bool = False) -> ClothRoll:
    """Return one roll of a cloth; raise NotFound if there is no such roll."""
    wanted = (
        select(ClothRoll)
        .join(ClothRoll.cloth)
        .options(contains_eager(ClothRoll.cloth))
        .where(ClothRow.code == cloth, ClothRoll.number == number)
    )
    if lock:
        wanted = wanted.with_for_update(of=ClothRoll).execution_options(populate_existing=True)
    if (roll := session.scalar(wanted)) is None:
        raise NotFound(_("There is no roll %(number)s of this cloth.", number=number))
    return roll


def reservation_of(session: Session, reference: str) -> Reserved | None:
    """Return the cloth kept for this garment or cut for it; None if there is none."""
    found = session.scalar(
        select(ClothReservation)
        .join(ClothReservation.roll)
        .join(ClothRoll.cloth)
        .options(contains_eager(ClothReservation.roll).contains_eager(ClothRoll.cloth))
        .where(ClothReservation.reference == reference, ClothReservation.state != Hold.RELEASED)
    )
    if found is None:
        return None
    roll = found.roll
    return Reserved(cloth=roll.cloth.code, roll=roll.number, dye_lot=roll.dye_lot, mm=found.mm,
                    state=found.state)  # fmt: skip


def _model(session: Session, digest: str, no: int) -> GarmentModel:
    if (kept := _MODELS.find((digest, no))) is not None:
        return kept
    text = session.scalar(
        select(GarmentVersion.canonical).where(
            GarmentVersion.digest == digest, GarmentVersion.no == no
        ).limit(1)
    )  # fmt: skip
    if text is None:
        raise NotFound(_("This design belongs to a garment that we have never made."))
    return _MODELS.keep((digest, no), canonical.published(text, version=no))


def _cloths(session: Session, digests: list[str]) -> dict[str, Cloth]:
    kept = {digest: _CLOTHS.find(digest) for digest in digests}
    known = {digest: cloth for digest, cloth in kept.items() if cloth is not None}
    missing = [digest for digest in digests if digest not in known]
    if missing:
        for row in session.scalars(select(ClothRow).where(ClothRow.digest.in_(missing))):
            known[row.digest] = _CLOTHS.keep(row.digest, cloth_in(row))
    return known


def cloth_in(row: ClothRow) -> Cloth:
    """Return the cloth that lies in this row."""
    return Cloth(
        code=row.code, name=row.name, family=row.family, mill=row.mill, article=row.article,
        weave=row.weave, pattern=row.pattern, colour=row.colour, ground=row.ground,
        accent=row.accent, repeat_mm=row.repeat_mm, weight_gsm=row.weight_gsm,
        width_mm=row.width_mm, stretch_percent=row.stretch_percent,
        composition=tuple((str(fibre), int(share)) for fibre, share in row.composition),
        shrink_length_per_mille=row.shrink_length_per_mille,
        shrink_width_per_mille=row.shrink_width_per_mille, season=row.season,
        care=tuple(row.care), price_per_metre_minor=row.price_per_metre_minor,
        garments=frozenset(row.garments), story=row.story,
    )  # fmt: skip
