"""The pages of wardrobes. Each module adds its routes to the blueprint."""

from shop.wardrobe.views import hanging, sheets
from shop.wardrobe.views.blueprint import blueprint

__all__ = ["blueprint", "hanging", "sheets"]
