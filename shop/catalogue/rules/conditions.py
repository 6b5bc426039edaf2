"""What a question offers, and what may be asked of it: values and conditions."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from shop.catalogue.rules.stages import MakingStage

Attribute = int | str

COMPARISONS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, kw_only=True)
class Value:
    """One of the things a group offers. `rank` 0 is what the house would take."""

    code: str
    name: str
    phrase: str = ""  # how it sounds in a sentence: "cutaway collar"
    price_minor: int = 0  # what it adds to the price, gross, in the shop's currency
    minutes: int = 0  # what it adds to the work
    stage: MakingStage = MakingStage.SEWN  # where these minutes are spent
    cloth_mm: int = 0  # what it adds to the length of cloth, at the model's `cloth_width_mm`
    rank: int = 0
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    colour: str = ""  # "#rrggbb", of a value in a question for a colour


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Something about one group: `collar is button-down`, or `cloth weight > 260`.

    With `values` the chosen value is one of them, or one of several chosen is; otherwise its
    attribute compares as told: `<`, `<=`, `>`, `>=` with a number, `=` and `!=` with a number or a
    word. A value without the attribute meets no comparison. A number has the attribute `number`,
    a text `length`; the group `body` has the wearer's measurements in mm, and what is not known of
    her meets no comparison.
    """

    group: str
    values: frozenset[str] = frozenset()
    attribute: str = ""
    comparison: str = ""
    against: Attribute = 0

    def holds(self, value: Value) -> bool:
        if self.values:
            return value.code in self.values
        if self.attribute not in value.attributes:
            return False
        found = value.attributes[self.attribute]
        if self.comparison in {"=", "!="}:
            return (found == self.against) is (self.comparison == "=")
        if isinstance(found, str) or isinstance(self.against, str):
            return False
        return COMPARISONS[self.comparison](found, self.against)


@dataclass(frozen=True, kw_only=True)
class Term:
    """One attribute of the value chosen in a group: `cloth weight`. Without it, 0."""

    group: str
    attribute: str
