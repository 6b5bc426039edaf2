"""What one garment needs beside its cloth: trims for the sheet, materials for the store."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from shop.catalogue.rules import (
    Choices,
    Cloth,
    GarmentModel,
    Material,
    MaterialUnit,
    Trim,
    all_hold,
    answered,
)
from shop.kernel.texts import gettext as _
from shop.kernel.texts import ngettext

MM_PER_METRE: Final = 1000


@dataclass(frozen=True, kw_only=True)
class Need:
    """So much of one material, in whole units of its own: things, or mm of a length."""

    material: Material
    quantity: int  # with what is spare

    @property
    def code(self) -> str:
        return self.material.code


def trims(model: GarmentModel, choices: Choices, cloth: Cloth) -> tuple[Trim, ...]:
    """Return the trims that this design calls for, in the order of the model."""
    live = answered(model, choices, cloth)
    return tuple(each for each in model.trims if all_hold(each.asked_when, model, live, cloth))


def bill_of_materials(found: Iterable[Trim]) -> tuple[Need, ...]:
    """Return what these trims take out of the store, every material once, in their order.

    Trims in words, of models from before materials were listed, take nothing that is counted.
    """
    taken: Counter[Material] = Counter()
    for trim in found:
        if trim.material:
            taken[trim.material] += trim.amount + trim.spare
    return tuple(Need(material=each, quantity=quantity) for each, quantity in taken.items())


def quantity_in_words(trim: Trim) -> str:
    """Return how much the sheet asks for: `12 and 1 spare`, `1 pair`, `0.25 m`."""
    if trim.material is None:
        return trim.quantity
    words = _counted(trim.amount, trim.material.unit)
    return _("%(words)s and %(n)s spare", words=words, n=trim.spare) if trim.spare else words


def _counted(amount: int, unit: MaterialUnit) -> str:
    if unit is MaterialUnit.PAIR:
        return ngettext("%(n)s pair", "%(n)s pairs", amount)
    if unit is MaterialUnit.SET:
        return ngettext("%(n)s set", "%(n)s sets", amount)
    if unit is MaterialUnit.MM:
        return f"{Decimal(amount) / MM_PER_METRE:f} m"
    return str(amount)
