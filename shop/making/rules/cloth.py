"""How much cloth one garment takes off the roll."""

from typing import Final

from shop.catalogue.rules import Choices, Cloth, GarmentModel, answers, asked
from shop.catalogue.rules.vocabulary import MATCHED

STEP_MM: Final = 50  # cloth is cut off the roll by the half decimetre


def cloth_mm(model: GarmentModel, choices: Choices, cloth: Cloth) -> int:
    """Return the length of this cloth that the garment takes, in steps of 50 mm.

    A narrower cloth takes more, in proportion; stripes and checks take one repeat for matching.
    What the choices add or spare is counted too: a flared skirt, short sleeves.
    """
    return cloth_with_mm(model, cloth, _added_mm(model, choices, cloth))


def cloth_with_mm(model: GarmentModel, cloth: Cloth, added_mm: int) -> int:
    """Return the length of this cloth when choices add so many mm at the pattern's width."""
    at_pattern_width = model.cloth_mm + added_mm
    needed = -(-at_pattern_width * model.cloth_width_mm // cloth.width_mm)
    if cloth.pattern in MATCHED:
        needed += cloth.repeat_mm
    return -(-needed // STEP_MM) * STEP_MM


def _added_mm(model: GarmentModel, choices: Choices, cloth: Cloth) -> int:
    """Return what the choices add; most add nothing, and then nobody need ask what is asked."""
    chosen = {
        group.code: sum(v.cloth_mm for v in answers(model, choices, group.code))
        for group in model.groups_that_take_cloth
    }
    if not any(chosen.values()):
        return 0
    return sum(chosen.get(group.code, 0) for group in asked(model, choices, cloth))
