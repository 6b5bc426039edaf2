"""What a garment laid flat tells: its finished lengths, what is doubtful, the body in it. Pure."""

from shop.wardrobe.rules.bodies import bodies, body_mm, implied, worth_knowing
from shop.wardrobe.rules.flats import (
    Laid,
    Points,
    choices,
    finished_mm,
    fits,
    how,
    points_of,
    traits,
    usual_fit,
)
from shop.wardrobe.rules.reading import Flats, Sheet, read

NAME_MAX = 60

__all__ = [
    "NAME_MAX",
    "Flats",
    "Laid",
    "Points",
    "Sheet",
    "bodies",
    "body_mm",
    "choices",
    "finished_mm",
    "fits",
    "how",
    "implied",
    "points_of",
    "read",
    "traits",
    "usual_fit",
    "worth_knowing",
]
