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

__all__ = [
    "COMPARISONS", "Attribute", "Choices", "Cloth", "ClothOnShelf", "Condition", "Ease",
    "GarmentModel", "Group", "GroupKind", "Operation", "Point", "Rule", "Section", "Trim", "Value",
    "all_hold", "answered", "asked", "broken_rules", "house_choices", "with_cloths",
]  # fmt: skip
