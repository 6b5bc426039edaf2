"""Reads of the configurator: garments as they are configured, and what they are worked out from."""

from shop.configurator.queries.artwork import Printed
from shop.configurator.queries.configured import (
    Configured,
    NotToBeHad,
    configured,
    resolved_from,
    worked_out,
)
from shop.configurator.queries.least import least
from shop.configurator.queries.sources import Sources, sources_of
from shop.configurator.queries.wearer import Wearer, wearers

__all__ = [
    "Configured", "NotToBeHad", "Printed", "Sources", "Wearer", "configured", "least",
    "resolved_from", "sources_of", "wearers", "worked_out",
]  # fmt: skip
