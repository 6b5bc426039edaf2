"""What is possible, exactly, for every cell at once.

A few valid designs (witnesses) prove most options by exchange; what they leave open is settled one
by one: a witness mended in two places, or else the solver, whose refusal is a proof too. The
method and its measurements: `decisions/0006`.
"""

from typing import Final

from shop.configurator.rules.engine import Engine
from shop.configurator.rules.problem import Design, Picks

FIRST_WITNESSES: Final = 4
MENDED_FROM: Final = 4  # witnesses tried; measured
MISSES: Final = 20  # mending pays only while it mostly succeeds

Domains = list[int]


def domains(engine: Engine, picks: Picks) -> Domains | None:
    """Return for every cell the mask of options that go with the picks in the other cells.

    None when the picks contradict each other.
    """
    refuted = engine.prover.refuted(engine.prover.literals(picks))
    if refuted is None:
        return None
    witnesses = engine.at_hand(picks, most=FIRST_WITNESSES) or _searched(engine, picks)
    if not witnesses:
        return None
    shut_out = engine.exchanges.shut_out(picks)
    fixed = engine.problem.fixed
    for cell in picks:
        everything = engine.problem.cells[cell].everything
        refuted[cell] = everything & ~(1 << picks[cell]) if cell in fixed else shut_out[cell]
    return _Round(engine, picks, witnesses, refuted).settled()


def _searched(engine: Engine, picks: Picks) -> list[Design]:
    prover = engine.prover
    return [prover.design()] if prover.solve(prover.literals(picks)) else []


class _Round:
    """One question: what is proved so far, either way."""

    def __init__(
        self, engine: Engine, picks: Picks, witnesses: list[Design], refuted: Domains
    ) -> None:
        self.engine, self.picks, self.refuted = engine, picks, refuted
        self.witnesses: list[Design] = []
        self.rows: list[list[int]] = []
        self.known = [0] * len(refuted)
        self.misses = 0
        for design in witnesses:
            self._learn(design)

    def settled(self) -> Domains:
        for cell in self.engine.exchanges.busiest_first:
            everything = self.engine.problem.cells[cell].everything
            while open_ := everything & ~self.known[cell] & ~self.refuted[cell]:
                self._settle(cell, (open_ & -open_).bit_length() - 1)
        return self.known

    def _settle(self, cell: int, option: int) -> None:
        twins = self.engine.exchanges.twins[cell][option]
        design = self._mended(cell, option) or self._solved(cell, option)
        if design is None:
            self.refuted[cell] |= twins
            return
        if cell in self.picks:
            self.known[cell] |= self.engine.exchanges.exchangeable_at(design, cell)
        else:
            self._learn(design)
        self.known[cell] |= twins

    def _learn(self, design: Design) -> None:
        self.witnesses.append(design)
        self.rows.append(self.engine.exchanges.rows(design))
        found = self.engine.exchanges.exchangeable(design)
        self.known = [known | mask for known, mask in zip(self.known, found, strict=True)]

    def _mended(self, cell: int, option: int) -> Design | None:
        if self.misses >= MISSES:
            return None
        last = slice(None, -MENDED_FROM - 1, -1)
        for design, rows in zip(self.witnesses[last], self.rows[last], strict=True):
            mended = self.engine.exchanges.mended(design, rows, (cell, option), self.picks)
            if mended is not None:
                self.misses = max(0, self.misses - 1)
                return mended
        self.misses += 1
        return None

    def _solved(self, cell: int, option: int) -> Design | None:
        prover = self.engine.prover
        if cell not in self.picks:
            prover.lean_towards(self._unknown())
        wanted = {c: o for c, o in self.picks.items() if c != cell} | {cell: option}
        return prover.design() if prover.solve(prover.literals(wanted)) else None

    def _unknown(self) -> Design:
        """Return what is not known yet, cell by cell, so that one answer proves more."""
        leaning = self.witnesses[-1].copy()
        cells = zip(self.engine.problem.cells, self.known, self.refuted, strict=True)
        for number, (cell, known, refuted) in enumerate(cells):
            open_ = cell.everything & ~known & ~refuted
            if open_ and number not in self.picks:
                leaning[number] = (open_ & -open_).bit_length() - 1
        return leaning
