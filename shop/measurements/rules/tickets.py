"""Reading what stands on labels of clothes: `39`, `15 1/2`, `W32 L34`, `EU 50`, `UK 40`."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules.bodies import SizeTable

# the largest number without a unit that means inches, by label
INCHES_TO: Final = {"label_collar": 24, "label_waist": 42, "label_inseam": 42, "label_sleeve": 42}
LIMITS: Final[Mapping[str, tuple[int, int]]] = {  # mm: beyond is no label of an adult's clothes
    "label_collar": (290, 560), "label_chest": (700, 1500), "label_waist": (550, 1500),
    "label_inseam": (600, 1020), "label_sleeve": (480, 1060),
}  # fmt: skip
UK_TO_EU: Final = 28  # a woman's UK 12 is an EU 40
TO_BUST: Final = 6  # an EU number and six is half of the bust in cm (EN 13402: 40 for 92)

_JEANS = re.compile(r"w?\s*(\d{2})\s*(?:l|/|x)\s*(\d{2})")
_PREFIXED = re.compile(r"[wl]\s*(\d{2}(?:[.,]\d)?)")
_NUMBERED = re.compile(r"(eu|it|de|fr|uk|us)?\s*(\d{1,3})(?:\s*(?:r|l|s))?")


class NotALabel(ValueError):
    """What was typed is on no label; the message is a sentence for people."""


def read_label(label: str, words: str, *, table: SizeTable, unit: Unit) -> int:
    """Return what the label says, in mm; raise NotALabel when it says nothing we understand."""
    typed = words.strip().lower()
    mm = _chest(typed, table, unit) if label == "label_chest" else _length(label, typed)
    low, high = LIMITS[label]
    if not low <= mm <= high:
        raise NotALabel(_EXAMPLES[label]())
    return mm


def jeans(words: str) -> tuple[str, str] | None:
    """Return waist and inseam when both are in one word: `W32 L34`, `32/34`."""
    match = _JEANS.fullmatch(words.strip().lower())
    return (match[1], match[2]) if match else None


def _length(label: str, typed: str) -> int:
    prefixed = _PREFIXED.fullmatch(typed)
    number = prefixed[1] if prefixed else typed
    try:
        if prefixed:
            return lengths.parse(number, Unit.INCH)
        in_inches = lengths.parse(number, Unit.INCH)
        is_inches = in_inches <= INCHES_TO[label] * lengths.MM_PER_INCH
        return in_inches if is_inches else lengths.parse(number, Unit.CM)
    except NotALength:
        raise NotALabel(_EXAMPLES[label]()) from None


def _chest(typed: str, table: SizeTable, unit: Unit) -> int:
    """Return the girth a jacket or a dress is made for."""
    match = _NUMBERED.fullmatch(typed)
    if match is None or int(match[2]) * 10 >= LIMITS["label_chest"][0]:
        return _length_in(typed, unit)
    country, number = match[1] or "", int(match[2])
    if country in {"uk", "us"} or (
        not country and (unit is Unit.INCH or number < _LEAST_EU[table])
    ):
        return _english(number, table, country)
    if table is SizeTable.NONE:
        raise NotALabel(
            _("Is that of a man or of a woman? Write the chest in cm or inches instead.")
        )
    return number * 20 if table is SizeTable.MEN else (number + TO_BUST) * 20


_LEAST_EU: Final = {SizeTable.MEN: 44, SizeTable.WOMEN: 30, SizeTable.NONE: 44}
_LEAST_INCHES: Final = 28


def _english(number: int, table: SizeTable, country: str) -> int:
    """Return the girth of a British jacket in inches, or of a woman's British number."""
    if number >= _LEAST_INCHES:
        return lengths.parse(str(number), Unit.INCH)
    if table is SizeTable.WOMEN and country == "uk":
        return (number + UK_TO_EU + TO_BUST) * 20
    raise NotALabel(_EXAMPLES["label_chest"]())


def _length_in(typed: str, unit: Unit) -> int:
    try:
        return lengths.parse(typed, unit)
    except NotALength:
        raise NotALabel(_EXAMPLES["label_chest"]()) from None


_EXAMPLES: Final[Mapping[str, Callable[[], str]]] = {
    "label_collar": lambda: _("We do not know this collar. Write 39, or 15 1/2 for inches."),
    "label_chest": lambda: _("We do not know this size. Write EU 50, UK 40, or the girth: 98 cm."),
    "label_waist": lambda: _("We do not know this waist. Write W32, or 82 cm."),
    "label_inseam": lambda: _("We do not know this inseam. Write L34, or 86 cm."),
    "label_sleeve": lambda: _("We do not know this sleeve. Write 34 for inches, or 65 cm."),
}
