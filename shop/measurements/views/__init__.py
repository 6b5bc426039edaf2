"""The pages on which somebody keeps bodies. Each module adds its routes to the blueprint."""

from shop.measurements.views import (
    choosing,
    history,
    importing,
    preferences,
    profiles,
    quick,
    sheets,
    sizes,
    taking_along,
    walk,
    walk_screen,
)
from shop.measurements.views.blueprint import blueprint

__all__ = [
    "blueprint",
    "choosing",
    "history",
    "importing",
    "preferences",
    "profiles",
    "quick",
    "sheets",
    "sizes",
    "taking_along",
    "walk",
    "walk_screen",
]
