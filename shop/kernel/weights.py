"""Weights of people: whole grams inside, kilograms or pounds for people, no drift between them."""

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

GRAMS_PER_POUND: Final = Decimal("453.59237")  # by international agreement of 1959
POUNDS_PER_STONE: Final = 14

_NUMBER: Final = r"\d{1,3}(?:[.,]\d{1,2})?"
_KG = re.compile(rf"({_NUMBER})\s*(?:kg|kilos?)?")
_POUNDS = re.compile(rf"({_NUMBER})\s*(?:lbs?|pounds?)")
_STONE = re.compile(rf"(\d{{1,2}})\s*st(?:one)?(?:\s*({_NUMBER})\s*(?:lbs?|pounds?)?)?")


class NotAWeight(ValueError):
    """What was typed cannot be read as a weight."""


class WeightUnit(StrEnum):
    KG = "kg"
    POUND = "lb"


def parse(typed: str) -> int:
    """Return whole grams for `62`, `62,5 kg`, `137 lb`, `9 st 11`; raise NotAWeight otherwise."""
    words = typed.strip().lower()
    if match := _KG.fullmatch(words):
        return _whole(_decimal(match[1]) * 1000)
    if match := _POUNDS.fullmatch(words):
        return _whole(_decimal(match[1]) * GRAMS_PER_POUND)
    if match := _STONE.fullmatch(words):
        pounds = int(match[1]) * POUNDS_PER_STONE + _decimal(match[2] or "0")
        return _whole(pounds * GRAMS_PER_POUND)
    raise NotAWeight(typed)


def show(grams: int, unit: WeightUnit = WeightUnit.KG) -> str:
    """Return the weight as people write it, to 100 g or half a pound: `62.5 kg`, `137.5 lb`."""
    if unit is WeightUnit.KG:
        return f"{_short(Decimal(grams) / 1000, Decimal('0.1'))} kg"
    halves = (Decimal(grams) / GRAMS_PER_POUND * 2).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{_short(halves / 2, Decimal('0.1'))} lb"


def says_same(typed: str, grams: int) -> bool:
    """Tell whether `typed` is the weight as it was shown, which may be rounded."""
    try:
        return parse(typed) in {grams, *(parse(show(grams, unit)) for unit in WeightUnit)}
    except NotAWeight:
        return False


def _decimal(words: str) -> Decimal:
    return Decimal(words.replace(",", "."))


def _short(exact: Decimal, step: Decimal) -> str:
    rounded = exact.quantize(step, ROUND_HALF_UP)
    return f"{rounded:f}".rstrip("0").rstrip(".") if rounded % 1 == 0 else f"{rounded:f}"


def _whole(exact: Decimal) -> int:
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))
