"""Height and weight as people say them: read in every usual way, asked about when they are odd."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shop.kernel import lengths, weights
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.kernel.weights import NotAWeight, WeightUnit

INCHES: Final = 12  # in a foot
MM_PER_METRE: Final = 1000
POSSIBLE_MM: Final = (1000, 2500)  # wide enough for every adult whom a tailor has met
POSSIBLE_G: Final = (25_000, 350_000)
USUAL_MM: Final = (1350, 2150)  # 0.1 % of adults are beyond
OFFERED_MM: Final = (1450, 2050)  # a guess should not be odd itself
USUAL_BMI: Final = (15.0, 42.0)  # kg/m²: beyond, pounds for kilograms are likelier than the truth

_FEET = re.compile(
    r"(\d)\s*(?:'|\u2032|\u2019|ft|feet|foot)\.?\s*(?:(\d{1,2})(?:[.,](\d))?(\s+1/2|\xbd)?"
    r"\s*(?:\"|\u2033|\u201d|''|in|inch|inches)?)?"
)
_METRES = re.compile(r"([12])[.,](\d{1,2})\s*m?")
_BARE = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, kw_only=True)
class Stature:
    """How tall somebody is, in mm, and how heavy, in g."""

    mm: int
    grams: int

    @property
    def is_possible(self) -> bool:
        return is_within(self.mm, POSSIBLE_MM) and is_within(self.grams, POSSIBLE_G)

    @property
    def is_usual(self) -> bool:
        if not is_within(self.mm, USUAL_MM):
            return False
        bmi = self.grams * 1000 / self.mm**2  # g and mm
        return is_within(bmi, USUAL_BMI)


def is_within(number: float, ends: tuple[float, float]) -> bool:
    """Tell whether the number lies between the ends, which belong to it."""
    return ends[0] <= number <= ends[1]


def parse_height(typed: str, unit: Unit) -> int:
    """Return mm for `168`, `168 cm`, `1.68 m`, `5'6"`, `5 ft 6`, `66 in`; raise NotALength."""
    words = typed.strip().lower()
    feet = _FEET.fullmatch(words)
    if feet:
        inches = Fraction(f"{feet[2] or 0}.{feet[3] or 0}") + (Fraction(1, 2) if feet[4] else 0)
        if inches >= INCHES:
            raise NotALength(typed)
        return round((int(feet[1]) * INCHES + inches) * lengths.MM_PER_INCH)
    metres = _METRES.fullmatch(words)
    if metres and words.endswith("m"):
        return _metres(metres[1], metres[2])
    return lengths.parse(words, unit)


def is_height(typed: str, unit: Unit) -> bool:
    """Tell whether this reads as the height of an adult."""
    try:
        return is_within(parse_height(typed, unit), POSSIBLE_MM)
    except NotALength:
        return False


def is_weight(typed: str, unit: Unit) -> bool:
    """Tell whether this reads as the weight of an adult."""
    try:
        return is_within(parse_weight(typed, unit), POSSIBLE_G)
    except NotAWeight:
        return False


def no_height() -> str:
    return _("That is no height of an adult. Type 168 cm or 5 ft 6.")


def no_weight() -> str:
    return _("That is no weight of an adult. Type 62 kg or 137 lb.")


def show_height(mm: int, unit: Unit) -> str:
    """Return `168` for cm; for inches feet and inches to the half: `5 ft 6 1/2`."""
    if unit is Unit.CM:
        return lengths.show(mm, unit)
    halves = round(Fraction(mm) / lengths.MM_PER_INCH * 2)
    feet, rest = divmod(halves, 2 * INCHES)
    whole, half = divmod(rest, 2)
    return f"{feet} ft {whole}{' 1/2' if half else ''}"


def parse_weight(typed: str, unit: Unit) -> int:
    """Return grams; who measures in inches weighs in pounds. Raise NotAWeight."""
    is_bare = _BARE.fullmatch(typed.strip())
    return weights.parse(f"{typed.strip()} lb" if is_bare and unit is Unit.INCH else typed)


def show_weight(grams: int, unit: Unit) -> str:
    """Return `62.5 kg`; for those who measure in inches `137.5 lb`."""
    return weights.show(grams, WeightUnit.KG if unit is Unit.CM else WeightUnit.POUND)


def other_readings(height: str, weight: str, unit: Unit) -> tuple[Stature, ...]:
    """Return what may have been meant by a height and a weight that are odd as they were typed.

    Metres or inches for centimetres, feet with a point, pounds for kilograms and the other way
    round, the two fields swapped; only what is usual, the simplest change first.
    """
    as_typed = (_heights(height, unit), _weights(weight, unit))
    swapped = (_heights(weight, unit), _weights(height, unit))
    found = (
        Stature(mm=mm, grams=grams)
        for tall, heavy in (as_typed, swapped)
        for grams in heavy
        for mm in tall
    )
    likely = (each for each in found if each.is_usual and is_within(each.mm, OFFERED_MM))
    return tuple(dict.fromkeys(likely))


def in_words(stature: Stature, unit: Unit) -> str:
    """Return `168 cm and 62 kg`."""
    height = show_height(stature.mm, unit)
    tall = f"{height} cm" if unit is Unit.CM else height
    return _("%(height)s and %(weight)s", height=tall, weight=show_weight(stature.grams, unit))


def _heights(typed: str, unit: Unit) -> list[int]:
    return list(dict.fromkeys(_all_heights(typed.strip().lower(), unit)))


def _all_heights(words: str, unit: Unit) -> Iterator[int]:
    with suppress(NotALength):
        yield parse_height(words, unit)
    metres = _METRES.fullmatch(words)
    if metres:
        yield _metres(metres[1], metres[2])
    if not _BARE.fullmatch(words):
        return
    for each in (f"{words} cm", f"{words} in", re.sub(r"[.,]", " ft ", words, count=1)):
        with suppress(NotALength):
            yield parse_height(each, unit)


def _weights(typed: str, unit: Unit) -> list[int]:
    return list(dict.fromkeys(_all_weights(typed.strip(), unit)))


def _all_weights(words: str, unit: Unit) -> Iterator[int]:
    bare = _BARE.match(words)
    number = bare[0] if bare else ""
    for each in (words, f"{number} kg", f"{number} lb"):
        with suppress(NotAWeight):
            yield parse_weight(each, unit)


def _metres(whole: str, decimals: str) -> int:
    return round(Fraction(f"{whole}.{decimals}") * MM_PER_METRE)
