"""Which points of a garment are measured, and what the tape says of it laid on a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shop.catalogue.rules import (
    Choices,
    GarmentModel,
    Group,
    GroupKind,
    MeasurePoint,
    Value,
    all_hold,
    answered,
    house_choices,
)
from shop.designs.rules import FIT

TWICE: Final = 2  # what goes around lies on the table in two layers
REGULAR: Final = "regular"
PICKED: Final = {GroupKind.CHOICE, GroupKind.COLOUR}

Points = Mapping[str, int]  # code of a point → mm, of the finished garment


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A garment that was laid on a table, as she told it; its points as it is finished, in mm."""

    model: GarmentModel
    made: Choices  # what it is like, and how it sits
    name: str
    points: Points
    followed: bool
    once: str
    insisted: frozenset[str] = frozenset()  # points that look odd to us; she says they are right

    @property
    def telling(self) -> Points:
        """The points that say something of the body."""
        return {code: mm for code, mm in self.points.items() if code not in self.insisted}


def traits(model: GarmentModel) -> tuple[Group, ...]:
    """Return the questions on which it depends what can be measured: long sleeves or short."""
    named = {condition.group for point in model.points for condition in point.asked_when}
    groups = (group for group in model.groups if group.code in named and group.code != FIT)
    return tuple(group for group in groups if group.kind in PICKED)


def fits(model: GarmentModel) -> tuple[Value, ...]:
    """Return the ways in which such a garment may sit, as the catalogue has them."""
    group = model.group(FIT)
    return group.values if group else ()


def usual_fit(model: GarmentModel) -> str:
    codes = [value.code for value in fits(model)]
    return REGULAR if REGULAR in codes else (codes or [""])[0]


def choices(model: GarmentModel, told: Choices) -> dict[str, str]:
    """Return the garment as choices: what she told of it, the rest as the house would take it."""
    return answered(model, house_choices(model) | dict(told))


def points_of(model: GarmentModel, made: Choices) -> tuple[MeasurePoint, ...]:
    """Return what can be measured on a garment of these choices, in the order of the trade."""
    return tuple(p for p in model.points if all_hold(p.asked_when, model, made, None))


def finished_mm(point: MeasurePoint, read: int) -> int:
    """Return what the garment measures when the tape on the table reads so much; both in mm."""
    return TWICE * read if point.flat else read


def how(point: MeasurePoint) -> str:
    """Return where the tape lies on the garment laid flat."""
    return point.flat or point.how
