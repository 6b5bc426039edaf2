"""One engine per model: its problem, its exchanges, its solvers, and a lock.

Building takes some milliseconds, so the engines asked for last are kept, told apart by the very
model they were built from.
"""

import random
import threading
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, Final, TypeVar

from shop.catalogue.rules import GarmentModel
from shop.configurator.rules.clauses import clauses_of, rules_by_switch
from shop.configurator.rules.exchanges import ExchangeIndex
from shop.configurator.rules.least_price import PriceSolver
from shop.configurator.rules.problem import Design, Picks, Problem, problem_of
from shop.configurator.rules.prover import Prover
from shop.kernel.cache import Cache

KEPT: Final = 32
WITNESSES: Final = 64
REMEMBERED: Final = 4096  # answers per engine

Answer = TypeVar("Answer")


class Engine:
    """Everything that questions about one model need. Hold `lock` while asking."""

    def __init__(self, model: GarmentModel) -> None:
        self.lock = threading.RLock()
        self.problem: Problem = problem_of(model)
        self.exchanges = ExchangeIndex(self.problem)
        self.clauses = clauses_of(self.problem)
        self.prover = Prover(self.clauses)
        self.witnesses: list[Design] = self._witnesses()
        self._answers: dict[Hashable, Any] = {}
        self._met = [[0] * cell.size for cell in self.problem.cells]
        for number, design in enumerate(self.witnesses):
            for cell, option in enumerate(design):
                self._met[cell][option] |= 1 << number

    def remembered(self, question: Hashable, find: Callable[[], Answer]) -> Answer:
        """Return the answer found before, or find it: answers depend on the question alone."""
        with self.lock:
            if question in self._answers:
                known: Answer = self._answers[question]
                return known
            answer = find()
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            self._answers[question] = answer
            return answer

    def forget(self) -> None:
        """Drop the answers, so that the next question is really worked on."""
        with self.lock:
            self._answers.clear()

    def at_hand(self, picks: Picks, *, most: int) -> list[Design]:
        """Return some of the designs in the drawer that keep all picks."""
        numbers = (1 << len(self.witnesses)) - 1
        for cell, option in picks.items():
            numbers &= self._met[cell][option]
        found: list[Design] = []
        while numbers and len(found) < most:
            lowest = numbers & -numbers
            found.append(self.witnesses[lowest.bit_length() - 1])
            numbers ^= lowest
        return found

    @cached_property
    def price_solver(self) -> PriceSolver:
        """A solver that knows the prices."""
        return PriceSolver(self.problem)

    @cached_property
    def switched(self) -> "Switched":
        """A second solver, in which every rule can be switched off."""
        return Switched(self.problem)

    def _witnesses(self) -> list[Design]:
        """Return some designs, spread by a fixed seed; answers do not depend on them."""
        draw = random.Random(0)  # noqa: S311 - spreads designs, guards nothing
        if not self.prover.solve([]):
            return []
        unknown = self.prover.literals(dict(self.problem.fixed))
        found: list[Design] = []
        for _ in range(WITNESSES):
            self.prover.lean_towards([draw.randrange(c.size) for c in self.problem.cells])
            if not self.prover.solve(unknown):
                break
            found.append(self.prover.design())
        return found


class Switched:
    """The rules one by one: which of them together forbid something."""

    def __init__(self, problem: Problem) -> None:
        clauses = clauses_of(problem, switched=True)
        self.prover = Prover(clauses)
        self.options = clauses.options
        self.rules = rules_by_switch(clauses)
        self.switches = {switch: (switch,) for switch in self.rules}


# the model is held beside its engine, so that its id stays its own
_engines: Cache[int, tuple[GarmentModel, Engine]] = Cache(limit=KEPT)


def engine_of(model: GarmentModel) -> Engine:
    """Return the model's engine; the same model gives the same engine while it is kept."""
    _model, engine = _engines.find(id(model)) or _engines.keep(id(model), (model, Engine(model)))
    return engine


def remembered(model: GarmentModel, question: Hashable, find: Callable[[], Answer]) -> Answer:
    """Return the answer to a question about a model, found at most once while it is kept.

    The question must say all that the answer depends on besides the model.
    """
    return engine_of(model).remembered(question, find)


def forget() -> None:
    """Drop all remembered answers, as `flask bench configurator` does between its questions."""
    for _model, engine in _engines.values():
        engine.forget()


def proofs_asked(model: GarmentModel) -> int:
    """Return how often the solver was asked about this model: what a click really costs."""
    return engine_of(model).prover.asked
