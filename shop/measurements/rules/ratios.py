"""Values that don't go together: proportions that hardly anybody has."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules.kinds import Body, Table
from shop.measurements.rules.measures import measure

Range = tuple[str, str]

# 0.5 to 99.5 percentile of ANSUR II (2012): key, what it is compared with, men, women.
RATIOS: Final[tuple[tuple[str, str, Range, Range], ...]] = (
    ("waist", "chest", (".76", "1.03"), (".78", "1.07")),
    ("neck", "chest", (".33", ".43"), (".30", ".41")),
    ("seat", "chest", (".86", "1.08"), (".92", "1.25")),
    ("thigh", "seat", (".56", ".67"), (".55", ".66")),
    ("inseam", "height", (".45", ".52"), (".44", ".52")),
    ("sleeve_cb", "height", (".47", ".55"), (".46", ".53")),
    ("back_length", "height", (".24", ".31"), (".23", ".30")),
    ("biceps", "chest", (".29", ".40"), (".27", ".38")),
    ("wrist", "neck", (".38", ".50"), (".41", ".52")),
    ("seat", "waist", (".93", "1.26"), (".99", "1.40")),
)
SLACK: Final = Fraction(5, 100)  # soldiers are not everyone: ask only this far beyond the range
STEPS: Final = {Unit.CM: Fraction(10), Unit.INCH: Fraction(127, 10)}  # a whole cm, half an inch


@dataclass(frozen=True, kw_only=True)
class Question:
    """A value that goes badly with another one: worth a second reading, never refused."""

    key: str
    by: str  # the measure it was compared with
    sentence: str


def questions_about(
    body: Body, *, table: Table = Table.NONE, unit: Unit = Unit.CM
) -> tuple[Question, ...]:
    """Return a question for each pair of values that hardly anybody has together."""
    return tuple(_questions(body, table, unit))


def _questions(body: Body, table: Table, unit: Unit) -> Iterator[Question]:
    for key, by, men, women in RATIOS:
        if key not in body or by not in body:
            continue
        low, high = (_ends(body[by].mm, each) for each in _choose(table, men, women))
        if not low * (1 - SLACK) <= body[key].mm <= high * (1 + SLACK):
            sentence = _sentence(key, by, body[key].mm, (low, high), unit)
            yield Question(key=key, by=by, sentence=sentence)


def _choose(table: Table, men: Range, women: Range) -> Range:
    if table is Table.NONE:
        return min(men[0], women[0], key=Fraction), max(men[1], women[1], key=Fraction)
    return men if table is Table.MEN else women


def _ends(mm: int, ratio: str) -> Fraction:
    return mm * Fraction(ratio)


def _sentence(key: str, by: str, mm: int, ends: tuple[Fraction, Fraction], unit: Unit) -> str:
    low, high = (_rounded(end, unit) for end in ends)
    return _(
        "Most people with your %(by)s have %(one)s of %(low)s\N{EN DASH}%(high)s %(unit)s. "
        "Yours says %(mm)s \N{EN DASH} measure again?",
        by=str(measure(by).name).lower(),
        one=str(measure(key).one),
        low=low,
        high=high,
        unit=unit.value,
        mm=lengths.show(mm, unit),
    )


def _rounded(mm: Fraction, unit: Unit) -> str:
    return lengths.show(round(round(mm / STEPS[unit]) * STEPS[unit]), unit)
