"""What a cloth is, and how a roll of it is delivered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shop.catalogue.rules.conditions import Attribute, Value


@dataclass(frozen=True, kw_only=True)
class Cloth:
    """A cloth with its real numbers. What lies on the shelf is not here: it changes by the hour."""

    code: str
    name: str
    family: str  # poplin | oxford | twill | linen | denim | flannel | wool | print
    mill: str
    article: str
    weave: str
    pattern: str  # plain | stripe | check | herringbone | melange | floral | dots
    colour: str  # the colour's family for filters: white, blue, navy, grey …
    ground: str  # "#rrggbb"
    accent: str
    repeat_mm: int
    weight_gsm: int
    width_mm: int
    composition: tuple[tuple[str, int], ...]  # fibre and per cent, 100 in all
    stretch_percent: int
    shrink_length_per_mille: int
    shrink_width_per_mille: int
    season: str  # all-year | summer | winter
    care: tuple[str, ...]  # ISO 3758 in its order: wash, bleach, dry, iron, professional care
    price_per_metre_minor: int
    garments: frozenset[str]
    story: str = ""

    def __hash__(self) -> int:
        return hash(self.code)

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """What rules may ask of a cloth."""
        return {
            "weight": self.weight_gsm,
            "width": self.width_mm,
            "stretch": self.stretch_percent,
            "pattern": self.pattern,
            "colour": self.colour,
            "weave": self.weave,
            "family": self.family,
            "season": self.season,
            "fibre": self.composition[0][0] if self.composition else "",  # of which there is most
        }

    def as_value(self, rank: int) -> Value:
        """Return the cloth as one of the values of a garment's cloth group.

        It adds nothing to the price there: cloth is charged by the metre.
        """
        return Value(
            code=self.code, name=self.name, phrase=self.name, rank=rank, attributes=self.attributes
        )


@dataclass(frozen=True, kw_only=True)
class OpeningRoll:
    """A roll that lies in the house when the shop opens, or is delivered later."""

    number: str
    dye_lot: str
    length_mm: int
    received_on: date
