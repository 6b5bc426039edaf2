"""The pages on which somebody keeps bodies. Each module adds its routes to the blueprint."""

from shop.measurements.views import profiles, sheets, sizes
from shop.measurements.views.blueprint import blueprint

__all__ = ["blueprint", "profiles", "sheets", "sizes"]
