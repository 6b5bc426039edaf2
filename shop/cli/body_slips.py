"""Slips made on purpose on the sheets of real people: how many are found, and how they are told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from shop.anthropometry.rules import GIRTHS, Cause, Sex, Slip, explain, layman_errors
from shop.anthropometry.rules.tapes import GIRTH_MM, LENGTH_MM
from shop.cli.body_errors import CORE, MEASURED
from shop.cli.body_people import People

SHEETS: Final = {
    "whole sheet": (*CORE, *MEASURED),
    "short sheet": (
        "neck",
        "chest",
        "waist",
        "seat",
        "shoulder_width",
        "sleeve_cb",
        "biceps",
        "wrist",
        "back_length",
        *MEASURED,
    ),
}
TRIES: Final = 2  # of each slip for each person, at fields drawn at random
INCH: Final = 25.4
GOOD_MM: Final = 15.0  # a repair that comes so near sets it right
FAR_MM: Final = 40.0  # of a plain slip

NOBODY: Final = (False, False, False)  # of whom nothing is tried

Sheet = dict[str, float]
Draw = np.random.Generator


@dataclass(frozen=True, kw_only=True)
class Tape:
    """Who measured, and whether the check is told that it was a layman."""

    name: str
    is_noisy: bool = False
    is_told: bool = False

    def sheet(self, person: Mapping[str, float], keys: tuple[str, ...], draw: Draw) -> Sheet:
        """Return a clean sheet as this tape would have it, in whole mm."""
        sheet = {key: person[key] for key in keys if key in person}
        if self.is_noisy:
            for key in (key for key in sheet if key in CORE):
                sheet[key] += draw.normal(0, GIRTH_MM if key in GIRTHS else LENGTH_MM)
        return {key: float(round(value)) for key, value in sheet.items()}

    def errors(self, sheet: Sheet) -> dict[str, float]:
        return layman_errors(_fields(sheet)) if self.is_told else {}


EXPERT: Final = Tape(name="expert's tape")
TAPES: Final = (
    EXPERT,
    Tape(name="expert's tape, checked as a layman's", is_told=True),
    Tape(name="layman's tape, checked as an expert's", is_noisy=True),
    Tape(name="layman's tape, checked as such", is_noisy=True, is_told=True),
)


@dataclass(frozen=True, kw_only=True)
class Made:
    """A sheet with a slip in it: which fields are wrong."""

    sheet: Sheet
    wrong: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Found:
    """In per cent: of all slips, something was asked; the field was right; so was the repair."""

    tried: int
    asked: float
    right_field: float
    right_field_of_asked: float
    right_repair: float


def inch_for_cm(sheet: Sheet, draw: Draw) -> Made:
    key = _field(sheet, draw)
    return _with(sheet, {key: round(sheet[key] / INCH * 2) / 2 * 10})


def cm_for_inch(sheet: Sheet, draw: Draw) -> Made:
    key = _field(sheet, draw)
    return _with(sheet, {key: round(round(sheet[key] / 5) / 2 * INCH)})


def half(sheet: Sheet, draw: Draw) -> Made:
    key = str(draw.choice([key for key in _fields(sheet) if key in GIRTHS]))
    return _with(sheet, {key: round(sheet[key] / 2)})


def chest_and_waist(sheet: Sheet, draw: Draw) -> Made:
    return _with(sheet, {"chest": sheet["waist"], "waist": sheet["chest"]})


def others_swapped(sheet: Sheet, draw: Draw) -> Made:
    one, two = (str(key) for key in draw.choice(_fields(sheet), 2, replace=False))
    return _with(sheet, {one: sheet[two], two: sheet[one]})


def digits(sheet: Sheet, draw: Draw) -> Made:
    """Turn two neighbouring digits of the cm with one decimal."""
    while True:
        key = _field(sheet, draw)
        number = str(round(sheet[key]))
        at = int(draw.integers(len(number) - 1))
        turned = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        if turned != number and not turned.startswith("0"):
            return _with(sheet, {key: float(turned)})


def four_cm(sheet: Sheet, draw: Draw) -> Made:
    key = _field(sheet, draw)
    return _with(sheet, {key: sheet[key] + float(draw.choice([-FAR_MM, FAR_MM]))})


SLIPS: Final[Mapping[str, Callable[[Sheet, Draw], Made]]] = {
    "inch for cm": inch_for_cm,
    "cm for inch": cm_for_inch,
    "half the girth": half,
    "chest and waist swapped": chest_and_waist,
    "any two swapped": others_swapped,
    "two digits turned": digits,
    "4 cm off": four_cm,
}


def found(
    people: People,
    keys: tuple[str, ...],
    slip: str,
    *,
    seed: int,
    tape: Tape = EXPERT,
    sex_is_known: bool = True,
) -> Found:
    """Make the slip on everybody's sheet, and return how it was told."""
    draw, told = np.random.default_rng(seed), []
    for sex, person in people.each():
        if any(key not in person for key in keys):
            continue
        for _try in range(1 if slip == "chest and waist swapped" else TRIES):
            clean = tape.sheet(person, keys, draw)
            made = SLIPS[slip](clean, draw)
            cause = _asked(made.sheet, sex if sex_is_known else None, tape)
            told.append(_judged(cause, made, clean))
    asked, field, repair = np.array(told or [NOBODY], dtype=float).mean(axis=0) * 100
    of_asked = 100 * field / asked if asked else 0.0
    return Found(
        tried=len(told),
        asked=float(asked),
        right_field=float(field),
        right_field_of_asked=float(of_asked),
        right_repair=float(repair),
    )


def false_alarms(
    people: People,
    keys: tuple[str, ...],
    *,
    seed: int,
    tape: Tape = EXPERT,
    sex_is_known: bool = True,
) -> dict[str, float]:
    """Return the per cent of people about whose clean sheet anything is asked: all, and by sex."""
    draw = np.random.default_rng(seed)
    asked: dict[Sex, list[bool]] = {sex: [] for sex in Sex}
    for sex, person in people.each():
        if all(key in person for key in keys):
            sheet = tape.sheet(person, keys, draw)
            asked[sex].append(_asked(sheet, sex if sex_is_known else None, tape) is not None)
    everybody = [each for some in asked.values() for each in some]
    shares = {"all": everybody, **{str(sex): some for sex, some in asked.items()}}
    return {who: 100 * float(np.mean(some)) for who, some in shares.items() if some}


def _asked(sheet: Sheet, sex: Sex | None, tape: Tape) -> Cause | None:
    return explain(sheet, sex=sex, errors=tape.errors(sheet))


def _judged(cause: Cause | None, made: Made, clean: Sheet) -> tuple[bool, bool, bool]:
    if cause is None:
        return False, False, False
    is_field = set(cause.repaired) <= made.wrong
    is_repair = (
        cause.slip is not Slip.SLIP
        and set(cause.repaired) == made.wrong
        and all(abs(value - clean[key]) <= GOOD_MM for key, value in cause.repaired.items())
    )
    return True, is_field, is_repair


def _with(sheet: Sheet, changed: Sheet) -> Made:
    return Made(sheet=sheet | changed, wrong=frozenset(changed))


def _fields(sheet: Sheet) -> list[str]:
    return [key for key in sheet if key in CORE]


def _field(sheet: Sheet, draw: Draw) -> str:
    return str(draw.choice(_fields(sheet)))
