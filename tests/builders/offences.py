"""The least that breaks one rule: found by what rules mean, alone when the engine says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from shop.catalogue.rules import (
    BETWEEN,
    BODY,
    NONE,
    Condition,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
)
from shop.catalogue.rules.fitting import asked, broken_rules
from shop.configurator import rules


@dataclass(frozen=True, kw_only=True)
class Offence:
    """Choices that break one rule; without the last of them they go together."""

    choices: dict[str, str]
    last: str
    body: dict[str, int]


def offence(model: GarmentModel, rule: Rule) -> Offence | None:
    """Return choices and measurements that go together but for this rule, or None."""
    others = replace(model, rules=tuple(each for each in model.rules if each != rule))
    groups = [group for group in model.groups if group.code in _needed(model, _subjects(rule))]
    measures = _measures(rule)
    for answers in product(*(_answers(group) for group in groups)):
        choices = dict(zip((group.code for group in groups), answers, strict=True))
        if len(asked(model, choices)) < len(groups):
            continue
        for lengths in product(*measures.values()):
            body = dict(zip(measures, lengths, strict=True))
            worn = {f"{BODY}.{key}": str(mm) for key, mm in body.items()}
            is_broken = broken_rules(model, worn | choices) == (rule,)
            if is_broken and rules.is_possible(others, worn | choices):
                last = _last(model, rule)
                ordered = {**{k: v for k, v in choices.items() if k != last}, last: choices[last]}
                return Offence(choices=ordered, last=last, body=body)
    return None


def _subjects(rule: Rule) -> list[str]:
    named = [c.group for c in _conditions(rule)] + [term.group for term in rule.of]
    return [code for code in named if code != BODY]


def _conditions(rule: Rule) -> list[Condition]:
    return [*rule.when, *([rule.then] if rule.then else [])]


def _last(model: GarmentModel, rule: Rule) -> str:
    """Return what is chosen last: the rule's own question, one with tiles where there is one."""
    subjects = list(reversed(_subjects(rule)))
    tiled = (c for c in subjects if (g := model.group(c)) and g.kind not in _WRITTEN)
    return next(tiled, subjects[0])


_WRITTEN = {GroupKind.CLOTH, GroupKind.NUMBER, GroupKind.TEXT}


def _needed(model: GarmentModel, codes: Iterable[str]) -> set[str]:
    """Return the questions with those that must be answered for them to be asked."""
    found: set[str] = set()
    open_ = list(codes)
    while open_:
        code = open_.pop()
        group = model.group(code)
        if code not in found and group is not None:
            found.add(code)
            open_ += [condition.group for condition in group.asked_when]
    return found


def _answers(group: Group) -> Iterator[str]:
    if group.kind is GroupKind.TEXT:
        yield from ("A" * n for n in range(1, group.max_length + 1))
    elif group.kind is GroupKind.NUMBER:
        yield from (str(n) for n in group.numbers)
    else:
        yield from (value.code for value in group.values)
    if group.kind is GroupKind.SEVERAL:
        yield NONE
        yield from (BETWEEN.join(pair) for pair in combinations([v.code for v in group.values], 2))


def _measures(rule: Rule) -> dict[str, list[int]]:
    """Return lengths on either side of what the rule asks of a body, by measure."""
    asked_for = [c for c in _conditions(rule) if c.group == BODY]
    return {c.attribute: [int(c.against) - 1, int(c.against) + 1] for c in asked_for}
