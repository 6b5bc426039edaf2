"""A model as the engine reads it: groups as bit masks, rules as forbidden boxes.

A *box* is a combination that may not be: for some groups a mask of values, all at once. Every rule,
and every *asked when*, becomes boxes; a group that is not asked has the extra value `NOT_ASKED`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shop.catalogue.rules import Condition, GarmentModel, Group, GroupKind, Rule, Value

NOT_ASKED: Final = ""

Box = tuple[tuple[int, int], ...]  # (group, mask of its values) …
Domains = tuple[int, ...]  # per group the mask of values that are still open


@dataclass(frozen=True, kw_only=True, eq=False)  # one per model: told apart by identity, quickly
class Problem:
    """Groups, their value codes, and the boxes with the rule each comes from (None: asked when)."""

    groups: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    preference: tuple[tuple[int, ...], ...]  # value indexes, the house's favourite first
    boxes: tuple[tuple[Box, Rule | None], ...]
    everything: Domains

    def group_index(self, group: str) -> int | None:
        return self.groups.index(group) if group in self.groups else None

    def mask(self, group: int, code: str) -> int:
        """Return the mask of one value; nothing for a value that is unknown here."""
        codes = self.values[group]
        return 1 << codes.index(code) if code in codes else 0


@lru_cache(maxsize=64)
def _of(key: "_Key") -> Problem:
    return _build(key.model)


@dataclass(frozen=True)
class _Key:
    """Recognises equal models without hashing all of their tables."""

    model: GarmentModel

    def _mark(self) -> tuple[object, ...]:
        cloths = (g for g in self.model.groups if g.kind is GroupKind.CLOTH)
        on_offer = tuple((v.code, *v.attributes.values()) for group in cloths for v in group.values)
        return self.model.garment, self.model.digest or id(self.model), on_offer

    def __hash__(self) -> int:
        return hash(self._mark())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._mark() == other._mark()


def problem_of(model: GarmentModel) -> Problem:
    """Return the model in the engine's form, made once per version and shelf of cloths."""
    return _of(_Key(model))


def _build(model: GarmentModel) -> Problem:
    groups = [group for group in model.groups if group.kind is not GroupKind.TEXT]
    index = {group.code: i for i, group in enumerate(groups)}
    values = tuple(_codes(group) for group in groups)
    boxes: list[tuple[Box, Rule | None]] = [
        (box, None) for group in groups for box in _asked_boxes(group, groups, index)
    ]
    boxes += [(box, rule) for rule in model.rules for box in _rule_boxes(rule, groups, index)]
    return Problem(
        groups=tuple(index),
        values=values,
        preference=tuple(_preference(group) for group in groups),
        boxes=tuple(boxes),
        everything=tuple((1 << len(codes)) - 1 for codes in values),
    )


def _codes(group: Group) -> tuple[str, ...]:
    codes = tuple(value.code for value in group.values)
    return (*codes, NOT_ASKED) if group.asked_when else codes


def _preference(group: Group) -> tuple[int, ...]:
    ranked = sorted(range(len(group.values)), key=lambda i: (group.values[i].rank, i))
    return (*ranked, len(ranked)) if group.asked_when else tuple(ranked)


def _asked_boxes(group: Group, groups: list[Group], index: dict[str, int]) -> Iterable[Box]:
    """Forbid an answer where nothing is asked, and no answer where something is."""
    if not group.asked_when:
        return
    me, answers = index[group.code], (1 << len(group.values)) - 1
    meets = [_masks(condition, groups, index) for condition in group.asked_when]
    yield from _box([*((i, yes) for i, yes, _ in meets), (me, 1 << len(group.values))])
    for i, _, no in meets:
        yield from _box([(i, no), (me, answers)])


def _rule_boxes(rule: Rule, groups: list[Group], index: dict[str, int]) -> Iterable[Box]:
    if any(c.group not in index for c in (*rule.when, rule.then)):
        return
    meets = [(i, yes) for i, yes, _ in (_masks(c, groups, index) for c in rule.when)]
    i, yes, _ = _masks(rule.then, groups, index)
    answers = (1 << len(groups[i].values)) - 1
    yield from _box([*meets, (i, yes if rule.forbids else answers & ~yes)])


def _masks(
    condition: Condition, groups: list[Group], index: dict[str, int]
) -> tuple[int, int, int]:
    """Return the group, the values that meet the condition, and those (or none) that do not."""
    i = index[condition.group]
    yes = _mask(groups[i].values, condition.holds)
    return i, yes, ((1 << len(_codes(groups[i]))) - 1) & ~yes


def _mask(values: tuple[Value, ...], holds: Callable[[Value], bool]) -> int:
    return sum(1 << i for i, value in enumerate(values) if holds(value))


def _box(parts: list[tuple[int, int]]) -> Iterable[Box]:
    """Join parts of one group; a box that nothing fits into says nothing."""
    joined: dict[int, int] = {}
    for group, mask in parts:
        joined[group] = joined.get(group, mask) & mask
    if all(joined.values()):
        yield tuple(joined.items())
