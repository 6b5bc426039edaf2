"""Prices as ladders: the steps a cell or a combination can stand on, from the cheapest up."""

from collections.abc import Sequence
from dataclasses import dataclass

from shop.configurator.rules.boxes import Box
from shop.configurator.rules.clauses import Clauses
from shop.configurator.rules.problem import Problem
from shop.configurator.rules.prover import Prover


@dataclass(frozen=True, kw_only=True)
class Step:
    """A price that can be had as long as these literals hold; the next step costs more."""

    minor: int
    holds: int | None  # None: the dearest, which needs nothing


Ladder = tuple[Step, ...]


def build_ladders(problem: Problem, clauses: Clauses, prover: Prover) -> list[Ladder]:
    """Return the ladder of each cell, then of each combination with a price."""
    cells = [_cell_ladder(prover, cell, prices) for cell, prices in enumerate(problem.prices)]
    return cells + [_extra_ladder(clauses, prover, box, minor) for box, minor in problem.extras]


def _cell_ladder(prover: Prover, cell: int, prices: Sequence[int]) -> Ladder:
    *lower, dearest = sorted(set(prices))
    steps = []
    for minor in lower:
        holds = prover.new()
        for option, price in enumerate(prices):
            if price > minor:
                prover.add([-holds, *(-x for x in prover.literals({cell: option}))])
        steps.append(Step(minor=minor, holds=holds))
    return (*steps, Step(minor=dearest, holds=None))


def _extra_ladder(clauses: Clauses, prover: Prover, box: Box, minor: int) -> Ladder:
    """Return two steps: without what costs more, or with what spares something; and else."""
    holds = prover.new()
    inside = [clauses.within(cell, mask) for cell, mask in box]
    if minor > 0:
        prover.add([-holds, *(-literal for literal in inside)])
    else:
        for literal in inside:
            prover.add([-holds, literal])
    return (Step(minor=min(0, minor), holds=holds), Step(minor=max(0, minor), holds=None))
