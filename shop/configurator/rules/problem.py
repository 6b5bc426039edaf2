"""A model as the engine reads it: cells, boxes, prices; choices as picks and back."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.catalogue.rules import (
    BETWEEN,
    NONE,
    Choices,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
    usual,
)
from shop.configurator.rules.boxes import Box, Plan, boxes_of, group_boxes, rule_boxes
from shop.configurator.rules.cells import LEFT_OUT, TAKEN, Cell, cells_of

Design = list[int]  # one option per cell
Picks = dict[int, int]  # cell → option: the own choices


@dataclass(frozen=True, kw_only=True, eq=False)
class Problem:
    """The cells, and each box with the rule it comes from (None: what is asked, how many)."""

    model: GarmentModel
    cells: tuple[Cell, ...]
    places: Mapping[str, list[int]]
    boxes: tuple[tuple[Box, Rule | None], ...]
    extras: tuple[tuple[Box, int], ...]  # a combination and what it costs, in minor units
    prices: tuple[tuple[int, ...], ...]  # by cell and option
    fixed: Mapping[int, int]  # what is not known of the body, unless told


def problem_of(model: GarmentModel) -> Problem:
    """Return the model in the engine's form."""
    cells = cells_of(model)
    plan = Plan(cells)
    boxes: list[tuple[Box, Rule | None]] = [
        (box, None) for group in model.groups for box in group_boxes(plan, group)
    ]
    boxes += [(box, rule) for rule in model.rules for box in rule_boxes(plan, rule)]
    extras = [
        (box, extra.price_minor)
        for extra in model.extras
        if extra.price_minor and all(plan.knows(c.group) for c in extra.when)
        for box in boxes_of([plan.met(condition) for condition in extra.when])
    ]
    return Problem(
        model=model,
        cells=cells,
        places=plan.places,
        boxes=tuple(boxes),
        extras=tuple(extras),
        prices=tuple(_prices(cell) for cell in cells),
        fixed={i: len(c.values) for i, c in enumerate(cells) if c.kind is None},
    )


def _prices(cell: Cell) -> tuple[int, ...]:
    prices = [value.price_minor for value in cell.values]
    if cell.one_of_several:
        prices = [0, cell.one_of_several.price_minor]
    return (*prices, *[0] * (cell.size - len(prices)))


def picks_of(problem: Problem, choices: Choices) -> Picks | None:
    """Return the own choices as picks, or None if one of them is no answer to its question.

    What the model does not ask is left aside; a measurement that is not told is not known.
    """
    picks: Picks = {} if not problem.fixed else dict(problem.fixed)
    for code, answer in choices.items():
        places = problem.places.get(code)
        if places is None:
            continue
        found = _picked(problem, code, places, answer)
        if found is None:
            return None
        picks.update(found)
    return picks


def _picked(problem: Problem, code: str, places: list[int], answer: str) -> Picks | None:
    cell = problem.cells[places[0]]
    if cell.kind is GroupKind.SEVERAL:
        return _several(problem, places, answer)
    group = problem.model.group(code)
    option = _option(cell, group, answer)
    return None if option is None else {places[0]: option}


def _option(cell: Cell, group: Group | None, answer: str) -> int | None:
    if group is not None and group.kind is GroupKind.TEXT:
        return cell.span_of(min(len(answer), group.max_length))
    if cell.spans:
        is_offered = answer.isdecimal() and (group is None or int(answer) in group.numbers)
        return cell.span_of(int(answer)) if is_offered else None
    return cell.option_of.get(answer)


def _several(problem: Problem, places: list[int], answer: str) -> Picks | None:
    wanted = set() if answer == NONE else set(answer.split(BETWEEN))
    picks = {}
    for place in places:
        member = problem.cells[place].member
        picks[place] = TAKEN if member in wanted else LEFT_OUT
        wanted.discard(member)
    return None if wanted else picks


def choices_of(problem: Problem, design: Design, own: Choices) -> dict[str, str]:
    """Return a whole design as choices: asked questions only, in order, own words and numbers."""
    return {
        group.code: _answer(problem, group, design, own)
        for group in problem.model.groups
        if _is_asked(problem, group, design)
    }


def _is_asked(problem: Problem, group: Group, design: Design) -> bool:
    first = problem.places[group.code][0]
    return design[first] != problem.cells[first].open_at


def _answer(problem: Problem, group: Group, design: Design, own: Choices) -> str:
    places = problem.places[group.code]
    cell = problem.cells[places[0]]
    if group.kind is GroupKind.SEVERAL:
        members = (problem.cells[i].member for i in places if design[i] == TAKEN)
        return BETWEEN.join(member for member in members if member) or NONE
    if group.kind is GroupKind.TEXT:
        return own.get(group.code, "")  # nobody's letters are made up
    if group.kind is GroupKind.NUMBER:
        return _number(group, cell, design[places[0]], own.get(group.code, ""))
    return cell.values[design[places[0]]].code


def _number(group: Group, cell: Cell, option: int, own: str) -> str:
    """Return her own number, or the one of this span that is nearest to the usual."""
    low, high = cell.spans[option]
    if own.isdecimal() and low <= int(own) <= high:
        return own
    wanted = int(usual(group))
    inside = (n for n in group.numbers if low <= n <= high)
    return str(min(inside, key=lambda n: (abs(n - wanted), n)))
