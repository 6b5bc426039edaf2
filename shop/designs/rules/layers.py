"""From the body to the cut, layer by layer. Pure.

body → ease → finished → cut. What the garment will measure is the body and the ease; it is cut
longer by the cloth's shrinkage, where that is one per cent or more, and by the garment's own
figure (a shirt maker adds 10 mm to the collar and 8 mm to the sleeve). Where a garment that fits is
followed, what is finished is that garment's measure, and the ease is what lies between.
"""

from typing import Final

from shop.catalogue.rules import Choices, Cloth, GarmentModel, MeasurePoint, all_hold
from shop.designs.rules.easing import Making, eased, per_mille, taught
from shop.designs.rules.points import Allowance, Because, Finished, MeasuresMissing
from shop.measurements.rules import AS_CUT, Body, Layer, Source, Tuning

IGNORED_SHRINKAGE: Final = 10  # per mille; less is ignored by custom of the trade


def missing_measures(
    model: GarmentModel, choices: Choices, body: Body, tuning: Tuning = AS_CUT
) -> tuple[str, ...]:
    """Return the body measurements this design needs and the body lacks.

    What a garment that fits decides needs no body.
    """
    return _missing(_points(model, choices), body, tuning)


def finished(
    model: GarmentModel, choices: Choices, cloth: Cloth, body: Body, tuning: Tuning = AS_CUT
) -> tuple[Finished, ...]:
    """Return what the garment will measure, point by point. Raises MeasuresMissing."""
    points = _points(model, choices)
    if missing := _missing(points, body, tuning):
        raise MeasuresMissing(missing)
    making = Making(model=model, choices=choices, cloth=cloth, body=body, tuning=tuning)
    return tuple(_layered(making, point) for point in points)


def _points(model: GarmentModel, choices: Choices) -> list[MeasurePoint]:
    return [p for p in model.points if all_hold(p.asked_when, model, choices, None)]


def _missing(points: list[MeasurePoint], body: Body, tuning: Tuning) -> tuple[str, ...]:
    followed = tuning.follow.points if tuning.follow else {}
    needed = (each.of for each in points if each.code not in followed)
    return tuple(dict.fromkeys(key for key in needed if key not in body))


def _layered(making: Making, point: MeasurePoint) -> Finished:
    """Return all four layers of a point."""
    measured, follow = making.body.get(point.of), making.tuning.follow
    base = per_mille(measured.mm, point.share_per_mille) if measured else None
    if follow and point.code in follow.points:
        mm = follow.points[point.code]
        parts = _as_followed(follow.name, mm, base)
    else:
        parts = eased(making, point, base or 0)
        mm = (base or 0) + _sum(parts)
    allowed = _beyond(making, point, mm)
    return Finished(
        code=point.code,
        name=point.name,
        how=point.how,
        plus_mm=point.plus_mm,
        minus_mm=point.minus_mm,
        body_key=point.of,
        body_mm=measured.mm if measured else None,
        source=(measured.source if measured else Source.GARMENT).value,
        low=measured.low if measured else None,
        high=measured.high if measured else None,
        insisted=measured is not None and measured.insisted,
        ease_mm=_sum(parts),
        ease_parts=parts,
        mm=mm,
        cut_mm=mm + _sum(allowed),
        cut_parts=allowed,
        like=follow.name if follow and point.code in follow.points else "",
    )


def _as_followed(name: str, mm: int, base: int | None) -> tuple[Allowance, ...]:
    """Return what lies between the body and a garment that fits; nothing for an unknown body."""
    return () if base is None else (Allowance(because=Because.LIKE, mm=mm - base, of=name),)


def _beyond(making: Making, point: MeasurePoint, mm: int) -> tuple[Allowance, ...]:
    """Return what is cut beyond the finished measure: for shrinkage, for sewing, and as taught."""
    cloth = making.cloth
    lengthwise, widthwise = cloth.shrink_length_per_mille, cloth.shrink_width_per_mille
    shrinkage = lengthwise if point.along == "length" else widthwise
    shrunk = per_mille(mm, shrinkage) if shrinkage >= IGNORED_SHRINKAGE else 0
    of_the_house = (
        Allowance(because=Because.SHRINKAGE, mm=shrunk),
        Allowance(because=Because.SEWING, mm=point.cut_mm),
    )
    return (*(each for each in of_the_house if each.mm), *taught(making, Layer.CUT, point))


def _sum(parts: tuple[Allowance, ...]) -> int:
    return sum(each.mm for each in parts)
