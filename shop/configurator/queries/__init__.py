"""Reads of the configurator: what a configuration is made of, and the screen that shows it."""

from shop.configurator.queries.artwork import without_artwork
from shop.configurator.queries.changes import Changes, changes
from shop.configurator.queries.comparing import beside, compared
from shop.configurator.queries.laying import Sources, laid_out, made_from, sources_of
from shop.configurator.queries.least import least
from shop.configurator.queries.picking import picked, surprised, typed_in
from shop.configurator.queries.review import Review, review
from shop.configurator.queries.screen import Screen, screen
from shop.configurator.queries.wearer import Wearer

__all__ = [
    "Changes", "Review", "Screen", "Sources", "Wearer", "beside", "changes",
    "compared", "laid_out", "least", "made_from", "picked", "review", "screen", "sources_of",
    "surprised", "typed_in", "without_artwork",
]  # fmt: skip
