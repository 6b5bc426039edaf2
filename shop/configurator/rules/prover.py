"""The solver behind the engine: proves that something is possible, or that it is not.

A well-kept SAT solver (Glucose 4.1 by way of python-sat) does the proving. It is not safe for
threads: whoever asks holds the engine's lock.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from pysat.solvers import Solver

from shop.configurator.rules.clauses import Clauses
from shop.configurator.rules.problem import Design, Picks

SOLVER = "glucose4"

Name = TypeVar("Name", bound=Hashable)


class Prover:
    """Answers questions about one problem.

    `asked` counts them; `top` is the last literal in use.
    """

    def __init__(self, clauses: Clauses) -> None:
        self._solver = Solver(name=SOLVER, bootstrap_with=clauses.clauses)
        self._options = clauses.options
        self._sizes = [len(options) for options in clauses.options]
        self._last = sum(self._sizes)
        self._cell_of = [(0, 0)] * (self._last + 1)
        for cell, literals in enumerate(clauses.options):
            for option, literal in enumerate(literals):
                self._cell_of[literal] = (cell, option)
        self.top = clauses.top
        self.asked = 0

    def literals(self, picks: Picks) -> list[int]:
        """Return the picks as literals."""
        return [self._options[cell][option] for cell, option in picks.items()]

    def solve(self, assumed: Sequence[int]) -> bool:
        self.asked += 1
        return bool(self._solver.solve(assumed))

    def design(self) -> Design:
        """Return the design that the last `solve` found."""
        design = [0] * len(self._sizes)
        for literal in self._solver.get_model()[: self._last]:
            if literal > 0:
                cell, option = self._cell_of[literal]
                design[cell] = option
        return design

    def refuted(self, assumed: Sequence[int]) -> list[int] | None:
        """Return the options that fall away at once by the rules; None when nothing is left."""
        is_open, implied = self._solver.propagate(assumed)
        if not is_open:
            return None
        refuted = [0] * len(self._sizes)
        for literal in implied:
            if -self._last <= literal < 0:
                cell, option = self._cell_of[-literal]
                refuted[cell] |= 1 << option
        return refuted

    def lean_towards(self, design: Sequence[int]) -> None:
        """Prefer these options in the next search; the answer stays exact."""
        self._solver.set_phases(
            [literals[option] for literals, option in zip(self._options, design, strict=True)]
        )

    def core(self, fixed: Sequence[int], loose: Mapping[Name, Sequence[int]]) -> list[Name] | None:
        """Return a minimal part of `loose` that cannot be had with `fixed`; None if all can.

        What is loose is named, and each name stands for some literals. Minimal: leave out any one
        name, and the rest is possible.
        """
        kept = list(loose)
        if self._solved(fixed, loose, kept):
            return None
        kept = self._blamed(loose, kept)
        place = 0
        while place < len(kept):
            fewer = kept[:place] + kept[place + 1 :]
            if self._solved(fixed, loose, fewer):
                place += 1
            else:
                kept = self._blamed(loose, fewer)
        return kept

    def blamed(self, literals: Sequence[int]) -> list[int]:
        """Return those of the literals that the last refusal names."""
        core = set(self._solver.get_core() or ())
        return [literal for literal in literals if literal in core]

    def add(self, clause: Sequence[int]) -> None:
        self._solver.add_clause(clause)

    def new(self) -> int:
        """Return a literal nobody uses yet."""
        self.top += 1
        return self.top

    def _solved(
        self, fixed: Sequence[int], loose: Mapping[Name, Sequence[int]], names: list[Name]
    ) -> bool:
        return self.solve([*fixed, *(literal for name in names for literal in loose[name])])

    def _blamed(self, loose: Mapping[Name, Sequence[int]], names: list[Name]) -> list[Name]:
        blamed = set(self._solver.get_core() or ())
        return [name for name in names if not blamed.isdisjoint(loose[name])]
