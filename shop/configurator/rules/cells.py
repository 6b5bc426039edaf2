"""The cells of a model: the single things the engine decides.

A question for one value is one cell; one for several is a cell per value, chosen or not; a number,
the length of a text and each measurement that a rule asks for are cells of *spans*, cut where some
condition changes its mind. A question that may not be asked has one option more for that, a
measurement one for not being known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from shop.catalogue.rules import (
    BETWEEN,
    BODY,
    Condition,
    GarmentModel,
    Group,
    GroupKind,
    Value,
    usual,
)

Span = tuple[int, int]  # from … to, both inside
LARGEST_MM: Final = 10_000
LEFT_OUT: Final = 0  # the options of one of several
TAKEN: Final = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Cell:
    """One decision: its options by number, the house's favourite first in `preference`.

    `values` are what the first options stand for; one more option, `open_at`, is for a question
    not asked or a measurement not known. `one_of_several` is the value of which the cell tells
    whether it is taken or left out.
    """

    group: str
    kind: GroupKind | None  # None: a measurement
    size: int
    values: tuple[Value, ...] = ()
    preference: tuple[int, ...] = ()
    firmness: int = 1
    one_of_several: Value | None = None
    spans: tuple[Span, ...] = ()

    @property
    def member(self) -> str:
        """The code of the one of several; empty for every other cell."""
        return self.one_of_several.code if self.one_of_several else ""

    @cached_property
    def answers(self) -> int:
        """The mask of the options that are answers."""
        return (1 << self._answers) - 1

    @cached_property
    def everything(self) -> int:
        return (1 << self.size) - 1

    @cached_property
    def open_at(self) -> int | None:
        """The option for what is not asked, or not known."""
        return self._answers if self._answers < self.size else None

    @cached_property
    def option_of(self) -> Mapping[str, int]:
        """The option of each value, by its code."""
        return {value.code: option for option, value in enumerate(self.values)}

    @property
    def _answers(self) -> int:
        return 2 if self.one_of_several else len(self.values)

    def span_of(self, number: int) -> int | None:
        """Return the option whose span this number lies in."""
        found = (i for i, (low, high) in enumerate(self.spans) if low <= number <= high)
        return next(found, None)


def cells_of(model: GarmentModel) -> tuple[Cell, ...]:
    """Return the cells in the model's order, the body's first."""
    conditions = tuple(_conditions(model))
    body = sorted({c.attribute for c in conditions if c.group == BODY})
    cells = [_measure(key, conditions) for key in body]
    summed = {term.group for rule in model.rules for term in rule.of}
    for group in model.groups:
        asked = [n for c in conditions if c.group == group.code for n in _thresholds(c)]
        if group.code in summed:
            asked = list(range(group.least, max(group.most, group.max_length) + 1))
        cells += _group_cells(group, asked)
    return tuple(cells)


def _conditions(model: GarmentModel) -> Iterator[Condition]:
    for group in model.groups:
        yield from group.asked_when
    for rule in model.rules:
        yield from rule.when
        if rule.then:
            yield rule.then
    for extra in model.extras:
        yield from extra.when


def _group_cells(group: Group, cuts: Sequence[int]) -> list[Cell]:
    if group.kind is GroupKind.SEVERAL:
        return _several(group)
    if group.kind is GroupKind.NUMBER:
        return [_number(group, cuts)]
    if group.kind is GroupKind.TEXT:
        return [_text(group, cuts)]
    ranked = sorted(range(len(group.values)), key=lambda i: (group.values[i].rank, i))
    return [_cell(group, group.values, tuple(ranked))]


def _cell(
    group: Group, values: tuple[Value, ...], ranked: tuple[int, ...], spans: tuple[Span, ...] = ()
) -> Cell:
    size = len(values) + bool(group.asked_when)
    return Cell(
        group=group.code,
        kind=group.kind,
        size=size,
        values=values,
        spans=spans,
        preference=(*ranked, *range(len(values), size)),
        firmness=group.firmness,
    )


def _several(group: Group) -> list[Cell]:
    """Return a cell per value: left out, taken, and not asked if that may be."""
    taken = usual(group).split(BETWEEN)
    size = 2 + bool(group.asked_when)
    return [
        Cell(
            group=group.code,
            kind=group.kind,
            size=size,
            one_of_several=value,
            preference=(
                *((TAKEN, LEFT_OUT) if value.code in taken else (LEFT_OUT, TAKEN)),
                *range(2, size),
            ),
            firmness=group.firmness,
        )
        for value in group.values
    ]


def _number(group: Group, cuts: Sequence[int]) -> Cell:
    spans = tuple(
        (inside[0], inside[-1])
        for low, high in _spans(group.least, group.most, cuts)
        if (inside := [n for n in group.numbers if low <= n <= high])
    )
    values = tuple(
        Value(code=str(low), name=str(low), attributes={"number": low}) for low, _ in spans
    )
    wanted = int(usual(group))
    far = [max(low - wanted, wanted - high, 0) for low, high in spans]
    ranked = tuple(sorted(range(len(spans)), key=lambda i: (far[i], i)))
    return _cell(group, values, ranked, spans)


def _text(group: Group, cuts: Sequence[int]) -> Cell:
    spans = tuple(_spans(0, group.max_length, cuts))
    values = tuple(Value(code="", name="", attributes={"length": low}) for low, _ in spans)
    return _cell(group, values, tuple(range(len(spans))), spans)


def _measure(key: str, conditions: Iterable[Condition]) -> Cell:
    mine = (c for c in conditions if c.group == BODY and c.attribute == key)
    spans = tuple(_spans(0, LARGEST_MM, [n for c in mine for n in _thresholds(c)]))
    values = tuple(Value(code=BODY, name=BODY, attributes={key: low}) for low, _ in spans)
    size = len(spans) + 1
    return Cell(
        group=f"{BODY}.{key}",
        kind=None,
        size=size,
        values=values,
        spans=spans,
        preference=(len(spans), *range(len(spans))),
    )


def _spans(least: int, most: int, asked: Iterable[int]) -> Iterator[Span]:
    """Cut a range at and after every number that is asked for: within a span nothing changes."""
    cuts = sorted({n for a in asked for n in (a, a + 1) if least < n <= most})
    yield from zip((least, *cuts), (*(n - 1 for n in cuts), most), strict=True)


def _thresholds(condition: Condition) -> list[int]:
    if condition.values:
        return [int(code) for code in condition.values if code.isdecimal()]
    return [condition.against] if isinstance(condition.against, int) else []
