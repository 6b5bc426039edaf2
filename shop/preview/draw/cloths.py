"""Measures of a cloth's pattern: repeat, width of stripes, how checks cross."""

from typing import Final

from shop.preview.draw.looks import ClothLook

GINGHAM_MM: Final = 15  # wider repeats are windowpanes of thin lines
BROAD_STRIPE_MM: Final = 10  # wider repeats are chalk and pin stripes
FINEST_LINED: Final = 0.5  # cm


def repeat_of(look: ClothLook) -> float:
    """Return the repeat in centimetres; a pattern without one gets what is usual."""
    usual = {"floral": 9.0, "dots": 1.2, "herringbone": 1.4, "melange": 3.0}
    return look.repeat_mm / 10 or usual.get(look.pattern, 1.0)


def stripe_width(look: ClothLook) -> float:
    return repeat_of(look) / 2 if look.repeat_mm <= BROAD_STRIPE_MM else 0.1


def is_lined(look: ClothLook) -> bool:
    """Stripes and checks are drawn line by line, so that they can follow an arm.

    Very fine ones are a plain pattern: the eye does not tell, and the picture stays small.
    """
    return look.pattern in {"stripe", "check"} and repeat_of(look) >= FINEST_LINED


def is_thin(look: ClothLook) -> bool:
    return look.repeat_mm > (GINGHAM_MM if look.pattern == "check" else BROAD_STRIPE_MM)


def check_width(look: ClothLook) -> float:
    return 0.14 if is_thin(look) else repeat_of(look) / 2


def check_strength(look: ClothLook) -> float:
    """Where only one of two crossing yarns is coloured, half of the colour shows."""
    return 0.8 if is_thin(look) else 0.5
