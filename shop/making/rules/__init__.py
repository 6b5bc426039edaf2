"""From a model, choices and a cloth to what the garment takes. Worked examples: the README."""

from shop.making.rules.cloth import cloth_mm, cloth_with_mm, lengths_mm
from shop.making.rules.taking import Making, made_of
from shop.making.rules.tasks import Task, minutes, minutes_by_stage, tasks
from shop.making.rules.trims import Need, bill_of_materials, quantity_in_words, trims

__all__ = [
    "Making", "Need", "Task", "bill_of_materials", "cloth_mm", "cloth_with_mm", "lengths_mm",
    "made_of", "minutes", "minutes_by_stage", "quantity_in_words", "tasks", "trims",
]  # fmt: skip
