"""Colour in linear light, and back to the screen: exposure, soft shoulder and sRGB in one table."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shop.preview.draw.planes.fields import Plane

BRIGHTEST: Final = 1.6  # linear; what shines more is cut
KNEE: Final = 0.74  # from here on highlights are compressed, so that white cloth keeps its folds
STEPS: Final = 65_536
TOE: Final = 0.04045, 0.0031308  # where sRGB is a straight line: encoded, linear


def linear(srgb: ArrayLike) -> Plane:
    """Return linear light for sRGB values of 0 … 1 (IEC 61966-2-1)."""
    values = np.asarray(srgb, np.float32)
    low = values / np.float32(12.92)
    return np.where(values <= TOE[0], low, ((values + 0.055) / 1.055) ** 2.4).astype(np.float32)


def linear_of(colour: str) -> Plane:
    """Return the three linear channels of a colour word, #rrggbb."""
    return linear([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def _table() -> NDArray[np.uint8]:
    light = np.linspace(0, BRIGHTEST, STEPS)
    over = 1 - np.exp(-(light - KNEE) / (1 - KNEE))
    light = np.where(light > KNEE, KNEE + (1 - KNEE) * over, light)
    srgb = np.where(light <= TOE[1], light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return (srgb * 255 + 0.5).astype(np.uint8)


TABLE: Final = _table()


def on_screen(light: Plane) -> NDArray[np.uint8]:
    """Return what the screen shows for linear light, in any shape."""
    steps = np.clip(light * np.float32((STEPS - 1) / BRIGHTEST), 0, STEPS - 1)
    return np.take(TABLE, steps.astype(np.uint16))
