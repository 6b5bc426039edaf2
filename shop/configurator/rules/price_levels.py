"""The levels that the price of a cell or a combination can stand on, from the cheapest up.

Holding a level means: no dearer than this. Whoever holds it holds all above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shop.configurator.rules.boxes import Box
from shop.configurator.rules.clauses import Clauses
from shop.configurator.rules.prover import Prover


@dataclass(frozen=True, kw_only=True)
class PriceLevels:
    """The least price, and for each level but the dearest what it costs to give it up."""

    least: int
    rises: tuple[tuple[int, int], ...] = ()  # the literal that holds it, the rise to the next


def cell_levels(prover: Prover, cell: int, prices: Sequence[int]) -> PriceLevels:
    """Return the levels of a cell's prices, told to the solver."""
    levels = sorted(set(prices))
    holds = [prover.new() for _ in levels[:-1]]
    for lower, higher in pairwise(holds):
        prover.add([-lower, higher])
    for option, price in enumerate(prices):
        if price > levels[0]:
            level = holds[levels.index(price) - 1]
            prover.add([-level, *(-literal for literal in prover.literals({cell: option}))])
    rises = (high - low for low, high in pairwise(levels))
    return PriceLevels(least=levels[0], rises=tuple(zip(holds, rises, strict=True)))


def extra_levels(clauses: Clauses, prover: Prover, box: Box, minor: int) -> PriceLevels:
    """Return the levels of a combination: without it if it costs more, with it if it spares."""
    holds = prover.new()
    inside = [clauses.within(cell, mask) for cell, mask in box]
    if minor > 0:
        prover.add([-holds, *(-literal for literal in inside)])
    else:
        for literal in inside:
            prover.add([-holds, literal])
    return PriceLevels(least=min(0, minor), rises=((holds, abs(minor)),))
