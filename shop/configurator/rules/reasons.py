"""Why something is not possible, and the smallest change that would make it so."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from shop.catalogue.rules import Choices, GarmentModel, GroupKind, Rule
from shop.configurator.rules.engine import complete, is_possible, own_of, solve
from shop.configurator.rules.problem import Problem, problem_of


@dataclass(frozen=True, kw_only=True)
class Why:
    """A minimal set of own choices (group codes) and rules that together forbid a value."""

    groups: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    group: str
    before: str
    after: str  # empty: no longer asked


@dataclass(frozen=True, kw_only=True)
class Repair:
    """The smallest set of own choices to give up, and the own choices that remain."""

    choices: dict[str, str]
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """A choice that did not go with those before it, and the reason."""

    group: str
    value: str
    why: Why | None  # None: there is no such value on offer


def why(model: GarmentModel, choices: Choices, group: str, value: str) -> Why | None:
    """Return why the value cannot be had with the own choices, or None when it can.

    Both parts are minimal: leave out any choice, or any rule, and the value is possible.
    """
    wanted = {k: v for k, v in choices.items() if k != group} | {group: value}
    if is_possible(model, wanted):
        return None
    kept = _minimal_choices(model, wanted, group)
    return Why(
        groups=tuple(code for code in kept if code != group),
        rules=_minimal_rules(problem_of(model), kept),
    )


def repair(model: GarmentModel, choices: Choices, group: str, value: str) -> Repair | None:
    """Return the fewest own choices to change in order to have the value, or None for a dead one.

    Ties go to the choice that comes later in the model: what a tailor asks last is given up first.
    """
    others = [code for code in choices if code != group and _is_engines(model, code)]
    order = {g.code: i for i, g in enumerate(model.groups)}
    others.sort(key=lambda code: -order.get(code, 0))
    for size in range(len(others) + 1):
        for given_up in combinations(others, size):
            kept = {k: v for k, v in choices.items() if k not in given_up and k != group}
            if is_possible(model, kept | {group: value}):
                return _repaired(model, choices, kept | {group: value}, given_up)
    return None


def reconcile(model: GarmentModel, choices: Choices) -> tuple[dict[str, str], tuple[Dropped, ...]]:
    """Keep the choices that go together, in their order; say what was dropped and why."""
    kept: dict[str, str] = {}
    dropped = []
    for code, value in choices.items():
        group = model.group(code)
        if group is None:
            continue
        if group.kind is GroupKind.TEXT:
            kept[code] = value
        elif group.value(value) is None:
            dropped.append(Dropped(group=code, value=value, why=None))
        elif is_possible(model, kept | {code: value}):
            kept[code] = value
        else:
            dropped.append(Dropped(group=code, value=value, why=why(model, kept, code, value)))
    return kept, tuple(dropped)


def _repaired(
    model: GarmentModel, before: Choices, kept: dict[str, str], given_up: Iterable[str]
) -> Repair:
    whole = complete(model, kept)
    changes = [Change(group=g, before=before[g], after=whole.get(g, "")) for g in given_up]
    return Repair(choices=kept, changes=tuple(changes))


def _is_engines(model: GarmentModel, code: str) -> bool:
    group = model.group(code)
    return group is not None and group.kind is not GroupKind.TEXT


def _minimal_choices(model: GarmentModel, wanted: Choices, group: str) -> dict[str, str]:
    """Leave out choices one by one while the rest still contradicts itself."""
    kept = dict(wanted)
    for code in wanted:
        fewer = {k: v for k, v in kept.items() if k != code}
        if code != group and not is_possible(model, fewer):
            kept = fewer
    return kept


def _minimal_rules(problem: Problem, choices: Choices) -> tuple[Rule, ...]:
    """Leave out rules one by one while the rest still forbids these choices."""
    kept = list({id(rule): rule for _, rule in problem.boxes if rule}.values())
    for rule in tuple(kept):
        fewer = [each for each in kept if each is not rule]
        if not _allows(problem, fewer, choices):
            kept = fewer
    return tuple(kept)


def _allows(problem: Problem, rules: list[Rule], choices: Choices) -> bool:
    names = {id(rule) for rule in rules}
    boxes = tuple(box for box, rule in problem.boxes if rule is None or id(rule) in names)
    domains = list(problem.everything)
    for group, mask in own_of(problem, choices):
        domains[group] &= mask
    return solve(boxes, tuple(domains), problem.preference) is not None
