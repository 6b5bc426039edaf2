"""What the shop offers now, as files have it."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue import queries
from shop.catalogue.gateways.cloths import StockedCloth
from shop.catalogue.gateways.files import Files
from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.models import ClothRoll, ClothRow, Garment
from shop.catalogue.rules import OpeningRoll


def offered(session: Session) -> Files:
    """Return what is on offer, in its order; loading it again changes nothing.

    A roll has the length it was delivered with: what is left of it is stock, and no file's matter.
    """
    positions = {garment.code: garment.position for garment in session.scalars(select(Garment))}
    rolls = _rolls(session)
    return Files(
        garments=tuple(
            PlacedGarment(model=model, position=positions[model.garment])
            for model in queries.models(session)
        ),
        cloths=tuple(
            StockedCloth(cloth=each.cloth, rolls=tuple(rolls.get(each.cloth.code, ())))
            for each in queries.cloths(session)
        ),
    )


def _rolls(session: Session) -> dict[str, list[OpeningRoll]]:
    """Return the rolls by the code of their cloth, oldest first."""
    rows = session.execute(
        select(ClothRow.code, ClothRoll.number, ClothRoll.dye_lot, ClothRoll.length_mm,
               ClothRoll.received_on)
        .join(ClothRoll.cloth)
        .order_by(ClothRoll.received_on, ClothRoll.id)
    )  # fmt: skip
    found: dict[str, list[OpeningRoll]] = {}
    for code, number, dye_lot, length_mm, received_on in rows:
        found.setdefault(code, []).append(_roll(number, dye_lot, length_mm, received_on))
    return found


def _roll(number: str, dye_lot: str, length_mm: int, received_on: date) -> OpeningRoll:
    return OpeningRoll(number=number, dye_lot=dye_lot, length_mm=length_mm, received_on=received_on)
