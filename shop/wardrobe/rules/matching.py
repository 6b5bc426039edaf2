"""Which points of a garment do not go together, or not with the body of who wears it."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from math import hypot, log
from typing import Final

from shop.anthropometry.rules import LENGTHS, Z90, Sex, check, layman_errors
from shop.catalogue.rules import Choices, GarmentModel, MeasurePoint
from shop.measurements.rules import Body, Facts, SizeTable, Source
from shop.measurements.rules.estimating import of_herself, sex_of
from shop.wardrobe.rules.bodies import Implied, implied
from shop.wardrobe.rules.flats import Points

ODD: Final = 4.0  # sds; a slip of unit or of half the girth is ten, a taste is two
SAME_KEY: Final = 0.03  # what else lies between a body and its garment, as a share


@dataclass(frozen=True, kw_only=True)
class Wearer:
    """What is known of who wears it: what was measured on her, and what she said."""

    known: Body
    facts: Facts
    table: SizeTable

    @property
    def sex(self) -> Sex | None:
        return sex_of(self.table)

    @property
    def taped(self) -> dict[str, float]:
        return {
            key: float(value.mm) for key, value in self.known.items() if value.source is Source.TAPE
        }


@dataclass(frozen=True, kw_only=True)
class Odd:
    """A point, the body's length it stands for, and the one that all else stands for, in mm."""

    point: MeasurePoint
    body_mm: int
    expected_mm: float
    distance: float  # in sds


@dataclass(frozen=True, kw_only=True)
class Hung:
    """A garment on its wearer: its points, each of which says something of one body."""

    model: GarmentModel
    made: Choices
    finished: Points  # in mm, all around
    wearer: Wearer

    def having(self, finished: Points) -> "Hung":
        return replace(self, finished=finished)

    def compared(self) -> tuple[Odd, ...]:
        """Return every point that can be compared with the others or with the body."""
        said = implied(self.model, self.made, self.finished)
        expected = _compared(said, self.wearer)
        return tuple(
            Odd(point=said[key].point, body_mm=said[key].mm, expected_mm=mm, distance=distance)
            for key, (mm, distance) in expected.items()
        )


def odd_ones(
    hung: Hung, open_: AbstractSet[str], is_explained: Callable[[Odd], bool]
) -> tuple[Odd, ...]:
    """Return the points that don't go with the rest: those a slip explains first, then the oddest.

    Each is left out before the others are looked at again: of two wrong ones, each makes the
    other's neighbours look wrong. Only the `open_` ones are named. The order does not matter.
    """
    found: list[Odd] = []
    left = dict(hung.finished)
    while odd := _oddest(hung.having(left), open_, is_explained):
        found.append(odd)
        del left[odd.point.code]
    return tuple(found)


def distance_of(code: str, hung: Hung) -> float:
    """Return how many sds this point is off the others; 0 when there is nothing to compare with."""
    return next((each.distance for each in hung.compared() if each.point.code == code), 0.0)


def _oddest(hung: Hung, open_: AbstractSet[str], is_explained: Callable[[Odd], bool]) -> Odd | None:
    odd = (each for each in hung.compared() if each.distance > ODD and each.point.code in open_)
    ranked = sorted(odd, key=lambda each: (not is_explained(each), -each.distance, each.point.code))
    return ranked[0] if ranked else None


def _compared(said: Mapping[str, Implied], wearer: Wearer) -> dict[str, tuple[float, float]]:
    """Return by measure what the body should be, and how many sds the garment is off."""
    taped = wearer.taped
    direct = {key: _beside(each, taped[key]) for key, each in said.items() if key in taped}
    asked = {key: each for key, each in said.items() if key in LENGTHS and key not in taped}
    known = taped | of_herself(wearer.facts) | {key: float(each.mm) for key, each in asked.items()}
    errors = layman_errors(taped) | {key: _sd(each) for key, each in asked.items()}
    found = check(known, sex=wearer.sex, errors=errors)
    return direct | {key: (found[key].expected, found[key].distance) for key in asked}


def _beside(each: Implied, taped: float) -> tuple[float, float]:
    return taped, abs(log(each.mm / taped)) / hypot(_sd(each), SAME_KEY)


def _sd(each: Implied) -> float:
    return each.off / Z90
