"""What a model says of the making of its garment: operations at their stage, and trims."""

from dataclasses import dataclass

from shop.catalogue.rules.conditions import Condition
from shop.catalogue.rules.stages import MakingStage


@dataclass(frozen=True, kw_only=True)
class Operation:
    """A step of making with its standard minutes, at one stage of the workshop."""

    name: str
    stage: MakingStage
    minutes: int
    asked_when: tuple[Condition, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trim:
    """A thing besides the cloth: what, how many or how much, and when it is needed."""

    name: str
    quantity: str
    asked_when: tuple[Condition, ...] = ()
