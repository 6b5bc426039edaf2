"""What one garment needs beside its cloth."""

from shop.catalogue.rules import Choices, Cloth, GarmentModel, Trim, all_hold, answered


def trims(model: GarmentModel, choices: Choices, cloth: Cloth) -> tuple[Trim, ...]:
    """Return the trims that this design calls for, in the order of the model."""
    live = answered(model, choices, cloth)
    return tuple(each for each in model.trims if all_hold(each.asked_when, model, live, cloth))
