"""Light from the upper left, a fill from the right, and the sky: what a slope does to a colour.

A flat patch that faces the eye is 1, so that the cloth's own colour comes out exactly there.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from shop.preview.draw.planes.fields import Plane


@dataclass(frozen=True, kw_only=True)
class Lit:
    """What a surface sends to the eye: its colour times `shade`, and `sheen` on top."""

    shade: Plane
    sheen: Plane


def _unit(x: float, y: float, z: float) -> tuple[float, float, float]:
    size = (x * x + y * y + z * z) ** 0.5
    return x / size, y / size, z / size


KEY: Final = _unit(-0.52, -0.62, 0.62)
FILL: Final = _unit(0.75, -0.15, 0.65)
HALF: Final = _unit(KEY[0], KEY[1], KEY[2] + 1)
WRAP: Final = 0.25  # light goes a little round the corner
SKY, KEY_POWER, FILL_POWER = 0.32, 0.80, 0.15
FLAT: Final = SKY + KEY_POWER * (KEY[2] + WRAP) / (1 + WRAP) + FILL_POWER * FILL[2]


def lit(across: Plane, down: Plane) -> Lit:
    """Light a surface that rises by `across` and `down` cm per cm."""
    nz = 1 / np.sqrt(1 + across * across + down * down)
    nx, ny = -across * nz, -down * nz
    key = np.maximum(0, (nx * KEY[0] + ny * KEY[1] + nz * KEY[2] + WRAP) / (1 + WRAP))
    fill = np.maximum(0, nx * FILL[0] + ny * FILL[1] + nz * FILL[2])
    sky = SKY * (0.72 + 0.28 * nz - 0.10 * ny)
    shade = (sky + KEY_POWER * key + FILL_POWER * fill) / np.float32(FLAT)
    gleam = np.maximum(0, nx * HALF[0] + ny * HALF[1] + nz * HALF[2])
    two = gleam * gleam
    four = two * two
    rim = 1 - nz
    return Lit(shade=shade, sheen=0.75 * four * four * four * two + 0.6 * rim * rim * rim)
