"""Reading what was measured on the table: what is wrong with it, or what it probably meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shop.catalogue.rules import Choices, GarmentModel, MeasurePoint
from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules import NO_FACTS, Answer, Answers, Body, Facts, Fault, SizeTable
from shop.wardrobe.rules import point_questions
from shop.wardrobe.rules.bodies import body_mm
from shop.wardrobe.rules.flats import Points, finished_mm, points_of
from shop.wardrobe.rules.guessing import Guess, guesses
from shop.wardrobe.rules.matching import Hung, Odd, Wearer, distance_of, odd_ones
from shop.wardrobe.rules.point_limits import is_possible, is_usual, middle_mm

LONGEST: Final = 10_000  # mm on a table
RARER: Final = 1.0  # sds by which a guess must go better with the rest than a likelier one
NEAR: Final = 1.25  # a guess explains it if the body would be within a quarter of what it should be


@dataclass(frozen=True, kw_only=True)
class Flats:
    """What could be read, by point: finished lengths in mm; and what is wrong with the rest.

    On some she `insisted`: they are as she says, but tell us nothing of the body.
    """

    finished: Points = field(default_factory=dict)
    insisted: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A garment on the table: which points are asked, and who wears it."""

    model: GarmentModel
    made: Choices  # what kind of garment it is, and how it sits
    unit: Unit
    known: Body = field(default_factory=dict)
    facts: Facts = field(default_factory=lambda: NO_FACTS)
    table: SizeTable = SizeTable.NONE

    @property
    def points(self) -> tuple[MeasurePoint, ...]:
        return points_of(self.model, self.made)

    def hung(self, found: Mapping[str, "Found"]) -> Hung:
        """Return the garment with these points on its wearer."""
        wearer = Wearer(known=self.known, facts=self.facts, table=self.table)
        finished = {code: each.finished_mm for code, each in found.items()}
        return Hung(model=self.model, made=self.made, finished=finished, wearer=wearer)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What one field gave, in mm as read on the table."""

    point: MeasurePoint
    mm: int = 0
    is_odd: bool = False  # not as such garments are
    is_settled: bool = False  # she has answered
    is_insisted: bool = False  # that it is right, however odd: it says nothing of the others
    fault: Fault | None = None

    @property
    def finished_mm(self) -> int:
        return finished_mm(self.point, self.mm)

    @property
    def is_evidence(self) -> bool:
        return bool(self.mm) and not self.is_odd and not self.is_insisted


def read(typed: Mapping[str, str], sheet: Sheet, answers: Answers | None = None) -> Flats:
    """Return what the points measure all around, and every fault, one to a point at most.

    Points that are not asked, and empty fields, are left out. An answer holds for the very value
    it was given for; what she says is right is not asked about again.
    """
    found = {
        point.code: _one(point, typed[point.code], sheet, (answers or {}).get(point.code))
        for point in sheet.points
        if typed.get(point.code, "").strip()
    }
    faults = {code: each.fault for code, each in found.items() if each.fault}
    hung = sheet.hung({code: each for code, each in found.items() if each.is_evidence})
    faults |= {code: _odd(each, hung, sheet) for code, each in found.items() if each.is_odd}
    faults |= _mismatches(found, hung, sheet)
    return Flats(
        finished={c: each.finished_mm for c, each in found.items() if c not in faults},
        insisted=frozenset(code for code, each in found.items() if each.is_insisted),
        faults=tuple(faults[code] for code in found if code in faults),
    )


def _one(point: MeasurePoint, words: str, sheet: Sheet, sent: Answer | None) -> Found:
    try:
        mm = lengths.parse(words, sheet.unit)
    except NotALength:
        sentence = _("That is not a length. Type a number such as 39.5 cm or 15 1/2 in.")
        return Found(point=point, fault=Fault(key=point.code, sentence=sentence))
    if not 0 < mm <= LONGEST:
        return Found(point=point, fault=point_questions.impossible(point, mm, sheet.unit))
    if sent and sent.typed == mm and is_possible(point, sheet.model, sheet.made, sent.meant):
        return Found(point=point, mm=sent.meant, is_settled=True, is_insisted=sent.insists)
    is_odd = not is_usual(point, sheet.model, sheet.made, mm)
    return Found(point=point, mm=mm, is_odd=is_odd)


def _odd(found: Found, hung: Hung, sheet: Sheet) -> Fault:
    """Ask about a value odd by itself; first comes the guess that goes best with the others."""
    point, mm, model, made = found.point, found.mm, sheet.model, sheet.made
    usual = [
        each for each in guesses(point, mm, sheet.unit) if is_usual(point, model, made, each.mm)
    ]

    def doubt(place: int) -> float:
        here = {**hung.finished, point.code: finished_mm(point, usual[place].mm)}
        return distance_of(point.code, hung.having(here)) + place * RARER

    ranked = tuple(usual[place] for place in sorted(range(len(usual)), key=doubt))
    return point_questions.odd(
        point,
        mm,
        ranked,
        sheet.unit,
        is_small=body_mm(point, model, made, found.finished_mm) < middle_mm(point),
        is_right=is_possible(point, model, made, mm),
    )


def _mismatches(found: Mapping[str, Found], hung: Hung, sheet: Sheet) -> dict[str, Fault]:
    """Ask about what does not go with the other points, or with the body she has told us."""
    open_ = {code for code in hung.finished if not found[code].is_settled}

    def near(odd: Odd) -> tuple[Guess, ...]:
        point, mm = odd.point, found[odd.point.code].mm
        return tuple(
            each
            for each in guesses(point, mm, sheet.unit)
            if _is_near(_body(point, each.mm, sheet), odd.expected_mm)
        )

    return {
        each.point.code: point_questions.mismatch(
            each, found[each.point.code].mm, near(each), sheet.unit
        )
        for each in odd_ones(hung, open_, lambda odd: bool(near(odd)))
    }


def _body(point: MeasurePoint, read_mm: int, sheet: Sheet) -> int:
    return body_mm(point, sheet.model, sheet.made, finished_mm(point, read_mm))


def _is_near(body: int, expected: float) -> bool:
    return expected / NEAR <= body <= expected * NEAR
