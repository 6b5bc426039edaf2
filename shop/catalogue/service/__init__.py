"""Commands of the catalogue: take in the files, keep cloth for garments, change prices."""

from shop.catalogue.service.exporting import offered
from shop.catalogue.service.loading import Loaded, load
from shop.catalogue.service.prices import set_cloth_price, set_prices
from shop.catalogue.service.stock import (
    ClothSoldOut,
    correct_roll,
    mark_cut,
    receive_roll,
    release_cloth,
    reserve_cloth,
)

__all__ = [
    "ClothSoldOut", "Loaded", "correct_roll", "load", "mark_cut", "offered", "receive_roll",
    "release_cloth", "reserve_cloth", "set_cloth_price", "set_prices",
]  # fmt: skip
