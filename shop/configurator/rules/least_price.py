"""The least sum of prices, proved.

Every cell and combination has levels of price. All are held on their lowest at first; each time
the solver refuses, the levels it names (a *core*) cannot all be held, so the sum rises by the
smallest of their rises, and from then on all of them but one are asked for. When the solver agrees,
the sum is the least: this is the core-guided search called OLL (Andres, Kaufmann, Matheis, Schaub:
Unsatisfiability-based optimization in clasp, 2012; Morgado, Dodaro, Marques-Silva 2014).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pysat.card import ITotalizer

from shop.configurator.rules.clauses import clauses_of
from shop.configurator.rules.price_levels import cell_levels, extra_levels
from shop.configurator.rules.problem import Design, Picks, Problem
from shop.configurator.rules.prover import Prover

GROWN: Final = 50_000  # literals added by questions, after which the solver is built anew


class PriceSolver:
    """Finds the least price of one problem, question by question."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._build()

    def least(self, picks: Picks) -> tuple[int, Design] | None:
        """Return the least sum of prices with these picks and a design that has it."""
        if self._prover.top > self._first + GROWN:
            self._build()
        counts = _Counts(self._prover)
        minor = self._held(picks, counts)
        assumed = self._prover.literals(picks)
        try:
            for bound in counts.bounds():  # the dear levels first: their cores are small
                while not self._prover.solve([*assumed, *counts.held(bound)]):
                    core = self._prover.blamed(counts.held(bound))
                    if not core:
                        return None
                    minor += counts.give_way(core)
            return minor, self._prover.design()
        finally:
            counts.close()

    def _held(self, picks: Picks, counts: "_Counts") -> int:
        """Hold what is not picked on its lowest level; return the sum of that."""
        minor = 0
        for cell, levels in enumerate(self._levels):
            if cell in picks:
                minor += self._problem.prices[cell][picks[cell]]
            else:
                minor += levels.least
                for literal, rise in levels.rises:
                    counts.hold(literal, rise)
        return minor

    def _build(self) -> None:
        clauses = clauses_of(self._problem)
        self._prover = Prover(clauses)
        self._levels = [
            cell_levels(self._prover, cell, prices)
            for cell, prices in enumerate(self._problem.prices)
        ]
        self._levels += [
            extra_levels(clauses, self._prover, box, minor) for box, minor in self._problem.extras
        ]
        self._first = self._prover.top


@dataclass(kw_only=True)
class _Count:
    """How many of a core's levels were given up: at most `most` of them, for now."""

    totalizer: ITotalizer
    most: int
    rise: int


class _Counts:
    """What is held, and what giving it up costs."""

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self._rises: dict[int, int] = {}
        self._counts: dict[int, _Count] = {}

    def hold(self, literal: int, rise: int) -> None:
        self._rises[literal] = self._rises.get(literal, 0) + rise

    def bounds(self) -> list[int]:
        """Return the rises that part the held levels into quarters, the greatest first, and 0."""
        ranked = sorted(set(self._rises.values()), reverse=True)
        quarter = max(1, len(ranked) // 4)
        return [*ranked[quarter - 1 :: quarter], 0]

    def held(self, bound: int) -> list[int]:
        return [literal for literal, rise in self._rises.items() if rise >= bound]

    def give_way(self, core: Sequence[int]) -> int:
        """Give up one level of the core, the cheapest way; return what that costs."""
        rise = min(self._rises[literal] for literal in core)
        for literal in core:
            self._rises[literal] -= rise
            if not self._rises[literal]:
                del self._rises[literal]
            if literal in self._counts:
                self._count_on(self._counts[literal], rise)
        if len(core) > 1:
            self._count([-literal for literal in core], rise)
        return rise

    def close(self) -> None:
        for count in {id(each): each for each in self._counts.values()}.values():
            count.totalizer.delete()

    def _count(self, given_up: list[int], rise: int) -> None:
        totalizer = ITotalizer(lits=given_up, ubound=1, top_id=self._prover.top)
        self._tell(totalizer, len(totalizer.cnf.clauses))
        self._at_most(_Count(totalizer=totalizer, most=1, rise=rise))

    def _count_on(self, count: _Count, rise: int) -> None:
        """Allow one more of an earlier core to be given up, at the same rise."""
        most = count.most + 1
        if most >= len(count.totalizer.lits):
            return
        count.totalizer.increase(ubound=most, top_id=self._prover.top)
        self._tell(count.totalizer, count.totalizer.nof_new)
        self._at_most(_Count(totalizer=count.totalizer, most=most, rise=rise))

    def _tell(self, totalizer: ITotalizer, new: int) -> None:
        for clause in totalizer.cnf.clauses[len(totalizer.cnf.clauses) - new :]:
            self._prover.add(clause)
        self._prover.top = max(self._prover.top, totalizer.top_id)

    def _at_most(self, count: _Count) -> None:
        literal = -count.totalizer.rhs[count.most]
        self._counts[literal] = count
        self.hold(literal, count.rise)
