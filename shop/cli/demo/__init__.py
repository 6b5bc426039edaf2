"""The demo: a living shop to look around in, made by the same commands that customers use."""

from shop.cli.demo.filling import fill
from shop.cli.demo.people import how_to_sign_in

__all__ = ["fill", "how_to_sign_in"]
