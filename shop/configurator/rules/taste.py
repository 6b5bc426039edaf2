"""The design in the house's taste: best in the first cell, then in the second, and so on."""

from collections.abc import Mapping, Sequence

from shop.catalogue.rules import GroupKind
from shop.configurator.rules.cells import Cell
from shop.configurator.rules.engine import Engine
from shop.configurator.rules.problem import Design, Picks


def favourite(
    engine: Engine, picks: Picks, *, leaning: Mapping[int, int] | None = None
) -> Design | None:
    """Return the best design with these picks, or None if there is none.

    Best is what the house prefers, or, for cells that lean to an option, what is nearest to that.
    """
    prover = engine.prover
    near = leaning or {}
    ranked = [_ranked(cell, near.get(i)) for i, cell in enumerate(engine.problem.cells)]
    prover.lean_towards([options[0] for options in ranked])  # so that little is left to better
    if not prover.solve(prover.literals(picks)):
        return None
    improving = _Improving(engine, picks, prover.design())
    for cell, options in enumerate(ranked):
        if cell not in picks:
            improving.settle(cell, options)
    return improving.design


class _Improving:
    """A design that gets better cell by cell, and never worse."""

    def __init__(self, engine: Engine, picks: Picks, design: Design) -> None:
        self._engine = engine
        self._settled = engine.prover.literals(picks)
        self.design = design
        self._free = engine.exchanges.exchangeable(design)

    def settle(self, cell: int, options: Sequence[int]) -> None:
        """Give the cell the first of the options that goes with all settled before."""
        closed = 0
        for option in options:
            if self.design[cell] == option:
                break
            if self._free[cell] >> option & 1:
                self._take([*self.design[:cell], option, *self.design[cell + 1 :]])
                break
            if closed >> option & 1:
                continue
            if (design := self._solved(cell, option)) is not None:
                self._take(design)
                break
            closed |= self._engine.exchanges.twins[cell][option]
        self._settled += self._engine.prover.literals({cell: self.design[cell]})

    def _take(self, design: Design) -> None:
        self.design = design
        self._free = self._engine.exchanges.exchangeable(design)

    def _solved(self, cell: int, option: int) -> Design | None:
        prover = self._engine.prover
        prover.lean_towards(self.design)
        wanted = [*self._settled, *prover.literals({cell: option})]
        return prover.design() if prover.solve(wanted) else None


def _ranked(cell: Cell, leaning: int | None) -> Sequence[int]:
    if leaning is None or (cell.kind is not GroupKind.SEVERAL and not cell.spans):
        return cell.preference
    return sorted(cell.preference, key=lambda o: (o == cell.open_at, abs(o - leaning)))
