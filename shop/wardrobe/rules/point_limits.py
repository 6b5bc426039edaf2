"""Between which lengths a point of a garment may lie, by the bodies that may be in it."""

from typing import Final

from shop.catalogue.rules import Choices, GarmentModel, MeasurePoint
from shop.measurements.rules import measure
from shop.wardrobe.rules.bodies import WHOLE, body_mm
from shop.wardrobe.rules.flats import finished_mm

FASHION: Final = 1.15  # a garment may be so much smaller or larger than bodies are
TASTE: Final = 1.7  # and so much where it follows from a share of the body: a mini, a short sleeve


def is_usual(point: MeasurePoint, model: GarmentModel, made: Choices, read: int) -> bool:
    """Tell whether garments like this have such a point; `read` is what the tape says, in mm."""
    low, high = measure(point.of).usual
    play = FASHION if point.share_per_mille == WHOLE else TASTE
    return low / play <= body_mm(point, model, made, finished_mm(point, read)) <= high * play


def is_possible(point: MeasurePoint, model: GarmentModel, made: Choices, read: int) -> bool:
    """Tell whether anybody could be in it; nothing excuses what is impossible."""
    return measure(point.of).is_possible(body_mm(point, model, made, finished_mm(point, read)))


def middle_mm(point: MeasurePoint) -> float:
    """Return the middle of what is usual for the body below this point, in mm."""
    return sum(measure(point.of).usual) / 2
