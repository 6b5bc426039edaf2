"""Cloth for pictures: a repeating tile, filtered so that nothing shimmers when it is turned.

The tile has several texels for every pixel of the picture but nothing finer than a pixel: a look-up
of the nearest texel is enough then, and no weave turns into bands (moiré).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shop.kernel.cache import Cache
from shop.preview.draw.cloth.crossings import woven
from shop.preview.draw.cloth.filtering import filtered, good_size, spread
from shop.preview.draw.cloth.prints import printed
from shop.preview.draw.cloth.yarns import Fabric
from shop.preview.draw.planes.fields import Plane

WHOLE: Final = 65_535  # of a step of light
MOST_TEXELS: Final = 1_650_000  # so that a print and the cloth of its contrast are both kept
MOST_KEPT: Final = 24 * 2**20  # bytes of tiles
FEWEST: Final = 2  # texels for a pixel
LUMINANCE: Final = np.array([0.2126, 0.7152, 0.0722], np.float32)  # ITU-R BT.709


@dataclass(frozen=True, kw_only=True, eq=False)
class Tile:
    """Three planes of linear light; `across` and `down` are texels per cm of cloth.

    They are kept as whole numbers up to WHOLE, which takes half the room of floats.
    `mean` is the colour from afar, `contrast` how far the cloth departs from it: near 0 for plain
    cloth, near 1 for white dots on navy.
    """

    steps: NDArray[np.uint16]
    across: float
    down: float
    mean: tuple[float, float, float]
    gloss: float
    contrast: float
    crumple: float

    @property
    def planes(self) -> Plane:
        """Return the light as floats of 0 … 1."""
        return self.steps.astype(np.float32) / np.float32(WHOLE)


TILES: Final[Cache[tuple[Fabric, float, int], Tile]] = Cache(limit=MOST_KEPT)


def tile(fabric: Fabric, pixels_per_cm: float, over: int = 4) -> Tile:
    """Return the cloth for pictures of this scale, `over` texels for every pixel.

    A large repeat gets fewer texels, so that tiles stay small; those used lately are kept.
    """
    key = fabric, round(pixels_per_cm, 4), over
    found = TILES.find(key)
    if found is None:
        found = _made(*key)
        TILES.keep(key, found, size=found.steps.nbytes)
    return found


def _made(fabric: Fabric, scale: float, over: int) -> Tile:
    piece = woven(fabric)
    area = max(piece.wide * piece.tall, 2 * fabric.printed.cell**2 if fabric.printed else 0)
    while over > FEWEST and area * (scale * over) ** 2 > 0.97 * MOST_TEXELS:
        over -= 1
    size = good_size(piece.tall * scale * over), good_size(piece.wide * scale * over)
    planes = filtered(spread(piece.colours, size), size[0] / (piece.tall * scale))
    across, down = size[1] / piece.wide, size[0] / piece.tall
    if fabric.printed:
        planes, across = printed(fabric.printed, planes.mean(0), scale, over)
        down = across
    planes = np.ascontiguousarray(np.clip(planes, 0, 1), np.float32)
    red, green, blue = planes.mean((1, 2), dtype=np.float64).tolist()
    return Tile(
        steps=np.round(planes * np.float32(WHOLE)).astype(np.uint16),
        across=across,
        down=down,
        mean=(red, green, blue),
        gloss=fabric.gloss,
        contrast=_contrast(planes),
        crumple=fabric.crumple,
    )


def _contrast(planes: Plane) -> float:
    light = np.tensordot(LUMINANCE, planes[:, ::3, ::3], 1)
    return float(light.std() / max(light.mean(), 1e-4))
