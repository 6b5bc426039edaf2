"""The truth about a small model: every whole design, looked at one by one.

The meaning of rules comes from `fitting` alone, which evaluates them directly.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from shop.catalogue.rules.fitting import all_hold, broken_rules, usual
from shop.catalogue.rules.garments import Choices, GarmentModel, Group, GroupKind
from tests.builders.random_models import answers_to

Design = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Truth:
    """Every whole design of a model for one body, and the rules that each of them breaks."""

    model: GarmentModel
    body: Choices

    @cached_property
    def broken(self) -> list[tuple[Design, frozenset[str]]]:
        return [
            (design, frozenset(rule.code for rule in broken_rules(self.model, design | self.body)))
            for design in whole_designs(self.model)
        ]

    @cached_property
    def designs(self) -> list[Design]:
        """The valid ones."""
        return self.under({rule.code for rule in self.model.rules})

    def under(self, rules: Collection[str]) -> list[Design]:
        """Return the designs that break none of these rules."""
        rules = frozenset(rules)
        return [design for design, broken in self.broken if not broken & rules]

    def keeping(self, choices: Choices) -> list[Design]:
        return [design for design in self.designs if keeps(design, choices)]

    def having(self, choices: Choices, group: str, code: str) -> list[Design]:
        """Return the valid designs with these choices and this value of the group."""
        return [d for d in self.keeping(choices) if has(self.model, d, group, code)]


def truth(model: GarmentModel, body: Choices | None = None) -> Truth:
    return Truth(model=model, body=body or {})


def whole_designs(model: GarmentModel) -> list[Design]:
    """Return every design that answers what is asked and nothing else, the rules apart."""
    designs: list[Design] = [{}]
    for group in model.groups:
        designs = [longer for each in designs for longer in _answered(model, group, each)]
    return designs


def keeps(design: Choices, choices: Choices) -> bool:
    return all(design.get(code) == answer for code, answer in choices.items())


def has(model: GarmentModel, design: Choices, code: str, value: str) -> bool:
    """Tell whether the design has the value; of several, `-pen` is a design without it."""
    group = model.group(code)
    if code not in design or group is None:
        return False
    if group.kind is not GroupKind.SEVERAL:
        return design[code] == value
    chosen = design[code].split(".")
    return value in chosen if value[0] != "-" else value[1:] not in chosen


def offers(group: Group) -> list[str]:
    """Return what `possible` speaks of: values, numbers, and of several with and without."""
    if group.kind is GroupKind.TEXT:
        return []
    if group.kind is GroupKind.SEVERAL:
        return [mark + value.code for value in group.values for mark in ("", "-")]
    return answers_to(group)


def with_member(group: Group, answer: str, code: str) -> str:
    """Return an answer to a question for several with `pen` added to it, or `-pen` left out."""
    chosen = (
        {*answer.split("."), code} - {code.removeprefix("-")}
        if code[0] == "-"
        else {*answer.split("."), code}
    )
    return ".".join(v.code for v in group.values if v.code in chosen) or "none"


def taste(model: GarmentModel, design: Choices) -> list[tuple[int, ...]]:
    """Return how far a design is from what the house would take, question by question."""
    return [
        _distance(group, design[group.code]) if group.code in design else ()
        for group in model.groups
    ]


def _answered(model: GarmentModel, group: Group, design: Design) -> Iterator[Design]:
    if not all_hold(group.asked_when, model, design, None):
        yield design
        return
    for answer in answers_to(group):
        yield design | {group.code: answer}


def _distance(group: Group, answer: str) -> tuple[int, ...]:
    if group.kind is GroupKind.TEXT:
        return (len(answer),)
    if group.kind is GroupKind.NUMBER:
        return (abs(int(answer) - int(usual(group))), int(answer))
    codes = [value.code for value in group.values]
    if group.kind is GroupKind.SEVERAL:
        liked, chosen = usual(group).split("."), answer.split(".")
        return tuple(int((code in liked) != (code in chosen)) for code in codes)
    value = group.value(answer)
    return (value.rank if value else 0, codes.index(answer))
