"""Why something is not possible, and the smallest change that would make it so."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.catalogue.rules import BETWEEN, NONE, Choices, GarmentModel, GroupKind, Rule, is_of_body
from shop.configurator.rules.answers import WITHOUT, is_possible
from shop.configurator.rules.cells import LEFT_OUT, TAKEN
from shop.configurator.rules.corrections import least_firm
from shop.configurator.rules.engine import Engine, engine_of
from shop.configurator.rules.problem import Picks, Problem, choices_of, picks_of
from shop.configurator.rules.taste import favourite


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
    """The least firm set of own choices to give up, and the own choices that remain."""

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

    Both parts are minimal: leave out any choice, or any rule, and the value is possible. Of
    several, `pen` asks why it cannot be added to the others, `-pen` why it cannot be left out.
    """
    engine = engine_of(model)
    key = ("why", group, value, *choices.items())
    return engine.remembered(key, lambda: _why(engine, choices, group, value))


def repair(model: GarmentModel, choices: Choices, group: str, value: str) -> Repair | None:
    """Return the own choices to change in order to have the value, or None for a dead one.

    Of all sets of choices whose giving up makes the value possible, one whose firmness adds up to
    least; ties go to the choices that come later in the model: what a tailor asks last is given up
    first. Measurements are never given up. `after` is what the house would take instead.
    """
    engine = engine_of(model)
    key = ("repair", group, value, *choices.items())
    return engine.remembered(key, lambda: _repair(engine, choices, group, value))


def reconcile(model: GarmentModel, choices: Choices) -> tuple[dict[str, str], tuple[Dropped, ...]]:
    """Keep the choices that go together, in their order; say what was dropped and why.

    Measurements come first, since a body is as it is. Those of the result are not returned.
    """
    body = measures_in(choices)
    kept: dict[str, str] = {}
    dropped = []
    for code, value in choices.items():
        if code in body or model.group(code) is None:
            continue
        if is_possible(model, {**body, **kept, code: value}):
            kept[code] = value
        else:
            dropped.append(_dropped(model, body | kept, code, value))
    return kept, tuple(dropped)


def measures_in(choices: Choices) -> dict[str, str]:
    """Return the measurements among the choices."""
    return {code: answer for code, answer in choices.items() if is_of_body(code)}


def wanted_choices(model: GarmentModel, choices: Choices, group: str, value: str) -> dict[str, str]:
    """Return the choices with this value chosen; one of several is added or taken out."""
    asked = model.group(group)
    if asked is None or asked.kind is not GroupKind.SEVERAL:
        return {**choices, group: value}
    member = value.removeprefix(WITHOUT)
    chosen = set(choices.get(group, NONE).split(BETWEEN)) - {NONE, member}
    if value == member:
        chosen.add(member)
    codes = [each.code for each in asked.values if each.code in chosen]
    return {**choices, group: BETWEEN.join(codes) or NONE}


def _dropped(model: GarmentModel, kept: Choices, code: str, value: str) -> Dropped:
    if picks_of(engine_of(model).problem, {code: value}) is None:
        return Dropped(group=code, value=value, why=None)
    engine = engine_of(model)
    picks, wanted = picks_of(engine.problem, kept), picks_of(engine.problem, {code: value})
    fixed = engine.problem.fixed
    found = _reason(
        engine, picks or {}, {c: o for c, o in (wanted or {}).items() if c not in fixed}
    )
    return Dropped(group=code, value=value, why=found)


def _why(engine: Engine, choices: Choices, group: str, value: str) -> Why | None:
    target = _target(engine.problem, group, value)
    picks = picks_of(engine.problem, choices)
    if target is None or picks is None:
        return None
    return _reason(engine, picks, target)


def _reason(engine: Engine, picks: Picks, target: Picks) -> Why | None:
    """Return the minimal reason against the target's options, if there is one."""
    problem, prover = engine.problem, engine.prover
    own: dict[str, list[int]] = {}
    for cell, option in picks.items():
        if cell not in target and problem.fixed.get(cell) != option:
            own.setdefault(problem.cells[cell].group, []).extend(prover.literals({cell: option}))
    groups = prover.core(prover.literals(target), own)
    if groups is None:
        return None
    held = [literal for group in groups for literal in own[group]]
    switched = engine.switched
    rules = switched.prover.core([*prover.literals(target), *held], switched.switches) or []
    return Why(groups=tuple(groups), rules=tuple(switched.rules[each] for each in rules))


def _target(problem: Problem, group: str, value: str) -> Picks | None:
    """Return the cell and option that a value means."""
    places = problem.places.get(group, [])
    for place in places:
        if problem.cells[place].member == value.removeprefix(WITHOUT) != "":
            return {place: LEFT_OUT if value.startswith(WITHOUT) else TAKEN}
    if len(places) != 1:
        return None
    found = picks_of(problem, {group: value})
    return {places[0]: found[places[0]]} if found else None


def _repair(engine: Engine, choices: Choices, group: str, value: str) -> Repair | None:
    problem = engine.problem
    target = _target(problem, group, value)
    own = [c for c in choices if c in problem.places and not is_of_body(c)]
    picks = picks_of(problem, {c: a for c, a in choices.items() if c != group})
    if target is None or picks is None:
        return None
    former = (picks_of(problem, {group: choices.get(group, "")}) or {}) | picks
    given_up = least_firm(engine, former | target, own, target)
    if given_up is None:
        return None
    loose = {cell for code in given_up for cell in problem.places[code]}
    kept = {cell: option for cell, option in former.items() if cell not in loose} | target
    design = favourite(engine, kept, leaning={c: former[c] for c in loose if c in former})
    if design is None:
        return None
    wanted = wanted_choices(problem.model, choices, group, value)
    words = {code: a for code, a in wanted.items() if code == group or code not in given_up}
    return _repaired(problem, choices, group, given_up, choices_of(problem, design, words))


def _repaired(
    problem: Problem, choices: Choices, group: str, given_up: list[str], whole: Mapping[str, str]
) -> Repair:
    """Return what is kept; a number or several that gave way stay as near as they can be."""
    kept = {}
    for code, answer in choices.items():
        if code == group or (code in given_up and _is_graded(problem, code) and code in whole):
            kept[code] = whole[code]
        elif code not in given_up and not is_of_body(code):
            kept[code] = answer
    kept.setdefault(group, whole[group])
    changed = [code for code in problem.places if code in given_up and code != group]
    if (
        _is_graded(problem, group)
        and (before := choices.get(group))
        and _has_lost(before, whole[group])
    ):
        changed.append(group)
    return Repair(
        choices=kept,
        changes=tuple(
            Change(group=code, before=choices[code], after=whole.get(code, "")) for code in changed
        ),
    )


def _has_lost(before: str, after: str) -> bool:
    return bool(set(before.split(BETWEEN)) - set(after.split(BETWEEN)) - {NONE})


def _is_graded(problem: Problem, code: str) -> bool:
    group = problem.model.group(code)
    return group is not None and group.kind in {GroupKind.SEVERAL, GroupKind.NUMBER}
