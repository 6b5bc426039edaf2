"""Which points of a garment do not go together, or not with the body of who wears it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import hypot, log
from typing import Final

from shop.anthropometry.rules import LENGTHS, Sex, check, layman_errors
from shop.catalogue.rules import Choices, GarmentModel, Point
from shop.measurements.rules import Body, Facts, Source, Table
from shop.measurements.rules.facts import AGE, HEIGHT_SAID, WEIGHT, WEIGHT_SAID
from shop.wardrobe.rules.bodies import Implied, implied
from shop.wardrobe.rules.flats import Points

NINETY: Final = 1.645  # sds either way that nine in ten lie within
ODD: Final = 4.0  # sds; a slip of unit or of half the girth is ten, a taste is two
TOLD: Final = (AGE, HEIGHT_SAID, WEIGHT, WEIGHT_SAID)
SAME_KEY: Final = 0.03  # what else lies between a body and its garment, as a share


@dataclass(frozen=True, kw_only=True)
class Wearer:
    """What is known of who wears it: what was measured on her, and what she said."""

    known: Body
    facts: Facts
    table: Table

    @property
    def sex(self) -> Sex | None:
        return None if self.table is Table.NONE else Sex(self.table.value)

    @property
    def taped(self) -> dict[str, float]:
        return {key: float(value.mm) for key, value in self.known.items()
                if value.source is Source.TAPE}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Odd:
    """A point that goes with nothing else, and the body's length that would go with it, in mm."""

    point: Point
    body_mm: int
    expected_mm: float


def odd_ones(
    model: GarmentModel, made: Choices, finished: Points, open_: AbstractSet[str], wearer: Wearer
) -> tuple[Odd, ...]:
    """Return the points that don't go with the rest, the oddest first.

    Each is left out before the others are looked at again: of two wrong ones, each makes the
    other's neighbours look wrong. Only the `open_` ones are named. The order does not matter.
    """
    found: list[Odd] = []
    left = dict(finished)
    while odd := _oddest(model, made, left, open_, wearer):
        found.append(odd)
        del left[odd.point.code]
    return tuple(found)


def _oddest(
    model: GarmentModel, made: Choices, finished: Points, open_: AbstractSet[str], wearer: Wearer
) -> Odd | None:
    said = implied(model, made, finished)
    compared = _compared(said, wearer)
    odd = {key: each for key, each in compared.items()
           if each[1] > ODD and said[key].point.code in open_}  # fmt: skip
    if not odd:
        return None
    key = max(sorted(odd), key=lambda each: odd[each][1])
    return Odd(point=said[key].point, body_mm=said[key].mm, expected_mm=odd[key][0])


def _compared(said: Mapping[str, Implied], wearer: Wearer) -> dict[str, tuple[float, float]]:
    """Return by measure what the body should be, and how many sds the garment is off."""
    taped = wearer.taped
    direct = {key: _beside(each, taped[key]) for key, each in said.items() if key in taped}
    asked = {key: each for key, each in said.items() if key in LENGTHS and key not in taped}
    known = taped | {key: float(wearer.facts[key]) for key in TOLD if key in wearer.facts}
    known |= {key: float(each.mm) for key, each in asked.items()}
    errors = layman_errors(taped) | {key: _sd(each) for key, each in asked.items()}
    found = check(known, sex=wearer.sex, errors=errors)
    return direct | {key: (found[key].expected, found[key].distance) for key in asked}


def _beside(each: Implied, taped: float) -> tuple[float, float]:
    return taped, abs(log(each.mm / taped)) / hypot(_sd(each), SAME_KEY)


def _sd(each: Implied) -> float:
    return each.off / NINETY
