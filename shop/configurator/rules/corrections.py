"""Corrections: which own choices must give way, as the least firm set that hits every core.

A *core* is a set of choices that contradict each other. The least correction is the lightest set
that hits all cores, found one core at a time (Davies, Bacchus: Solving MAXSAT by solving a sequence
of simpler SAT instances, 2011).
"""

from collections.abc import Sequence

from shop.configurator.rules.engine import Engine
from shop.configurator.rules.problem import Picks

Cores = list[frozenset[str]]


def least_firm(engine: Engine, picks: Picks, own: Sequence[str], target: Picks) -> list[str] | None:
    """Return the own choices (group codes) to give up so that the target can be had.

    Of each core found one choice must go; the least firm set that hits all known cores is tried,
    until no contradiction is left. None when the target is impossible even with no own choices.
    """
    problem, prover = engine.problem, engine.prover
    cells = {cell: code for code in own for cell in problem.places[code]}
    always = target | {c: o for c, o in picks.items() if c not in cells and c not in target}
    loose: dict[str, list[int]] = {code: [] for code in own}
    for cell, code in cells.items():
        if cell in picks and cell not in target:
            loose[code] += prover.literals({cell: picks[cell]})
    weights = {code: problem.cells[problem.places[code][0]].firmness for code in own}
    order = {code: -place for place, code in enumerate(problem.places)}
    cores: Cores = []
    while True:
        given_up = _hitting(cores, weights, order)
        kept = {code: literals for code, literals in loose.items() if code not in given_up}
        core = prover.core(prover.literals(always), kept)
        if core is None:
            return sorted(given_up, key=lambda code: order[code])
        if not core:
            return None
        cores.append(frozenset(core))


def _hitting(cores: Cores, weights: dict[str, int], order: dict[str, int]) -> frozenset[str]:
    """Return the lightest set that meets every core; at a tie the one that is asked last."""
    best: tuple[int, list[int], frozenset[str]] | None = None
    open_: list[frozenset[str]] = [frozenset()]
    while open_:
        chosen = open_.pop()
        weight = sum(weights[code] for code in chosen)
        if best and weight > best[0]:
            continue
        unmet = next((core for core in cores if not core & chosen), None)
        if unmet is not None:
            open_ += [chosen | {code} for code in unmet]
            continue
        rank = (weight, sorted(order[code] for code in chosen), chosen)
        best = rank if best is None or rank[:2] < best[:2] else best
    return best[2] if best else frozenset()
