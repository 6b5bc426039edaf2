"""Commands of the catalogue: take in the files, change prices."""

from shop.catalogue.service.exporting import offered
from shop.catalogue.service.loading import Loaded, load
from shop.catalogue.service.prices import set_cloth_price, set_prices

__all__ = ["Loaded", "load", "offered", "set_cloth_price", "set_prices"]
