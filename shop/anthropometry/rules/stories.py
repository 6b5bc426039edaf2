"""Everything that may have happened to a sheet, as shifts of one or two logarithms."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shop.anthropometry.rules.coefficients import Array
from shop.anthropometry.rules.digits import slips_of_digits
from shop.anthropometry.rules.evidence import Evidence
from shop.anthropometry.rules.slips import (
    CONFUSED,
    CONFUSED_OFTEN,
    OFTEN,
    SHEET_LEAST,
    SWAPPED_OFTEN,
    Cause,
    Slip,
)
from shop.anthropometry.rules.variables import AGE, GIRTHS, PLACE, VARIABLES, WEIGHTS

Places = NDArray[np.intp]
KG_PER_LB: Final = 0.45359237
SIZES: Final = frozenset(VARIABLES) - {AGE, *WEIGHTS}
FACTORS: Final = (
    (Slip.INCH_FOR_CM, 2.54, SIZES),
    (Slip.CM_FOR_INCH, 1 / 2.54, SIZES),
    (Slip.HALF, 2.0, frozenset(GIRTHS)),
    (Slip.LB_FOR_KG, KG_PER_LB, frozenset(WEIGHTS)),
    (Slip.KG_FOR_LB, 1 / KG_PER_LB, frozenset(WEIGHTS)),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Stories:
    """Stories of one kind: value `first` is shifted by `shift`, `second` by `other`.

    Places are those in the evidence. `odds` are logarithms of how often it happens, with the
    density of what was typed where that changes.
    """

    slip: Slip
    first: Places
    second: Places
    shift: Array
    other: Array
    odds: Array

    def cause(self, at: int, given: Evidence) -> Cause:
        first, second = int(self.first[at]), int(self.second[at])
        repaired = {given.keys[first]: _after(given, first, self.shift[at])}
        if first != second:
            repaired[given.keys[second]] = _after(given, second, self.other[at])
        return Cause(
            key=given.keys[first],
            slip=self.slip,
            repaired=repaired,
            with_key="" if first == second else given.keys[second],
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class SheetStory:
    """The same happened to many fields."""

    slip: Slip
    places: Places
    shift: float

    def cause(self, given: Evidence) -> Cause:
        repaired = {given.keys[at]: _after(given, at, self.shift) for at in self.places}
        return Cause(key=given.keys[self.places[0]], slip=self.slip, repaired=repaired)


def stories(given: Evidence, named: Sequence[int]) -> Iterator[Stories]:
    """Give all stories about one or two of the named places, but the plain slip."""
    if not named:
        return
    for slip, factor, keys in FACTORS:
        some = [at for at in named if given.keys[at] in keys]
        odds = np.full(len(some), math.log(OFTEN[slip]))
        yield _single(slip, some, np.full(len(some), math.log(factor)), odds)
    yield _digits(given, named)
    if len(named) > 1:
        yield _swaps(given, named)


def sheet_stories(given: Evidence, named: Sequence[int]) -> Iterator[SheetStory]:
    """Give the stories about all named fields of a kind."""
    for slip, factor, keys in FACTORS:
        some = [at for at in named if given.keys[at] in keys]
        if len(some) >= SHEET_LEAST:
            places = np.array(some, dtype=np.intp)
            yield SheetStory(slip=slip, places=places, shift=math.log(factor))


def _single(slip: Slip, first: Sequence[int], shift: Array, odds: Array) -> Stories:
    places = np.array(first, dtype=np.intp)
    return Stories(
        slip=slip, first=places, second=places, shift=shift, other=np.zeros(len(places)), odds=odds
    )


def _digits(given: Evidence, named: Sequence[int]) -> Stories:
    found = [
        (at, math.log(meant / typed), -math.log(count))
        for at in named
        for typed, meant, count in slips_of_digits(given.keys[at], float(np.exp(given.logs[at])))
    ]
    first = [at for at, _shift, _odds in found]
    shift = np.array([shift for _at, shift, _odds in found])
    odds = np.array([odds for _at, _shift, odds in found]) + math.log(OFTEN[Slip.DIGITS])
    return _single(Slip.DIGITS, first, shift, odds - shift)  # as fine in mm, so finer in logs


def _swaps(given: Evidence, named: Sequence[int]) -> Stories:
    places = np.array(named, dtype=np.intp)
    one, two = np.triu_indices(len(places), 1)
    first, second = places[one], places[two]
    shift = given.logs[second] - given.logs[first]
    confused = confusion()[np.array(given.places)[first], np.array(given.places)[second]]
    return Stories(
        slip=Slip.SWAPPED,
        first=first,
        second=second,
        shift=shift,
        other=-shift,
        odds=np.log(np.where(confused, CONFUSED_OFTEN, SWAPPED_OFTEN)),
    )


@cache
def confusion() -> NDArray[np.bool_]:
    """Return which pairs of variables look or sound alike."""
    table = np.zeros((len(VARIABLES), len(VARIABLES)), dtype=bool)
    for one, two in CONFUSED:
        table[PLACE[one], PLACE[two]] = table[PLACE[two], PLACE[one]] = True
    return table


def _after(given: Evidence, place: int, shift: float) -> float:
    return round(float(np.exp(given.logs[place] + shift)), 6)  # no dust of the logarithms
