"""Reads of the shelf. The configurator asks on every click, so they are cheap."""

from shop.stock.queries.checking import Beside, Difference, Figures, differences
from shop.stock.queries.ledger import MovementPage, movements_of_roll, movements_of_trim
from shop.stock.queries.offer import Offer, offer
from shop.stock.queries.rolls import delivered, reservation_of, roll_of, rolls
from shop.stock.queries.shelf import on_shelf, shelf
from shop.stock.queries.trims import taken_by, trim_codes, trim_of, trims

__all__ = [
    "Beside",
    "Difference",
    "Figures",
    "MovementPage",
    "Offer",
    "delivered",
    "differences",
    "movements_of_roll",
    "movements_of_trim",
    "offer",
    "on_shelf",
    "reservation_of",
    "roll_of",
    "rolls",
    "shelf",
    "taken_by",
    "trim_codes",
    "trim_of",
    "trims",
]
