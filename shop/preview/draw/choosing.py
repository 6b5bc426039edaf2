"""Which choices count: unknown ones fall back to the variant named first."""

from collections.abc import Mapping

from shop.preview.draw.expressions import value_of
from shop.preview.draw.spec import BodySpec, Conditions, CurveSpec, GarmentSpec, Variant

Choices = Mapping[str, str]
Figure = Mapping[str, int]


def settled(spec: GarmentSpec, choices: Choices) -> dict[str, str]:
    """Return one known value for every group."""
    return {
        group: choices[group] if choices.get(group) in values else values[0]
        for group, values in spec.groups.items()
    }


def is_met(conditions: Conditions, choices: Choices) -> bool:
    return all(choices.get(group) in values for group, values in conditions.items())


def variants_of(spec: GarmentSpec, choices: Choices) -> list[Variant]:
    chosen = set(choices.items())
    return [variant for key, variant in spec.variants.items() if key in chosen]


def numbers_of(spec: GarmentSpec, choices: Choices, figure: Figure) -> dict[str, float]:
    """Return the numbers in the order of the file, so that each may use those above it.

    `figure` holds measures of the body in mm; each becomes a number like `body_chest`, the cm by
    which the drawing moves, 0 for a typical body and for a measure that is not known.
    """
    changed = dict(spec.numbers)
    for variant in variants_of(spec, choices):
        changed |= variant.numbers
    numbers = {
        f"body_{measure}": _damped(body, figure.get(measure, body.typical_mm))
        for measure, body in spec.body.items()
    }
    for name, expression in changed.items():
        numbers[name] = value_of(expression, numbers)
    return numbers


def _damped(body: BodySpec, mm: int) -> float:
    away = min(max(mm - body.typical_mm, -body.most_mm), body.most_mm)
    return body.share * away / 10


def curves_of(spec: GarmentSpec, choices: Choices) -> dict[str, CurveSpec]:
    curves = dict(spec.curves)
    for variant in variants_of(spec, choices):
        curves |= variant.curves
    return curves
