"""What a model says of the making of its garment: operations at their stage, and trims."""

from dataclasses import dataclass
from enum import StrEnum

from shop.catalogue.rules.conditions import Condition
from shop.catalogue.rules.stages import MakingStage


@dataclass(frozen=True, kw_only=True)
class Operation:
    """A step of making with its standard minutes, at one stage of the workshop."""

    name: str
    stage: MakingStage
    minutes: int
    asked_when: tuple[Condition, ...] = ()


class MaterialUnit(StrEnum):
    """What a material is counted in: things, or millimetres of what is cut from a reel."""

    PIECE = "piece"
    PAIR = "pair"
    SET = "set"
    MM = "mm"


@dataclass(frozen=True, kw_only=True)
class Material:
    """A thing of the house's stock that garments take beside their cloth."""

    code: str
    name: str
    unit: MaterialUnit


@dataclass(frozen=True, kw_only=True)
class Trim:
    """What a garment takes beside its cloth, how much of it, and when.

    Models that were published before materials were listed have words alone, `name` and
    `quantity`; from these nothing can be counted.
    """

    name: str = ""  # what the sheet calls it, where not by its material's name
    quantity: str = ""  # in words, without a material
    material: Material | None = None
    amount: int = 0  # whole units of the material
    spare: int = 0  # so many more go with the garment
    asked_when: tuple[Condition, ...] = ()

    @property
    def called(self) -> str:
        """What the sheet calls it."""
        return self.name or (self.material.name if self.material else "")
