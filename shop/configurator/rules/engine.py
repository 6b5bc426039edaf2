"""What is possible, and what the house would take."""

from collections.abc import Mapping, Sequence

from shop.catalogue.rules import Choices, GarmentModel, Group, GroupKind
from shop.configurator.rules.cells import LEFT_OUT, TAKEN, Cell
from shop.configurator.rules.domains import domains
from shop.configurator.rules.machine import Engine, engine_of
from shop.configurator.rules.problem import Design, Picks, choices_of, picks_of

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


def favourite(
    engine: Engine, picks: Picks, *, leaning: Mapping[int, int] | None = None
) -> Design | None:
    """Return the design that is best in the first cell, then in the second, and so on.

    Best is what the house prefers, or, for cells that lean to an option, what is nearest to that.
    """
    prover = engine.prover
    assumed = prover.literals(picks)
    ranked = [
        _ranked(cell, (leaning or {}).get(number))
        for number, cell in enumerate(engine.problem.cells)
    ]
    prover.lean_towards([options[0] for options in ranked])  # so that little is left to better
    if not prover.solve(assumed):
        return None
    design = prover.design()
    free = engine.closure.exchangeable(design)
    for number, options in enumerate(ranked):
        if number in picks:
            continue
        for option in options:
            found = _with(engine, design, free, (number, option), assumed)
            if found is not None:
                if found is not design:
                    design, free = found, engine.closure.exchangeable(found)
                break
        assumed += prover.literals({number: design[number]})
    return design


def _ranked(cell: Cell, leaning: int | None) -> Sequence[int]:
    if leaning is None or (cell.kind is not GroupKind.SEVERAL and not cell.spans):
        return cell.preference
    return sorted(cell.preference, key=lambda o: (o == cell.open_at, abs(o - leaning)))


def _with(
    engine: Engine, design: Design, free: list[int], wanted: tuple[int, int], assumed: list[int]
) -> Design | None:
    """Return a design with this option that keeps what is settled, or None."""
    cell, option = wanted
    if design[cell] == option:
        return design
    if free[cell] >> option & 1:
        return [*design[:cell], option, *design[cell + 1 :]]
    engine.prover.lean_towards(design)
    settled = engine.prover.solve([*assumed, *engine.prover.literals({cell: option})])
    return engine.prover.design() if settled else None


def _possible(engine: Engine, choices: Choices) -> dict[str, frozenset[str]]:
    unfit = [code for code, answer in choices.items()
             if picks_of(engine.problem, {code: answer}) is None]  # fmt: skip
    rest = {code: answer for code, answer in choices.items() if code not in unfit}
    picks = picks_of(engine.problem, rest) or {}
    masks = [0] * len(engine.problem.cells)
    if not unfit:
        masks = domains(engine, picks) or _ways_out(engine, picks)
    elif len(unfit) == 1:
        found = domains(engine, picks)
        for place in engine.problem.places[unfit[0]] if found else ():
            masks[place] = found[place] if found else 0
    return {
        group.code: _codes(engine, group, masks)
        for group in engine.problem.model.groups
        if group.kind is not GroupKind.TEXT
    }


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
