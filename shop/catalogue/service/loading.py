"""Taking in what the files say. A second time changes nothing."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.gateways.files import Files
from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.models import ClothRow, Garment, GarmentVersion
from shop.catalogue.rules import Cloth, GarmentModel, canonical
from shop.catalogue.rules.prices import keep_prices, prices_of
from shop.catalogue.service.materials import load_materials
from shop.catalogue.service.publishing import Origin, locked, newest, publish


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What a load has changed."""

    published: tuple[str, ...]  # garments with a new version
    cloths: tuple[str, ...]  # cloths that are new or changed
    materials: tuple[str, ...] = ()  # materials that are new or changed


def load(session: Session, files: Files, *, now: datetime) -> Loaded:
    """Make the shop offer what the files say, and nothing else.

    Prices that the staff have changed stay until the file changes that very price. What the files
    no longer have is kept but not offered. The rolls in the files are left to `stock`.
    """
    published = [each.model.garment for each in files.garments if _garment(session, each, now)]
    _retire_garments(session, {each.model.garment for each in files.garments})
    return Loaded(
        published=tuple(published),
        cloths=_cloths(session, files),
        materials=load_materials(session, files.materials),
    )


def _garment(session: Session, placed: PlacedGarment, now: datetime) -> bool:
    """Publish the file's model if the file has changed; tell whether there is a new version."""
    model = placed.model
    garment = locked(session, model.garment)
    if garment is None:
        garment = Garment(code=model.garment, position=placed.position, is_active=True)
        session.add(garment)
        session.flush()  # the version needs its id
    garment.position, garment.is_active = placed.position, True
    origin = Origin(digest=canonical.digest(canonical.canonical(model)), prices=prices_of(model))
    current = newest(session, garment)
    if current is not None and current.file_digest == origin.digest:
        return False
    if current is not None and current.digest == origin.digest:
        _now_from(current, origin)
        return False
    if current is not None:
        asked = prices_of(canonical.read(GarmentModel, current.canonical))
        model = keep_prices(model, loaded=current.file_prices, now=asked)
    return publish(session, garment, model, origin=origin, now=now) is not None


def _now_from(version: GarmentVersion, origin: Origin) -> None:
    """Note that this file says what is published already, whichever said it first."""
    version.file_digest, version.file_prices = origin.digest, dict(origin.prices)


def _retire_garments(session: Session, offered: set[str]) -> None:
    for garment in session.scalars(select(Garment)):
        garment.is_active = garment.code in offered


def _cloths(session: Session, files: Files) -> tuple[str, ...]:
    """Store the cloths; return the codes of those that are new or changed."""
    rows = {
        row.code: row
        for row in session.scalars(select(ClothRow).order_by(ClothRow.id).with_for_update())
    }
    offered = {each.cloth.code for each in files.cloths}
    for code, row in rows.items():
        row.is_active = row.is_active and code in offered
    changed = []
    for position, stocked in enumerate(files.cloths):
        row = rows.get(stocked.cloth.code) or _new_row(stocked.cloth)
        before = (row.digest, row.is_active)
        _fill(row, stocked.cloth, position)
        session.add(row)
        if before != (row.digest, True):
            changed.append(row.code)
    return tuple(changed)


def _new_row(cloth: Cloth) -> ClothRow:
    price = cloth.price_per_metre_minor
    return ClothRow(
        code=cloth.code,
        is_active=False,
        digest="",
        price_per_metre_minor=price,
        file_price_minor=price,
    )


def _fill(row: ClothRow, cloth: Cloth, position: int) -> None:
    """Write the cloth into its row. A price of the staff stays until the file has a new one."""
    if row.file_price_minor == cloth.price_per_metre_minor:
        cloth = replace(cloth, price_per_metre_minor=row.price_per_metre_minor)
    else:
        row.file_price_minor = cloth.price_per_metre_minor
    row.digest = canonical.digest(canonical.canonical(cloth))
    row.position, row.is_active = position, True
    for field in fields(cloth):
        setattr(row, field.name, _column(getattr(cloth, field.name)))


def _column(value: object) -> object:
    """Return the value as a column holds it: lists for JSON, in an order that stays."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_column(each) for each in value]
    return value
