"""How much cloth one garment takes off the roll."""

from collections.abc import Iterable, Mapping
from typing import Final

from shop.catalogue.rules import Choices, Cloth, GarmentModel, answers, asked
from shop.catalogue.rules.vocabulary import MATCHED

STEP_MM: Final = 50  # cloth is cut off the roll by the half decimetre


def cloth_mm(model: GarmentModel, choices: Choices, cloth: Cloth) -> int:
    """Return the length of this cloth that the garment takes, in steps of 50 mm.

    A narrower cloth takes more, in proportion; stripes and checks take one repeat for matching.
    What the choices add or spare is counted too: a flared skirt, short sleeves.
    """
    return lengths_mm(model, choices, [cloth])[cloth.code]


def lengths_mm(model: GarmentModel, choices: Choices, cloths: Iterable[Cloth]) -> Mapping[str, int]:
    """Return the length that the same choices take of each of these cloths, by its code."""
    chosen = _chosen(model, choices)
    return {
        each.code: cloth_with_mm(model, each, _added_mm(model, chosen, choices, each))
        for each in cloths
    }


def cloth_with_mm(model: GarmentModel, cloth: Cloth, added_mm: int) -> int:
    """Return the length of this cloth when choices add so many mm at the pattern's width."""
    at_pattern_width = model.cloth_mm + added_mm
    needed = -(-at_pattern_width * model.cloth_width_mm // cloth.width_mm)
    if cloth.pattern in MATCHED:
        needed += cloth.repeat_mm
    return -(-needed // STEP_MM) * STEP_MM


def _chosen(model: GarmentModel, choices: Choices) -> Mapping[str, int]:
    """Return what each answer adds or spares, by question, as if all were asked."""
    added = {
        group.code: sum(value.cloth_mm for value in answers(model, choices, group.code))
        for group in model.groups_that_take_cloth
    }
    return {code: mm for code, mm in added.items() if mm}


def _added_mm(
    model: GarmentModel, chosen: Mapping[str, int], choices: Choices, cloth: Cloth
) -> int:
    """Return what the answers to questions that are asked add; a cloth may decide about asking."""
    groups = [group for group in model.groups_that_take_cloth if group.code in chosen]
    if any(group.asked_when for group in groups):
        live = {group.code for group in asked(model, choices, cloth)}
        groups = [group for group in groups if group.code in live]
    return sum(chosen[group.code] for group in groups)
