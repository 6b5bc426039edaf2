"""Lengths: whole millimetres inside, centimetres or inches for people, no drift between them."""

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

MM_PER_INCH: Final = Fraction(254, 10)
SIXTEENTHS: Final = 16

_CM = re.compile(r"(\d{1,5})(?:[.,](\d{1,2}))?")
_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d|\s*/))")  # 10 000, but not 15 100/128
_INCH = re.compile(r"(?:(\d{1,5})(?:[.,](\d{1,4}))?)?(?:(?:^|\s+)(\d{1,2})\s*/\s*(\d{1,2}))?")
_SIGNS: Final = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8",
                 "⅞": " 7/8"}  # fmt: skip


class Unit(StrEnum):
    CM = "cm"
    INCH = "in"


class NotALength(ValueError):
    """What was typed cannot be read as a length."""


def parse(typed: str, unit: Unit) -> int:
    """Return millimetres for `39`, `39,5`, `39.5 cm`, `15 1/2`, `15.5 in`, `15½"`.

    A unit that is typed wins over `unit`. Raises NotALength for anything else.
    """
    words = _THOUSANDS.sub("", typed.strip().lower())
    for sign, fraction in _SIGNS.items():
        words = words.replace(sign, fraction)
    for endings, named in ((("inches", "inch", "in", '"', "″"), Unit.INCH), (("cm",), Unit.CM)):
        for ending in endings:
            if words.endswith(ending):
                return _read(words.removesuffix(ending).strip(), named)
    if words.endswith("mm"):
        return _whole_mm(_decimal(words.removesuffix("mm").strip()))
    return _read(words.strip(), unit)


def show(mm: int, unit: Unit) -> str:
    """Return the number as people write it: `39.5` cm, `15 1/2` inches (nearest sixteenth)."""
    if unit is Unit.CM:
        whole, tenth = divmod(mm, 10)
        return f"{whole}.{tenth}" if tenth else str(whole)
    return _sixteenths(mm)


def says_same(typed: str, mm: int, unit: Unit) -> bool:
    """Tell whether `typed` is the length as it was shown, which may be rounded to a sixteenth."""
    try:
        return parse(typed, unit) in {mm, parse(show(mm, unit), unit)}
    except NotALength:
        return False


def _read(words: str, unit: Unit) -> int:
    if unit is Unit.CM:
        return _whole_mm(_decimal(words) * 10)
    match = _INCH.fullmatch(words)
    if match is None or not words:
        raise NotALength(words)
    whole, decimals, above, below = match.groups()
    inches = Fraction(f"{whole or 0}.{decimals or 0}")
    if above:
        if decimals or int(below) == 0 or int(above) >= int(below):
            raise NotALength(words)
        inches += Fraction(int(above), int(below))
    return _whole_mm(inches * MM_PER_INCH)


def _decimal(words: str) -> Fraction:
    match = _CM.fullmatch(words)
    if match is None:
        raise NotALength(words)
    return Fraction(f"{match[1]}.{match[2] or 0}")


def _whole_mm(exact: Fraction) -> int:
    quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return int(quotient.quantize(Decimal(1), ROUND_HALF_UP))


def _sixteenths(mm: int) -> str:
    whole, rest = divmod(round(Fraction(mm) / MM_PER_INCH * SIXTEENTHS), SIXTEENTHS)
    if rest == 0:
        return str(whole)
    part = Fraction(rest, SIXTEENTHS)
    fraction = f"{part.numerator}/{part.denominator}"
    return f"{whole} {fraction}" if whole else fraction
