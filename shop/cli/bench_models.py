"""The two garments of `flask bench configurator`: big ones, drawn at random, the same each time.

Rules are drawn as a shop would write them: mostly within one area of the garment or with the
cloth, on attributes where there are any. A rule that would make a value impossible to choose is
not taken, so every value can be had at the start.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from shop.catalogue.rules import (
    Attribute,
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
from shop.configurator.rules.boxes import Box, Plan, rule_boxes
from shop.configurator.rules.cells import cells_of
from shop.configurator.rules.clauses import clauses_of
from shop.configurator.rules.problem import Design, problem_of
from shop.configurator.rules.prover import Prover

Areas = Mapping[str, Mapping[str, int]]  # area → group → how many values

SHIRT: Final[Areas] = {
    "cloth": {"cloth": 200},
    "body": {"fit": 5, "back": 7, "hem": 5, "yoke": 4, "shoulder": 4},
    "collar": {"collar": 14, "collar-stay": 3, "collar-lining": 6},
    "sleeve": {"sleeve": 4, "cuff": 10, "cuff-lining": 6},
    "front": {"placket": 6, "pocket": 7},
    "trim": {"button": 30, "button-thread": 20, "hole-thread": 20, "stitch": 5},
    "inside": {"lining": 24, "contrast": 40},
    "monogram": {"place": 8, "style": 6, "colour": 20, "length": 13},
    "care": {"care": 4},
}
MORE_OF_A_SUIT: Final[Areas] = {
    "body": {"vents": 4, "skirt": 5},
    "collar": {"lapel": 8, "lapel-width": 6, "undercollar": 12},
    "sleeve": {"sleeve-button": 6, "elbow": 7},
    "front": {"closure": 8, "side-pocket": 9, "ticket-pocket": 3},
    "trim": {"pick-stitch": 6},
    "inside": {"inner-pocket": 8, "half-lining": 4, "piping": 18, "canvas": 4},
}
NEIGHBOURS: Final = (
    ("body", "front"), ("collar", "front"), ("front", "trim"), ("inside", "body"),
    ("monogram", "sleeve"), ("sleeve", "trim"),
)  # fmt: skip
CLOTHS: Final = {"cloth", "contrast"}
LININGS: Final = {"lining", "collar-lining", "cuff-lining", "undercollar"}
THREADS: Final = {"button-thread", "hole-thread", "colour", "piping"}
ASKED_BY_ATTRIBUTE: Final = {"cloth", "contrast", "button", "lining"}
NUMBERS: Final = {"weight", "size", "letters", "room", "bulk", "width"}
PATTERNS: Final = ("plain", "stripe", "check", "print", "herringbone", "dots")
FIBRES: Final = ("cotton", "linen", "wool", "blend", "silk")
TONES: Final = ("light", "mid", "dark")
ROOM: Final = (0, 3, 4, 8, 12, 12, 4, 3)  # letters that fit at each place of a monogram
PRICES: Final = (0, 0, 0, 500, 800, 1200, 1500, 2500)
FEW: Final = 0.45  # of a group's values a condition meets at most


def shirt() -> GarmentModel:
    """Return 25 questions, 200 cloths, 120 rules, three of them prices of combinations."""
    return _garment("shirt", SHIRT, rules=120, across=0.12)


def suit() -> GarmentModel:
    """Return 40 questions, 500 cloths, 400 rules, three of them prices of combinations."""
    areas = {area: {**groups, **MORE_OF_A_SUIT.get(area, {})} for area, groups in SHIRT.items()}
    return _garment("suit", areas | {"cloth": {"cloth": 500}}, rules=400, across=0.10)


def _garment(name: str, areas: Areas, *, rules: int, across: float) -> GarmentModel:
    draw = random.Random(f"{name}-1")  # noqa: S311 - draws a garment, guards nothing
    groups = {
        code: _group(draw, code, size) for each in areas.values() for code, size in each.items()
    }
    drawing = Drawing(draw=draw, areas=areas, groups=groups, across=across)
    model = GarmentModel(
        garment=f"bench-{name}",
        name=name.capitalize(),
        summary="",
        for_whom="everyone",
        base_price_minor=12_900,
        cloth_mm=1500,
        cloth_width_mm=1500,
        lead_days=10,
        groups=tuple(groups.values()),
        version=1,
        digest=f"bench-{name}",
    )
    taken = _taken(model, drawing, rules - 3)
    extras = tuple(
        Extra(code=f"extra-{i}", name="Extra", when=drawing.with_the_cloth(), price_minor=1500)
        for i in range(3)
    )
    return GarmentModel(**{**model.__dict__, "rules": taken, "extras": extras})


def _group(draw: random.Random, code: str, size: int) -> Group:
    kind = GroupKind.CLOTH if code == "cloth" else GroupKind.CHOICE
    values = tuple(_value(draw, code, i) for i in range(size))
    return Group(code=code, name=code.capitalize(), section=Section.STYLE, kind=kind, values=values)


def _value(draw: random.Random, group: str, place: int) -> Value:
    price = draw.choice(PRICES)
    if group in CLOTHS:
        price = draw.randrange(160 if group == "cloth" else 30) * 100
    if group == "length":
        price = 900 if place else 0
    return Value(
        code=f"{group}-{place}",
        name=f"{group} {place}",
        price_minor=price,
        rank=draw.randrange(5),
        attributes=_attributes(draw, group, place),
    )


def _attributes(draw: random.Random, group: str, place: int) -> Mapping[str, Attribute]:
    if group == "length":
        return {"letters": place}
    if group == "place":
        return {"room": ROOM[place]}
    tone: Attribute = draw.choice(TONES)
    if group in CLOTHS:
        return {
            "weight": draw.randrange(80, 481, 10),
            "width": draw.choice((140, 150, 160)),
            "stretch": int(_happens(draw, 0.2)),
            "sheer": int(_happens(draw, 0.15)),
            "pattern": draw.choice(PATTERNS),
            "fibre": draw.choice(FIBRES),
            "tone": tone,
        }
    if group in LININGS:
        weight = draw.randrange(30, 121, 10) if place else 30
        return {"weight": weight, "stretch": int(_happens(draw, 0.3)), "tone": tone}
    if group == "button" or group in THREADS:
        return {
            "size": draw.choice((14, 16, 18, 20, 24)),
            "tone": tone,
            "metallic": int(_happens(draw, 0.15)),
        }
    return {"kind": draw.randrange(4), "bulk": draw.randrange(4)}


def _happens(draw: random.Random, share: float) -> bool:
    return draw.random() < share


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Draws conditions and rules over the groups of one garment."""

    draw: random.Random
    areas: Areas
    groups: Mapping[str, Group]
    across: float  # the share of rules between any two questions

    def firm_rules(self) -> Iterator[Rule]:
        """Give the rules a garment like this always has: what fits, what adds up, what matches."""
        for room in sorted({*ROOM}):
            if room < max(ROOM):
                yield self._rule(
                    f"letters-{room}",
                    (_is("place", "room", "=", room),),
                    _is("length", "letters", "<=", room),
                )
        yield self._sum("heavy", 520, ("cloth", "weight"), ("lining", "weight"))
        yield self._sum("bulky", 7, ("collar", "bulk"), ("placket", "bulk"), ("pocket", "bulk"))
        if "canvas" in self.groups:
            yield self._sum("stiff", 7, ("lapel", "bulk"), ("canvas", "bulk"), ("closure", "bulk"))
        yield Rule(
            code="tone",
            when=(_is("hole-thread", "metallic", "=", 0),),
            then=None,
            forbids=False,
            message="The threads match.",
            must_match=True,
            of=(
                Term(group="button-thread", attribute="tone"),
                Term(group="hole-thread", attribute="tone"),
            ),
        )

    def rule(self, code: str) -> Rule:
        *when, then = (self._condition(self.groups[each]) for each in self._scope())
        return self._rule(code, tuple(when), then, forbids=_happens(self.draw, 0.5))

    def with_the_cloth(self) -> tuple[Condition, ...]:
        other = self.draw.choice([*self.areas["trim"], *self.areas["sleeve"]])
        return self._condition(self.groups["cloth"]), self._condition(self.groups[other])

    def _rule(
        self, code: str, when: tuple[Condition, ...], then: Condition, *, forbids: bool = False
    ) -> Rule:
        return Rule(code=code, when=when, then=then, forbids=forbids, message="It does not go.")

    def _sum(self, code: str, most: int, *of: tuple[str, str]) -> Rule:
        terms = tuple(Term(group=group, attribute=attribute) for group, attribute in of)
        return Rule(
            code=code,
            when=(),
            then=None,
            forbids=False,
            message="It is too much.",
            of=terms,
            at_most=most,
        )

    def _scope(self) -> list[str]:
        """Return the two or three questions that a rule is about."""
        lot = self.draw.random()
        if lot < self.across:
            return self.draw.sample(list(self.groups), 2)
        if lot < self.across + 0.33:
            return self._cloth_and_others()
        if lot < self.across + 0.45:
            one, other = self.draw.choice(NEIGHBOURS)
            return [self.draw.choice([*self.areas[one]]), self.draw.choice([*self.areas[other]])]
        area = self.draw.choice([each for each in self.areas.values() if len(each) > 1])
        return self.draw.sample([*area], min(len(area), 3 if _happens(self.draw, 0.2) else 2))

    def _cloth_and_others(self) -> list[str]:
        area = self.draw.choice([each for name, each in self.areas.items() if name != "cloth"])
        some = 2 if len(area) > 1 and _happens(self.draw, 0.25) else 1
        return ["cloth", *self.draw.sample([*area], some)]

    def _condition(self, group: Group) -> Condition:
        """Return a condition that some values meet, and less than half of them."""
        while True:
            found = self._any_condition(group)
            met = sum(found.holds(value) for value in group.values) / len(group.values)
            if 0 < met <= max(FEW, 1.5 / len(group.values)):
                return found

    def _any_condition(self, group: Group) -> Condition:
        names = sorted(group.values[0].attributes)
        if names and (group.code in ASKED_BY_ATTRIBUTE or _happens(self.draw, 0.3)):
            name = self.draw.choice(names)
            against = self.draw.choice(group.values).attributes[name]
            comparison = self.draw.choice(("<=", ">=")) if name in NUMBERS else "="
            return _is(group.code, name, comparison, against)
        some = self.draw.randrange(1, max(2, int(len(group.values) * FEW * 0.7) + 1))
        values = self.draw.sample(group.values, some)
        return Condition(group=group.code, values=frozenset(value.code for value in values))


def _is(group: str, attribute: str, comparison: str, against: Attribute) -> Condition:
    return Condition(group=group, attribute=attribute, comparison=comparison, against=against)


def _taken(model: GarmentModel, drawing: Drawing, count: int) -> tuple[Rule, ...]:
    """Draw rules until there are enough; leave out those that kill a value."""
    living = _Living(model)
    rules = [rule for rule in drawing.firm_rules() if living.takes(rule)]
    while len(rules) < count:
        rule = drawing.rule(f"rule-{len(rules)}")
        if living.takes(rule):
            rules.append(rule)
    return tuple(rules)


class _Living:
    """Knows a valid design for every value, and so whether a rule leaves them all alive."""

    def __init__(self, model: GarmentModel) -> None:
        self._plan = Plan(cells_of(model))
        self._clauses = clauses_of(problem_of(model))
        self._prover = Prover(self._clauses)
        self._on: list[int] = []
        self._designs: dict[tuple[int, int], Design] = {}
        for cell, each in enumerate(self._plan.cells):
            for option in range(each.size):
                self._prover.solve(self._prover.literals({cell: option}))
                self._designs[cell, option] = self._prover.design()

    def takes(self, rule: Rule) -> bool:
        """Take the rule and return True if every value can still be chosen."""
        boxes = list(rule_boxes(self._plan, rule))
        switch = self._switched(boxes)
        found = {}
        for (cell, option), design in self._designs.items():
            if not any(_lies_in(design, box) for box in boxes):
                continue
            wanted = self._prover.literals({cell: option})
            if not self._prover.solve([*self._on, switch, *wanted]):
                self._prover.add([-switch])
                return False
            found[cell, option] = self._prover.design()
        self._on.append(switch)
        self._designs |= found
        return True

    def _switched(self, boxes: list[Box]) -> int:
        known = len(self._clauses.clauses)
        outside = [self._clauses.outside(box) for box in boxes]
        switch = self._clauses.new()
        for clause in self._clauses.clauses[known:]:
            self._prover.add(clause)
        for clause in outside:
            self._prover.add([-switch, *clause])
        return switch


def _lies_in(design: Design, box: Box) -> bool:
    return all(mask >> design[cell] & 1 for cell, mask in box)
