"""A random design, fairly drawn."""

import random
from collections.abc import Sequence
from typing import Final

from shop.catalogue.rules import Choices, GarmentModel, GroupKind
from shop.configurator.rules.cells import Cell
from shop.configurator.rules.engine import Engine, engine_of
from shop.configurator.rules.problem import Design, Picks, Problem, choices_of, picks_of

MOST_STATES: Final = 20_000
SWEEPS: Final = 30


def surprise(model: GarmentModel, choices: Choices, *, draw: random.Random) -> dict[str, str]:
    """Return a random whole design that keeps the own choices; the same draw gives the same one.

    Every valid design is equally likely, as long as they can be counted within 20,000 states,
    which holds for rules as shops write them. Beyond that the draw is a long random walk between
    valid designs, which reaches them about equally often. Texts stay empty: nobody's letters are
    made up. Raises ValueError when the choices contradict each other.
    """
    engine = engine_of(model)
    with engine.lock:
        picks = picks_of(engine.problem, choices)
        if picks is None or not engine.prover.solve(engine.prover.literals(picks)):
            raise ValueError("the choices contradict each other")
        found = engine.prover.design()
        try:
            design = _Count(engine, picks).drawn(draw) or found
        except _TooManyError:
            design = _walked(engine, picks, found, draw)
        return _spread(engine.problem, design, choices, draw)


class _TooManyError(Exception):
    """There are more states than may be counted."""


class _Count:
    """How many designs there are from a cell on, given the boxes nothing has led out of yet."""

    def __init__(self, engine: Engine, picks: Picks) -> None:
        self._rows = engine.exchanges.kept
        cells = engine.problem.cells
        self._weights = [
            [1] * cell.size if i in picks else _weights(engine.problem, cell)
            for i, cell in enumerate(cells)
        ]
        self._options = [
            [picks[i]] if i in picks else list(range(cell.size)) for i, cell in enumerate(cells)
        ]
        last: dict[int, int] = {}
        for number, (box, _rule) in enumerate(engine.problem.boxes):
            ends = max(cell for cell, _ in box)
            last[ends] = last.get(ends, 0) | 1 << number
        self._ends = [last.get(i, 0) for i in range(len(cells))]
        self._all = (1 << len(engine.problem.boxes)) - 1
        self._known: dict[tuple[int, int], int] = {}

    def drawn(self, draw: random.Random) -> Design | None:
        """Return a design, each as likely as any other; None if all want letters."""
        design: Design = []
        alive = self._all
        for cell, options in enumerate(self._options):
            counts = [self._after(cell, option, alive) for option in options]
            if not any(counts):
                return None
            design.append(draw.choices(options, weights=counts)[0])
            alive &= self._rows[cell][design[-1]]
        return design

    def _after(self, cell: int, option: int, alive: int) -> int:
        alive &= self._rows[cell][option]
        if alive & self._ends[cell] or not self._weights[cell][option]:
            return 0
        return self._weights[cell][option] * self._designs(cell + 1, alive)

    def _designs(self, cell: int, alive: int) -> int:
        if cell == len(self._rows):
            return 1
        key = (cell, alive)
        if key not in self._known:
            if len(self._known) >= MOST_STATES:
                raise _TooManyError
            self._known[key] = sum(self._after(cell, o, alive) for o in self._options[cell])
        return self._known[key]


def _weights(problem: Problem, cell: Cell) -> list[int]:
    """Return how many answers each option stands for; of the texts only the shortest."""
    if cell.kind is GroupKind.NUMBER:
        found = [len(_numbers(problem, cell, i)) for i in range(len(cell.spans))]
    elif cell.kind is GroupKind.TEXT:
        found = [1] + [0] * (len(cell.spans) - 1)
    else:
        return [1] * cell.size
    return found + [1] * (cell.size - len(cell.spans))


def _walked(engine: Engine, picks: Picks, design: Design, draw: random.Random) -> Design:
    """Change one cell after the other at random, always to something that is valid."""
    cells = [i for i in range(len(design)) if i not in picks]
    for _ in range(SWEEPS):
        draw.shuffle(cells)
        for cell in cells:
            mask = engine.exchanges.exchangeable(design)[cell]
            options = [o for o in range(engine.problem.cells[cell].size) if mask >> o & 1]
            design = [*design[:cell], draw.choice(options), *design[cell + 1 :]]
    return design


def _spread(problem: Problem, design: Design, own: Choices, draw: random.Random) -> dict[str, str]:
    """Return the choices, with a number drawn from every span."""
    drawn = {}
    for cell, option in zip(problem.cells, design, strict=True):
        if cell.kind is GroupKind.NUMBER and option != cell.open_at:
            drawn[cell.group] = str(draw.choice(_numbers(problem, cell, option)))
    return choices_of(problem, design, drawn | dict(own))


def _numbers(problem: Problem, cell: Cell, option: int) -> Sequence[int]:
    group = problem.model.group(cell.group)
    low, high = cell.spans[option]
    return [n for n in group.numbers if low <= n <= high] if group else [low]
