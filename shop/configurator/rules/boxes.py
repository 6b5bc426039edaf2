"""Rules as forbidden boxes.

A *box* is a combination that may not be: for some cells a mask of options, all at once. Every rule,
every *asked when* and every bound on several becomes boxes; a combination that costs something
becomes boxes with its price. A condition is first turned into *ways* in which it is met, no two of
which can be true together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from shop.catalogue.rules import BODY, NONE, Condition, Group, GroupKind, Rule, Term
from shop.configurator.rules.cells import LEFT_OUT, TAKEN, Cell

Box = tuple[tuple[int, int], ...]  # (cell, mask of its options) …
Way = tuple[tuple[int, int], ...]
NO: int = 1 << LEFT_OUT
YES: int = 1 << TAKEN


class Plan:
    """Where the cells of each group are, and how conditions read on them."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells
        self.places: Mapping[str, list[int]] = {}
        self.places = {c.group: [] for c in cells}
        for i, cell in enumerate(cells):
            self.places[cell.group].append(i)

    def knows(self, group: str) -> bool:
        return group in self.places or group == BODY

    def met(self, condition: Condition) -> list[Way]:
        """Return the ways in which the condition holds."""
        places = self._places(condition)
        if not self._is_several(places):
            return [((places[0], self._holding(places[0], condition)),)]
        matching, others = self._split(places, condition)
        ways = [(*((m, NO) for m in matching[:i]), (each, YES)) for i, each in enumerate(matching)]
        if NONE in condition.values:
            ways.append(tuple((m, NO) for m in (*matching, *others)))
        return ways

    def unmet(self, condition: Condition) -> list[Way]:
        """Return the ways in which the question is answered otherwise."""
        places = self._places(condition)
        if not self._is_several(places):
            cell = self.cells[places[0]]
            return [((places[0], cell.answers & ~self._holding(places[0], condition)),)]
        matching, others = self._split(places, condition)
        none = tuple((m, NO) for m in matching)
        if NONE in condition.values:
            return [(*none, *((m, NO) for m in others[:i]), (o, YES)) for i, o in enumerate(others)]
        return [none or ((places[0], self.cells[places[0]].answers),)]

    def absent(self, condition: Condition) -> list[Way]:
        """Return the ways in which it does not hold, not being asked among them.

        A measurement that is not known is no way: it breaks nothing.
        """
        not_asked = [] if condition.group == BODY else [self.left_open(condition.group)]
        return [*self.unmet(condition), *not_asked]

    def answered(self, group: str) -> Way:
        """Return the way in which a question is asked and so must be answered."""
        place = self.places[group][0]
        return ((place, self.cells[place].answers),)

    def left_open(self, group: str) -> Way:
        """Return the way in which it is not asked, which fits nothing if it always is."""
        place = self.places[group][0]
        return ((place, self.cells[place].everything & ~self.cells[place].answers),)

    def levels(self, term: Term) -> tuple[int, dict[int | str | None, int]]:
        """Return a term's cell, and for each value of the attribute the mask of its options."""
        place = self.places[term.group][0]
        found: dict[int | str | None, int] = {}
        for i, value in enumerate(self.cells[place].values):
            level = value.attributes.get(term.attribute)
            found[level] = found.get(level, 0) | 1 << i
        return place, found

    def _places(self, condition: Condition) -> list[int]:
        if condition.group == BODY:
            return self.places[f"{BODY}.{condition.attribute}"]
        return self.places[condition.group]

    def _is_several(self, places: list[int]) -> bool:
        return self.cells[places[0]].one_of_several is not None

    def _holding(self, place: int, condition: Condition) -> int:
        values = self.cells[place].values
        return sum(1 << i for i, value in enumerate(values) if condition.holds(value))

    def _split(self, members: list[int], condition: Condition) -> tuple[list[int], list[int]]:
        values = [(m, self.cells[m].one_of_several) for m in members]
        matching = [m for m, value in values if value is not None and condition.holds(value)]
        return matching, [m for m in members if m not in matching]


def group_boxes(plan: Plan, group: Group) -> Iterator[Box]:
    """Forbid answers where nothing is asked, silence where something is, and too many at once."""
    met = [plan.met(condition) for condition in group.asked_when]
    for place in plan.places[group.code] if group.asked_when else ():
        answers = plan.cells[place].answers
        silence = plan.cells[place].everything & ~answers
        yield from boxes_of([*met, [((place, silence),)]])
        for condition in group.asked_when:
            yield from boxes_of([plan.absent(condition), [((place, answers),)]])
    if group.kind is GroupKind.SEVERAL and group.at_most:
        for many in combinations(plan.places[group.code], group.at_most + 1):
            yield tuple((member, YES) for member in many)


def rule_boxes(plan: Plan, rule: Rule) -> Iterator[Box]:
    """Return the combinations that break the rule; none if it speaks of what is not there."""
    named = [each.group for each in (*rule.when, *([rule.then] if rule.then else []))]
    named += [term.group for term in rule.of]
    if not all(plan.knows(group) for group in named):
        return
    when = [plan.met(condition) for condition in rule.when]
    if rule.then is None:
        for box in _sums(plan, rule):
            yield from boxes_of([*when, [box]])
    elif rule.only_with:
        for condition in rule.when:
            yield from boxes_of([plan.met(rule.then), plan.absent(condition)])
    else:
        then = plan.met(rule.then) if rule.forbids else plan.unmet(rule.then)
        yield from boxes_of([*when, then])


def boxes_of(parts: list[list[Way]]) -> Iterator[Box]:
    """Join one way of each part; a box that nothing fits into says nothing."""
    for ways in product(*parts):
        joined: dict[int, int] = {}
        for cell, mask in (pair for way in ways for pair in way):
            joined[cell] = joined.get(cell, mask) & mask
        if all(joined.values()):
            yield tuple(sorted(joined.items()))


def _sums(plan: Plan, rule: Rule) -> list[Box]:
    levels = [plan.levels(term) for term in rule.of]
    if rule.must_match:
        return _mismatches(levels)
    return _staircase(levels, rule.at_most or 0)


def _mismatches(levels: list[tuple[int, dict[int | str | None, int]]]) -> list[Box]:
    (one, ours), (other, theirs) = levels
    return [
        ((one, mask), (other, different))
        for level, mask in ours.items()
        if level is not None
        and (different := _mask(m for n, m in theirs.items() if n not in {None, level}))
    ]


def _staircase(levels: list[tuple[int, dict[int | str | None, int]]], most: int) -> list[Box]:
    """Return the boxes «at least this here, at least that there» that add up to more."""
    steps = [
        (cell, sorted((int(n or 0), mask) for n, mask in found.items())) for cell, found in levels
    ]
    *heads, last = sorted(steps, key=lambda step: len(step[1]))
    boxes: list[Box] = []
    for combo in product(*(steps for _cell, steps in heads)):
        rest = most - sum(level for level, _mask in combo)
        over = _mask(mask for level, mask in last[1] if level > rest)
        if over:
            up = (
                _mask(m for n, m in steps if n >= level)
                for (_, steps), (level, _) in zip(heads, combo, strict=True)
            )
            boxes.append((*zip((cell for cell, _ in heads), up, strict=True), (last[0], over)))
    return [box for box in boxes if not any(_contains(other, box) for other in boxes)]


def _contains(outer: Box, inner: Box) -> bool:
    """Tell whether another box of the same cells says at least as much."""
    pairs = zip(outer, inner, strict=True)
    return outer != inner and all(mine | his == mine for (_, mine), (_, his) in pairs)


def _mask(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found
