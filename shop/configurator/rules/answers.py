"""What is possible, and what the house would take."""

from shop.catalogue.rules import Choices, GarmentModel, Group, GroupKind
from shop.configurator.rules.cells import LEFT_OUT, TAKEN, Cell
from shop.configurator.rules.domains import domains
from shop.configurator.rules.engine import Engine, engine_of
from shop.configurator.rules.problem import Picks, choices_of, picks_of
from shop.configurator.rules.taste import favourite

WITHOUT = "-"  # before the code of one of several: without it


def possible(model: GarmentModel, choices: Choices) -> dict[str, frozenset[str]]:
    """Return for every question the values that can be had with the own choices elsewhere.

    Sound and complete: each value returned lies in some whole design that keeps the other own
    choices, and no other value does. The own answer to a question does not narrow that question;
    of several values, each is looked at by itself: `pen` can be added to the others chosen, `-pen`
    can be left out. Numbers are returned one by one. A question that cannot be asked has no
    values; a text is no matter of values. Where the choices contradict each other, only what would
    end the contradiction is returned.
    """
    engine = engine_of(model)
    key = ("possible", *choices.items())
    return engine.remembered(key, lambda: _possible(engine, choices))


def is_possible(model: GarmentModel, choices: Choices) -> bool:
    """Tell whether some whole design keeps all these choices."""
    engine = engine_of(model)
    picks = picks_of(engine.problem, choices)
    return picks is not None and engine.remembered(
        ("is", *sorted(picks.items())),
        lambda: (
            bool(engine.at_hand(picks, most=1))
            or engine.prover.solve(engine.prover.literals(picks))
        ),
    )


def complete(model: GarmentModel, choices: Choices) -> dict[str, str]:
    """Return the whole design in the house's taste that keeps the own choices.

    Deterministic: in the model's order each question takes the favourite answer that is possible
    after those before it. Only asked questions are answered; texts are kept where they are asked,
    and empty otherwise. Raises ValueError when the choices contradict each other.
    """
    engine = engine_of(model)
    picks = picks_of(engine.problem, choices)
    design = None
    if picks is not None:
        key = ("complete", *sorted(picks.items()))
        design = engine.remembered(key, lambda: favourite(engine, picks))
    if design is None:
        raise ValueError("the choices contradict each other")
    return choices_of(engine.problem, design, choices)


def _possible(engine: Engine, choices: Choices) -> dict[str, frozenset[str]]:
    picks = picks_of(engine.problem, choices)
    if picks is None:
        masks = _unfit(engine, choices)
    else:
        masks = domains(engine, picks) or _ways_out(engine, picks)
    return {
        group.code: _codes(engine, group, masks)
        for group in engine.problem.model.groups
        if group.kind is not GroupKind.TEXT
    }


def _unfit(engine: Engine, choices: Choices) -> list[int]:
    """Return what could stand in place of the one answer that is not on offer."""
    masks = [0] * len(engine.problem.cells)
    unfit = [c for c, a in choices.items() if picks_of(engine.problem, {c: a}) is None]
    if len(unfit) == 1:
        rest = picks_of(engine.problem, {c: a for c, a in choices.items() if c not in unfit})
        found = domains(engine, rest or {})
        for place in engine.problem.places[unfit[0]] if found else ():
            masks[place] = found[place] if found else 0
    return masks


def _ways_out(engine: Engine, picks: Picks) -> list[int]:
    """Return what ends a contradiction: for each pick, the options that go with all the others."""
    masks = [0] * len(engine.problem.cells)
    for cell in picks:
        if cell not in engine.problem.fixed:
            found = domains(engine, {c: o for c, o in picks.items() if c != cell})
            masks[cell] = found[cell] if found else 0
    return masks


def _codes(engine: Engine, group: Group, masks: list[int]) -> frozenset[str]:
    places = engine.problem.places[group.code]
    cells = [(engine.problem.cells[place], masks[place]) for place in places]
    if group.kind is GroupKind.SEVERAL:
        return frozenset(_members(cells))
    cell, mask = cells[0]
    if group.kind is GroupKind.NUMBER:
        spans = [span for i, span in enumerate(cell.spans) if mask >> i & 1]
        return frozenset(
            str(n) for n in group.numbers if any(low <= n <= high for low, high in spans)
        )
    return frozenset(v.code for i, v in enumerate(cell.values) if mask >> i & 1)


def _members(cells: list[tuple[Cell, int]]) -> list[str]:
    taken = [c.member for c, mask in cells if mask >> TAKEN & 1]
    left = [WITHOUT + c.member for c, mask in cells if mask >> LEFT_OUT & 1]
    return taken + left
