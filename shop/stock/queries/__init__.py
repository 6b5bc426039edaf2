"""Reads of the shelf. The configurator asks on every click, so they are cheap."""

from shop.stock.queries.rolls import delivered, reservation_of, roll_of, rolls
from shop.stock.queries.shelf import on_shelf, shelf

__all__ = ["delivered", "on_shelf", "reservation_of", "roll_of", "rolls", "shelf"]
