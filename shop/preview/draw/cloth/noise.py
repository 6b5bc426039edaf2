"""Noise that goes on without a seam where the piece of cloth repeats."""

from typing import Final

import numpy as np
from numpy.random import Generator
from PIL import Image

from shop.preview.draw.planes.fields import Plane

MARGIN: Final = 3  # cells; a bicubic kernel reaches two


def wrapped_noise(shape: tuple[int, int], cell: tuple[float, float], random: Generator) -> Plane:
    """Return smooth noise of about ±1 that wraps; `cell` is a feature's size (down, across)."""
    rows, columns = shape
    tall, wide = max(2, round(rows / cell[0])), max(2, round(columns / cell[1]))
    if tall >= rows and wide >= columns:
        return random.standard_normal(shape, dtype=np.float32)
    tall, wide = min(tall, rows), min(wide, columns)
    grid = np.pad(random.standard_normal((tall, wide), dtype=np.float32), MARGIN, mode="wrap")
    box = (MARGIN, MARGIN, MARGIN + wide, MARGIN + tall)
    image = Image.fromarray(grid).resize((columns, rows), Image.Resampling.BICUBIC, box)
    return np.asarray(image) * np.float32(1.35)  # interpolation flattens: back to ±1
