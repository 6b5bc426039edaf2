"""The true «from» price of a garment."""

from collections.abc import Sequence

from shop.catalogue.rules import GarmentModel, with_cloths
from shop.configurator import rules
from shop.configurator.rules import Cheapest
from shop.making import rules as making
from shop.pricing import rules as pricing
from shop.stock.rules import ClothOnShelf


def least(bare: GarmentModel, shelf: Sequence[ClothOnShelf], currency: str) -> Cheapest | None:
    """Return the cheapest design that can be ordered today; None when no cloth is left for any.

    No design that the rules allow costs less, in whatever cloth there is enough of.
    """
    ours = {each.cloth.code: each for each in shelf if bare.garment in each.cloth.garments}
    model = with_cloths(bare, (each.cloth for each in ours.values()))

    def price(code: str, added_mm: int) -> int | None:
        needed = making.cloth_with_mm(model, ours[code].cloth, added_mm)
        if ours[code].longest_mm < needed:
            return None
        return pricing.cloth_price(ours[code].cloth, needed, currency).minor

    lengths = tuple(each.longest_mm for each in ours.values())
    return rules.remembered(
        model, ("least", lengths), lambda: rules.cheapest(model, {}, cloth_price=price)
    )
