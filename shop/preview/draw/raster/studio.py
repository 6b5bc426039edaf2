"""The room: warm grey that falls off from the middle, and the garment's shadow on it."""

from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image

from shop.preview.draw.planes.fields import Plane, blurred, eased, resized, shifted
from shop.preview.draw.raster.canvas import Canvas

WALL: Final = 0.775, 0.765, 0.750  # linear; darker than white cloth
MIDDLE: Final = 0.5, 0.46
COARSE: Final = 4
MARGIN: Final = 48  # coarse pixels: shadows of what lies on the border fade out properly
CASTS: Final = ((1.0, 1.6, 2.2, 0.30), (0.35, 0.6, 0.8, 0.22))  # cm right, down, blur; strength
CONTACT: Final = 0.22, 0.25  # cm of blur; strength


@lru_cache(maxsize=8)
def room(wide: int, tall: int) -> Plane:
    """Return the light on the empty room's wall, which has the colour WALL."""
    x = (np.arange(wide, dtype=np.float32) / wide - MIDDLE[0])[None, :]
    y = (np.arange(tall, dtype=np.float32) / tall)[:, None]
    away = np.hypot(x, 1.15 * (y - MIDDLE[1]))
    light = 1.07 - 0.42 * away**1.7 - 0.02 * eased(0.8, 1.0, y)
    return light.astype(np.float32)


def ground(cover: Plane, canvas: Canvas) -> Plane:
    """Return what is left of the room's light: nothing behind the garment, less in its shadow."""
    tall, wide = cover.shape
    padded = np.pad(cover, ((0, -tall % COARSE), (0, -wide % COARSE)))
    small = np.asarray(Image.fromarray(padded).reduce(COARSE))
    small = np.pad(small, MARGIN)
    scale = canvas.scale / COARSE
    dark = np.zeros_like(small)
    for x, y, blur, by in CASTS:
        dark += np.float32(by) * blurred(
            shifted(small, round(x * scale), round(y * scale)), blur * scale
        )
    dark = dark[MARGIN:-MARGIN, MARGIN:-MARGIN]
    dark = resized(dark, padded.shape[1], padded.shape[0])[:tall, :wide]
    blur, by = CONTACT
    tight = 1 - np.float32(by) * blurred(cover, blur * canvas.scale)
    return (1 - cover) * (1 - np.clip(dark, 0, 0.9)) * tight
