"""From a model, choices and a cloth to what the garment takes. Worked examples: the README."""

from shop.making.rules.cloth import cloth_mm, cloth_with_mm
from shop.making.rules.taking import Making, made_of
from shop.making.rules.tasks import Task, minutes, minutes_by_stage, tasks
from shop.making.rules.trims import trims

__all__ = [
    "Making", "Task", "cloth_mm", "cloth_with_mm", "made_of", "minutes", "minutes_by_stage",
    "tasks", "trims",
]  # fmt: skip
