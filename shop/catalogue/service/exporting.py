"""What the shop offers now, as files have it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue import queries
from shop.catalogue.gateways.cloths import StockedCloth
from shop.catalogue.gateways.files import Files
from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.gateways.materials import StockedMaterial
from shop.catalogue.models import Garment, MaterialRow
from shop.catalogue.rules import OpeningRoll


def offered(session: Session, *, rolls: Mapping[str, Sequence[OpeningRoll]]) -> Files:
    """Return what is on offer, in its order; loading it again changes nothing.

    `rolls` are those that were delivered, by the code of their cloth. What is left of them is
    stock, and no file's matter.
    """
    positions = {garment.code: garment.position for garment in session.scalars(select(Garment))}
    return Files(
        garments=tuple(
            PlacedGarment(model=model, position=positions[model.garment])
            for model in queries.models(session)
        ),
        cloths=tuple(
            StockedCloth(cloth=cloth, rolls=tuple(rolls.get(cloth.code, ())))
            for cloth in queries.cloths(session)
        ),
        materials=_materials(session),
    )


def _materials(session: Session) -> tuple[StockedMaterial, ...]:
    listed = select(MaterialRow).where(MaterialRow.is_active).order_by(MaterialRow.position)
    return tuple(
        StockedMaterial(material=row.material, opening=row.opening)
        for row in session.scalars(listed)
    )
