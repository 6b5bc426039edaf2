"""Everything that may have happened to a sheet, as shifts of one or two logarithms."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shop.anthropometry.rules.coefficients import Array
from shop.anthropometry.rules.digits import slips_of_digits
from shop.anthropometry.rules.evidence import Evidence
from shop.anthropometry.rules.slips import CONFUSED, CONFUSED_SHARE, OFTEN, Cause, Slip
from shop.anthropometry.rules.variables import GIRTHS

Places = NDArray[np.intp]
FACTORS: Final = ((Slip.INCH_FOR_CM, 2.54), (Slip.CM_FOR_INCH, 1 / 2.54), (Slip.HALF, 2.0))


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

    def cause(self, at: int, given: Evidence, probability: float) -> Cause:
        first, second = int(self.first[at]), int(self.second[at])
        repaired = {given.keys[first]: _after(given, first, self.shift[at])}
        if first != second:
            repaired[given.keys[second]] = _after(given, second, self.other[at])
        return Cause(key=given.keys[first], slip=self.slip, repaired=repaired,
                     probability=probability,
                     with_key="" if first == second else given.keys[second])  # fmt: skip


def stories(given: Evidence, named: Sequence[int]) -> Iterator[Stories]:
    """Give all stories about the named places, but the plain slip."""
    if not named:
        return
    for slip, factor in FACTORS:
        some = [at for at in named if slip is not Slip.HALF or given.keys[at] in GIRTHS]
        shift = np.full(len(some), math.log(factor))
        yield _single(slip, some, shift, np.full(len(some), math.log(OFTEN[slip] / len(named))))
    yield _digits(given, named)
    if len(named) > 1:
        yield _swaps(given, named)


def _single(slip: Slip, first: Sequence[int], shift: Array, odds: Array) -> Stories:
    places = np.array(first, dtype=np.intp)
    return Stories(slip=slip, first=places, second=places, shift=shift,
                   other=np.zeros(len(places)), odds=odds)  # fmt: skip


def _digits(given: Evidence, named: Sequence[int]) -> Stories:
    found = [
        (at, math.log(meant / typed), -math.log(len(named) * count))
        for at in named
        for typed, meant, count in slips_of_digits(given.keys[at], float(np.exp(given.logs[at])))
    ]
    first = [at for at, _shift, _odds in found]
    shift = np.array([shift for _at, shift, _odds in found])
    odds = np.array([odds for _at, _shift, odds in found]) + math.log(OFTEN[Slip.DIGITS])
    return _single(Slip.DIGITS, first, shift, odds - shift)  # as fine in mm, so coarser in logs


def _swaps(given: Evidence, named: Sequence[int]) -> Stories:
    places = np.array(named, dtype=np.intp)
    one, two = np.triu_indices(len(places), 1)
    first, second = places[one], places[two]
    shift = given.logs[second] - given.logs[first]
    known = np.array([frozenset((given.keys[a], given.keys[b])) in CONFUSED
                      for a, b in zip(first, second, strict=True)])  # fmt: skip
    count = max(int(known.sum()), 1), max(int((~known).sum()), 1)
    share = np.where(known, CONFUSED_SHARE, 1 - CONFUSED_SHARE) / np.where(known, *count)
    return Stories(slip=Slip.SWAPPED, first=first, second=second, shift=shift, other=-shift,
                   odds=np.log(OFTEN[Slip.SWAPPED] * share))  # fmt: skip


def _after(given: Evidence, place: int, shift: float) -> float:
    return float(np.exp(given.logs[place] + shift))
