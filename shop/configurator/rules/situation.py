"""The situation of a design: the rules as they are, her own choices, and what the house adds."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.catalogue.rules import Cloth, GarmentModel, Group, GroupKind
from shop.designs import rules as designs
from shop.designs.rules import Configuration
from shop.kernel.money import Money
from shop.pricing import rules as pricing
from shop.stock.rules import ClothOnShelf


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The model with the cloths there is enough of, her configuration, the whole design.

    `asked` are her own choices with the wearer's measurements in mm, as the rules read them.
    """

    model: GarmentModel
    configuration: Configuration
    asked: Mapping[str, str]
    whole: Mapping[str, str]
    shelf: tuple[ClothOnShelf, ...]
    currency: str

    def price(self, whole: Mapping[str, str]) -> Money:
        """Return what a whole design costs."""
        cloth = self._cloths[whole[designs.CLOTH]]
        return pricing.total_of(self.model, whole, cloth, currency=self.currency)

    def asking(self, group: Group) -> dict[str, str]:
        """Return her choices as a click on this question reads them.

        Of several values, what she sees taken is what she adds to and takes from, be it the
        house's.
        """
        if group.kind is not GroupKind.SEVERAL:
            return dict(self.asked)
        return {**self.asked, group.code: self.whole[group.code]}

    @property
    def cloth(self) -> Cloth:
        """The cloth of the whole design."""
        return self._cloths[self.whole[designs.CLOTH]]

    @property
    def _cloths(self) -> dict[str, Cloth]:
        return {each.cloth.code: each.cloth for each in self.shelf}
