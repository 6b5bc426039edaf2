"""The pages on which somebody keeps bodies. Each module adds its routes to the blueprint."""

from shop.measurements.views import (
    choosing,
    exporting,
    history,
    importing,
    preferences,
    profiles,
    quick,
    sheets,
    sizes,
    walk,
    walk_screen,
)
from shop.measurements.views.blueprint import blueprint

__all__ = [
    "blueprint",
    "choosing",
    "exporting",
    "history",
    "importing",
    "preferences",
    "profiles",
    "quick",
    "sheets",
    "sizes",
    "walk",
    "walk_screen",
]
