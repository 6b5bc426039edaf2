"""What garments and cloths are, and what follows from them. Pure: values in, values out."""

from shop.catalogue.rules.cloths import Cloth, OpeningRoll
from shop.catalogue.rules.conditions import COMPARISONS, Attribute, Condition, Term, Value
from shop.catalogue.rules.fitting import (
    all_hold,
    answered,
    answers,
    asked,
    broken_rules,
    house_choices,
    is_of_body,
    usual,
    with_cloths,
)
from shop.catalogue.rules.garments import (
    BETWEEN,
    BODY,
    NONE,
    Choices,
    Ease,
    Extra,
    GarmentModel,
    Group,
    GroupKind,
    MeasurePoint,
    Rule,
    Section,
)
from shop.catalogue.rules.making import Material, MaterialUnit, Operation, Trim
from shop.catalogue.rules.stages import MakingStage

__all__ = [
    "BETWEEN",
    "BODY",
    "COMPARISONS",
    "NONE",
    "Attribute",
    "Choices",
    "Cloth",
    "Condition",
    "Ease",
    "Extra",
    "GarmentModel",
    "Group",
    "GroupKind",
    "MakingStage",
    "Material",
    "MaterialUnit",
    "MeasurePoint",
    "OpeningRoll",
    "Operation",
    "Rule",
    "Section",
    "Term",
    "Trim",
    "Value",
    "all_hold",
    "answered",
    "answers",
    "asked",
    "broken_rules",
    "house_choices",
    "is_of_body",
    "usual",
    "with_cloths",
]  # fmt: skip
