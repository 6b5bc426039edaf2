"""Reads of the configurator: the state in a URL, and the screen that shows it."""

from shop.configurator.queries.artwork import without_artwork
from shop.configurator.queries.screen import Screen, made_from, screen
from shop.configurator.queries.state import State, Step

__all__ = ["Screen", "State", "Step", "made_from", "screen", "without_artwork"]
