"""What garments and cloths are, and what follows from them. Pure: values in, values out."""

from shop.catalogue.rules.cloths import Cloth, ClothOnShelf
from shop.catalogue.rules.fitting import (
    all_hold,
    answered,
    asked,
    broken_rules,
    house_choices,
    with_cloths,
)
from shop.catalogue.rules.garments import (
    COMPARISONS,
    Attribute,
    Choices,
    Condition,
    Ease,
    GarmentModel,
    Group,
    GroupKind,
    Operation,
    Point,
    Rule,
    Section,
    Trim,
    Value,
)
from shop.catalogue.rules.stock import Hold, OpeningRoll, Reserved, best_roll

__all__ = [
    "COMPARISONS", "Attribute", "Choices", "Cloth", "ClothOnShelf", "Condition", "Ease",
    "GarmentModel", "Group", "GroupKind", "Hold", "OpeningRoll", "Operation", "Point", "Reserved",
    "Rule", "Section", "Trim", "Value", "all_hold", "answered", "asked", "best_roll",
    "broken_rules", "house_choices", "with_cloths",
]  # fmt: skip
