"""Small random models of every kind of question, rule and price, for tests by brute force.

All of it hangs on the `Random` that is given: hypothesis' own, so that it can shrink a failure, or
`random.Random(seed)`.
"""

from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Final

from shop.catalogue.rules import (
    Choices,
    Condition,
    Extra,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
    Section,
    Term,
    Value,
)

ROOM: Final = 250  # so many whole designs at most, roughly: brute force looks at each
CODES: Final = "abcdef"
COMPARISONS: Final = ("<", "<=", ">", ">=", "=", "!=")
TONES: Final = ("warm", "cold")
MEASURES: Final = ("chest", "waist")
LENGTHS_MM: Final = (940, 1000, 1060)
ONE_OF: Final = (GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.CLOTH)
KINDS: Final = (
    *ONE_OF, GroupKind.CHOICE, GroupKind.SEVERAL, GroupKind.SEVERAL, GroupKind.NUMBER,
    GroupKind.TEXT,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Taste:
    """What the random models of a test shall have."""

    groups: int = 6
    rules: int = 6
    kinds: tuple[GroupKind, ...] = KINDS
    body: bool = True
    room: int = ROOM


ANYTHING: Final = Taste()


def random_model(rng: Random, taste: Taste = ANYTHING) -> GarmentModel:
    """Return a model of two groups or more; it may well allow nothing at all."""
    groups: list[Group] = []
    designs = 1
    for code in CODES[: rng.randint(2, taste.groups)]:
        group = _group(rng, code, groups, taste)
        designs *= len(answers_to(group))
        if designs > taste.room and len(groups) > 1:
            break
        groups.append(group)
    return model_of(
        groups,
        [_rule(rng, f"r{n}", groups, body=taste.body) for n in range(rng.randint(0, taste.rules))],
        [_extra(rng, f"e{n}", groups) for n in range(rng.randint(0, 3))],
        base=rng.choice((0, 5_000, 9_900)),
    )


def model_of(groups, rules=(), extras=(), base=0) -> GarmentModel:
    return GarmentModel(
        garment="test",
        name="Test",
        summary="",
        for_whom="everyone",
        base_price_minor=base,
        cloth_mm=1_500,
        cloth_width_mm=1_500,
        lead_days=10,
        groups=tuple(groups),
        rules=tuple(rules),
        extras=tuple(extras),
    )


def answers_to(group: Group) -> list[str]:
    """Return every answer to a question, of texts one of each length, as answers are written."""
    if group.kind is GroupKind.NUMBER:
        return [str(n) for n in range(group.least, group.most + 1, group.step)]
    if group.kind is GroupKind.TEXT:
        return ["A" * n for n in range(group.max_length + 1)]
    codes = [value.code for value in group.values]
    if group.kind is not GroupKind.SEVERAL:
        return codes
    most = group.at_most or len(codes)
    return ["none"] + [".".join(c) for n in range(1, most + 1) for c in combinations(codes, n)]


def random_choices(rng: Random, model: GarmentModel, designs: list[dict[str, str]]) -> Choices:
    """Return some own choices, in any order: mostly of a valid design, sometimes just any."""
    asked = rng.sample(model.groups, rng.randint(0, len(model.groups)))
    if designs and rng.randint(0, 3):
        design = rng.choice(designs)
        kept = {g.code: design[g.code] for g in asked if g.code in design}
        if rng.randint(0, 1):
            return kept
        return kept | {g.code: rng.choice(answers_to(g)) for g in asked[:1]}
    return {g.code: rng.choice(answers_to(g)) for g in asked}


def random_body(rng: Random) -> Choices:
    """Return what is known of a body: often nothing, at most chest and waist."""
    known = rng.sample(MEASURES, rng.randint(0, 2))
    return {f"body.{name}": str(rng.choice((900, 1000, 1030, 1090))) for name in known}


def _group(rng: Random, code: str, before: list[Group], taste: Taste) -> Group:
    kinds = taste.kinds
    if any(group.kind is GroupKind.CLOTH for group in before):
        kinds = tuple(kind for kind in kinds if kind is not GroupKind.CLOTH)
    kind = rng.choice(kinds)
    values, usual, at_most, least, most, step = (), "", 0, 0, 0, 1
    if kind in {*ONE_OF, GroupKind.SEVERAL}:
        values = tuple(_value(rng, c, kind) for c in "xyz"[: rng.randint(1, 3)])
    if kind is GroupKind.SEVERAL:
        at_most = rng.randint(0, len(values))
        liked = [v.code for v in values if rng.randint(0, 2) == 0][: at_most or None]
        usual = rng.choice((".".join(liked), "", "none"))
    if kind is GroupKind.NUMBER:
        least, step = rng.choice((0, 2, 10)), rng.choice((1, 5))
        most = least + step * rng.randint(0, 4) + rng.randint(0, step - 1)
        usual = rng.choice(["", *(str(n) for n in range(least, most + 1, step))])
    asked_when = ()
    if before and rng.randint(0, 2) == 0:
        some = rng.sample(before, min(len(before), rng.choice((1, 1, 2))))
        asked_when = tuple(_condition(rng, each) for each in some)
    return Group(
        code=code,
        name=code.upper(),
        section=Section.STYLE,
        kind=kind,
        values=values,
        usual=usual,
        asked_when=asked_when,
        at_most=at_most,
        least=least,
        most=most,
        step=step,
        max_length=rng.randint(1, 3) if kind is GroupKind.TEXT else 0,
        allowed="A" if kind is GroupKind.TEXT else "",
        firmness=rng.randint(1, 3),
    )


def _value(rng: Random, code: str, kind: GroupKind) -> Value:
    attributes: dict[str, int | str] = {}
    takes = 0 if kind is GroupKind.CLOTH else rng.choice((0, 0, 100, 250))
    if rng.randint(0, 3):
        attributes["weight"] = rng.randint(0, 3)
    if rng.randint(0, 2):
        attributes["tone"] = rng.choice(TONES)
    return Value(
        code=code,
        name=code.upper(),
        rank=rng.randint(0, 2),
        attributes=attributes,
        price_minor=rng.choice((0, 0, 500, 1_200, -300)),
        cloth_mm=takes,
    )


def _condition(rng: Random, group: Group) -> Condition:
    if group.kind is GroupKind.TEXT:
        return _compared(rng, group.code, "length", rng.randint(0, group.max_length + 1))
    if group.kind is GroupKind.NUMBER:
        if rng.randint(0, 3) == 0:
            return _listed(rng, group, answers_to(group))
        return _compared(rng, group.code, "number", rng.randint(group.least - 1, group.most + 1))
    if rng.randint(0, 2):
        codes = [value.code for value in group.values]
        several = group.kind is GroupKind.SEVERAL and rng.randint(0, 2) == 0
        return _listed(rng, group, [*codes, "none"] if several else codes)
    if rng.randint(0, 1):
        return Condition(
            group=group.code,
            attribute="tone",
            comparison=rng.choice(("=", "!=")),
            against=rng.choice(TONES),
        )
    return _compared(rng, group.code, "weight", rng.randint(0, 3))


def _listed(rng: Random, group: Group, codes: list[str]) -> Condition:
    some = rng.sample(codes, rng.randint(1, min(2, len(codes))))
    return Condition(group=group.code, values=frozenset(some))


def _compared(rng: Random, group: str, attribute: str, against: int) -> Condition:
    return Condition(
        group=group, attribute=attribute, comparison=rng.choice(COMPARISONS), against=against
    )


def _rule(rng: Random, code: str, groups: list[Group], *, body: bool) -> Rule:
    some = rng.sample(groups, min(len(groups), rng.choice((2, 2, 3))))
    conditions = [_condition(rng, each) for each in some]
    if body and rng.randint(0, 3) == 0:
        place = rng.randint(0, len(conditions) - 1)
        conditions[place] = _compared(rng, "body", rng.choice(MEASURES), rng.choice(LENGTHS_MM))
    *when, then = conditions
    form = rng.choice(("requires", "requires", "forbids", "forbids", "only", "most", "match"))
    one = [each for each in groups if each.kind is not GroupKind.SEVERAL]
    if form in {"most", "match"} and len(one) > 1:
        return _counted(rng, code, one, when, match=form == "match")
    return Rule(
        code=code,
        when=tuple(when),
        then=then,
        forbids=form == "forbids",
        only_with=form == "only",
        message=f"Because of {code}.",
    )


def _counted(
    rng: Random, code: str, groups: list[Group], when: list[Condition], *, match: bool
) -> Rule:
    """Return a rule about attributes of questions with one answer."""
    of = rng.sample(groups, 2 if match else min(len(groups), rng.randint(1, 3)))
    shown = {GroupKind.NUMBER: "number", GroupKind.TEXT: "length"}
    word = "tone" if match and rng.randint(0, 1) else "weight"
    return Rule(
        code=code,
        when=tuple(when[: rng.randint(0, 1)]),
        then=None,
        forbids=False,
        of=tuple(Term(group=g.code, attribute=shown.get(g.kind, word)) for g in of),
        at_most=None if match else rng.randint(0, 6),
        must_match=match,
        message=f"Because of {code}.",
    )


def _extra(rng: Random, code: str, groups: list[Group]) -> Extra:
    some = rng.sample(groups, min(len(groups), rng.randint(1, 2)))
    return Extra(
        code=code,
        name=code,
        when=tuple(_condition(rng, each) for each in some),
        price_minor=rng.choice((700, 150, -200, -900)),
    )
