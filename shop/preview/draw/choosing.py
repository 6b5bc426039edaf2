"""Which choices count: unknown ones fall back to the variant named first."""

from collections.abc import Mapping

from shop.preview.draw.expressions import value_of
from shop.preview.draw.spec import Conditions, CurveSpec, GarmentSpec, Variant

Choices = Mapping[str, str]


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


def numbers_of(spec: GarmentSpec, choices: Choices) -> dict[str, float]:
    """Return the numbers in the order of the file, so that each may use those above it."""
    changed = dict(spec.numbers)
    for variant in variants_of(spec, choices):
        changed |= variant.numbers
    numbers: dict[str, float] = {}
    for name, expression in changed.items():
        numbers[name] = value_of(expression, numbers)
    return numbers


def curves_of(spec: GarmentSpec, choices: Choices) -> dict[str, CurveSpec]:
    curves = dict(spec.curves)
    for variant in variants_of(spec, choices):
        curves |= variant.curves
    return curves
