"""The colour that a yarn is dyed, so that the cloth has the colour that it is sold by."""

from typing import Final

import numpy as np

from shop.preview.draw.colours import word
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.planes.tone import linear_of

DEEPEST: Final = 0.26  # of the cloth's own light; no dye bath goes deeper


def dyed(wanted: str, weft: str, share: float) -> str:
    """Return the warp that makes the cloth look as wanted from afar, over this weft.

    `share` is how much of the face is warp. A weft that is too pale for it is not made up for in
    full: dye has a depth that it cannot pass.
    """
    if not share:
        return wanted
    light, other = linear_of(wanted), linear_of(weft)
    warp = (light - np.float32(1 - share) * other) / np.float32(share)
    red, green, blue = _encoded(np.clip(warp, DEEPEST * light, 1)).tolist()
    return word((red, green, blue))


def _encoded(light: Plane) -> Plane:
    """Return sRGB of 0 … 1 for linear light (IEC 61966-2-1)."""
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)  # noqa: PLR2004
