"""What stands in the windows: garments in the house's choice, cloths with their numbers."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from flask import current_app
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import Cloth, GarmentModel, with_cloths
from shop.configurator.queries import least
from shop.configurator.rules import whole_of, without_artwork
from shop.designs import rules as designs
from shop.designs.models import Design
from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.preview import queries as preview
from shop.preview.queries import Picture
from shop.pricing import rules as pricing
from shop.stock import queries as stock
from shop.stock.queries import Offer
from shop.stock.rules import ClothOnShelf


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A whole design as it hangs in the window."""

    model: GarmentModel
    whole: Mapping[str, str]
    cloth: Cloth
    sentence: str
    price: Money
    picture: Picture
    back: Picture
    url: str
    name: str = ""
    public_id: str = ""


Shelf = tuple[ClothOnShelf, ...]


def garments(found: Offer) -> list[Shown]:
    """Return every garment on offer in the house's own choice, with its price from."""
    shown = (garment(model, found.shelf) for model in found.models)
    return [each for each in shown if each]


def garment(model: GarmentModel, shelf: Shelf) -> Shown | None:
    """Return one garment in the house's choice; None while no cloth for it is left."""
    ours = tuple(each for each in shelf if model.garment in each.cloth.garments)
    try:
        house = whole_of(model, ours, {})
    except Refused:
        return None
    cloth = next(each.cloth for each in ours if each.cloth.code == house.choices[designs.CLOTH])
    return _shown(house.model, house.choices, cloth)


def cheapest(model: GarmentModel, shelf: Shelf) -> Money | None:
    """Return the price of the cheapest design that can be ordered today."""
    currency = current_app.extensions["settings"].currency
    found = least(model, shelf, currency)
    return Money(found.minor, currency) if found else None


def saved(
    session: Session,
    found: list[Design],
    *,
    shelf: Shelf | None = None,
    with_artwork: bool = True,
) -> list[Shown]:
    """Return saved designs ready to be shown; one whose cloth is unknown is left out.

    Artwork is for its owner, and for all once the design hangs in the gallery.
    """
    if not found:
        return []
    shelf = stock.shelf(session) if shelf is None else shelf
    cloths = {each.cloth.code: each.cloth for each in shelf}
    models = catalogue.models_by_digest(session, (design.digest for design in found))
    whole = ((each, cloths.get(each.choices.get(designs.CLOTH, ""))) for each in found)
    return [
        _shown(
            models[design.digest],
            design.choices if with_artwork else without_artwork(design.choices),
            cloth,
            name=design.name,
            public_id=design.public_id,
        )
        for design, cloth in whole
        if cloth and design.digest in models
    ]


def key_of(found: list[Design]) -> Hashable:
    """Return all of these designs that a window shows: equal keys, equal pictures and words."""
    return tuple(
        (each.public_id, each.name, each.digest, tuple(each.choices.items())) for each in found
    )


def _shown(
    model: GarmentModel,
    whole: Mapping[str, str],
    cloth: Cloth,
    *,
    name: str = "",
    public_id: str = "",
) -> Shown:
    currency = current_app.extensions["settings"].currency
    filled = with_cloths(model, [cloth])
    pictures = preview.pictures(model.garment, whole, cloth)
    return Shown(
        model=model,
        whole=whole,
        cloth=cloth,
        sentence=designs.sentence(filled, whole, cloth),
        price=pricing.total_of(filled, whole, cloth, currency=currency),
        picture=pictures["front"],
        back=pictures["back"],
        url=f"/garments/{model.garment}/design",
        name=name,
        public_id=public_id,
    )
