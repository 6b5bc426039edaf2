"""Reading what was measured on the table: what is wrong with it, or what it probably meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shop.catalogue.rules import Choices, GarmentModel, Point
from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules import NO_FACTS, Answer, Answers, Body, Facts, Fault, Table
from shop.wardrobe.rules import asking
from shop.wardrobe.rules.flats import Points, finished_mm, points_of
from shop.wardrobe.rules.limits import is_possible, is_usual
from shop.wardrobe.rules.matching import Wearer, odd_ones

LONGEST: Final = 10_000  # mm on a table


@dataclass(frozen=True, kw_only=True)
class Flats:
    """What could be read, by point: finished lengths in mm; and what is wrong with the rest."""

    finished: Points = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A garment on the table: which points are asked, and who wears it."""

    model: GarmentModel
    made: Choices  # what kind of garment it is, and how it sits
    unit: Unit
    known: Body = field(default_factory=dict)
    facts: Facts = field(default_factory=lambda: NO_FACTS)
    table: Table = Table.NONE

    @property
    def points(self) -> tuple[Point, ...]:
        return points_of(self.model, self.made)


def read(typed: Mapping[str, str], sheet: Sheet, answers: Answers | None = None) -> Flats:
    """Return what the points measure all around, and every fault, one to a point at most.

    Points that are not asked, and empty fields, are left out. An answer holds for the very value
    it was given for; what she says is right is not asked about again.
    """
    found = {point.code: _one(point, typed[point.code], sheet, (answers or {}).get(point.code))
             for point in sheet.points if typed.get(point.code, "").strip()}  # fmt: skip
    settled = {code: each.mm for code, each in found.items() if each.mm and each.is_settled}
    open_ = {code: each.mm for code, each in found.items() if each.mm and not each.is_settled}
    faults = {code: each.fault for code, each in found.items() if each.fault}
    faults |= _mismatches({**settled, **open_}, frozenset(open_), sheet)
    by_code = {point.code: point for point in sheet.points}
    return Flats(
        finished={
            code: finished_mm(by_code[code], mm)
            for code, mm in {**settled, **open_}.items()
            if code not in faults
        },
        faults=tuple(faults[code] for code in found if code in faults),
    )


@dataclass(frozen=True, kw_only=True)
class _Found:
    mm: int = 0  # as read on the table
    is_settled: bool = False
    fault: Fault | None = None


def _one(point: Point, words: str, sheet: Sheet, sent: Answer | None) -> _Found:
    try:
        mm = lengths.parse(words, sheet.unit)
    except NotALength:
        sentence = _("That is not a length. Type a number such as 39.5 cm or 15 1/2 in.")
        return _Found(fault=Fault(key=point.code, sentence=sentence))
    if not 0 < mm <= LONGEST:
        return _Found(fault=asking.impossible(point, mm, sheet.unit))
    if sent and sent.typed == mm and is_possible(point, sheet.model, sheet.made, sent.meant):
        return _Found(mm=sent.meant, is_settled=True)
    if is_usual(point, sheet.model, sheet.made, mm):
        return _Found(mm=mm)
    return _Found(fault=asking.odd(point, sheet.model, sheet.made, mm, sheet.unit))


def _mismatches(reads: Points, open_: frozenset[str], sheet: Sheet) -> dict[str, Fault]:
    """Ask about what does not go with the other points, or with the body she has told us."""
    by_code = {point.code: point for point in sheet.points}
    finished = {code: finished_mm(by_code[code], mm) for code, mm in reads.items()}
    wearer = Wearer(known=sheet.known, facts=sheet.facts, table=sheet.table)
    odd = odd_ones(sheet.model, sheet.made, finished, open_, wearer)
    return {
        each.point.code: asking.mismatch(each, sheet.model, sheet.made, reads, sheet.unit)
        for each in odd
    }
