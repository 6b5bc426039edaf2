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
        asked, members = self._parts(condition)
        if not members:
            return [((asked[0], self._holding(asked[0], condition)),)]
        matching, others = self._split(members, condition)
        ways = [(*((m, NO) for m in matching[:i]), (each, YES)) for i, each in enumerate(matching)]
        if NONE in condition.values:
            ways.append((*self._asked(asked), *((m, NO) for m in (*matching, *others))))
        return ways

    def unmet(self, condition: Condition) -> list[Way]:
        """Return the ways in which the question is answered otherwise."""
        asked, members = self._parts(condition)
        if not members:
            cell = self.cells[asked[0]]
            return [((asked[0], cell.answers & ~self._holding(asked[0], condition)),)]
        matching, others = self._split(members, condition)
        none: Way = (*self._asked(asked), *((m, NO) for m in matching))
        if NONE not in condition.values:
            return [none]
        return [(*none, *((m, NO) for m in others[:i]), (o, YES)) for i, o in enumerate(others)]

    def absent(self, condition: Condition) -> list[Way]:
        """Return the ways in which it does not hold, not being asked among them.

        A measurement that is not known is no way: it breaks nothing.
        """
        asked, _members = self._parts(condition)
        if condition.group == BODY or not asked:
            return self.unmet(condition)
        open_at = self.cells[asked[0]].open_at
        not_asked = [((asked[0], 1 << open_at),)] if open_at is not None else []
        return [*self.unmet(condition), *not_asked]

    def answered(self, group: str) -> Way:
        """Return the one way in which a question is asked and so must be answered."""
        place = self.places[group][0]
        return ((place, self.cells[place].answers),)

    def left_open(self, group: str) -> Way:
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

    def _parts(self, condition: Condition) -> tuple[list[int], list[int]]:
        """Return the cell of the question itself, if it has one, and those of its members."""
        body = condition.group == BODY
        places = self.places[f"{BODY}.{condition.attribute}" if body else condition.group]
        members = [i for i in places if self.cells[i].member]
        return [i for i in places if i not in members], members

    def _holding(self, place: int, condition: Condition) -> int:
        values = self.cells[place].values
        return sum(1 << i for i, value in enumerate(values) if condition.holds(value))

    def _split(self, members: list[int], condition: Condition) -> tuple[list[int], list[int]]:
        matching = [m for m in members if self.cells[m].member in condition.values]
        return matching, [m for m in members if m not in matching]

    def _asked(self, asked: list[int]) -> Way:
        return tuple((place, self.cells[place].answers) for place in asked)


def group_boxes(plan: Plan, group: Group) -> Iterator[Box]:
    """Forbid answers where nothing is asked, silence where something is, and too many at once."""
    if group.asked_when:
        met = [plan.met(condition) for condition in group.asked_when]
        yield from boxes_of([*met, [plan.left_open(group.code)]])
        for condition in group.asked_when:
            yield from boxes_of([plan.absent(condition), [plan.answered(group.code)]])
    if group.kind is GroupKind.SEVERAL:
        yield from _several_boxes(plan, group)


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


def _several_boxes(plan: Plan, group: Group) -> Iterator[Box]:
    members = [i for i in plan.places[group.code] if plan.cells[i].member]
    if group.asked_when:
        for member in members:
            yield from boxes_of([[plan.left_open(group.code)], [((member, YES),)]])
    if group.at_most:
        for many in combinations(members, group.at_most + 1):
            yield tuple((member, YES) for member in many)


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
    steps = [(cell, sorted((int(n or 0), mask) for n, mask in found.items()))
             for cell, found in levels]  # fmt: skip
    *heads, last = sorted(steps, key=lambda step: len(step[1]))
    boxes: list[Box] = []
    for combo in product(*(steps for _cell, steps in heads)):
        rest = most - sum(level for level, _mask in combo)
        over = _mask(mask for level, mask in last[1] if level > rest)
        if over:
            up = (_mask(m for n, m in steps if n >= level)
                  for (_, steps), (level, _) in zip(heads, combo, strict=True))  # fmt: skip
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
