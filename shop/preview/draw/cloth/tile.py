"""Cloth for pictures: a repeating tile, filtered so that nothing shimmers when it is turned.

The tile has several texels for every pixel of the picture but nothing finer than a pixel: a look-up
of the nearest texel is enough then, and no weave turns into bands (moiré).
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from PIL import Image

from shop.preview.draw.cloth.crossings import Woven, woven
from shop.preview.draw.cloth.fabric import Fabric
from shop.preview.draw.cloth.prints import printed
from shop.preview.draw.raster.fields import Plane

PASS: Final = 0.36  # cycles per pixel up to which everything is kept
MOST_TEXELS: Final = 2_000_000
MOST_KEPT: Final = 72 * 2**20  # bytes of tiles
WRAP: Final = 8


@dataclass(frozen=True, kw_only=True, eq=False)
class Tile:
    """Three planes of linear light; `across` and `down` are texels per cm of cloth."""

    planes: Plane
    across: float
    down: float
    mean: tuple[float, float, float]
    gloss: float


class _Kept:
    """The tiles used last, bounded by their bytes."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[tuple[Fabric, float, int], Tile] = OrderedDict()
        self._lock = Lock()

    def of(self, fabric: Fabric, scale: float, over: int) -> Tile:
        key = fabric, scale, over
        with self._lock:
            if key in self._tiles:
                self._tiles.move_to_end(key)
                return self._tiles[key]
        made = _made(fabric, scale, over)
        with self._lock:
            self._tiles[key] = made
            while len(self._tiles) > 1 and self._size() > MOST_KEPT:
                self._tiles.popitem(last=False)
        return made

    def _size(self) -> int:
        return sum(tile.planes.nbytes for tile in self._tiles.values())


KEPT: Final = _Kept()


def tile(fabric: Fabric, pixels_per_cm: float, over: int = 4) -> Tile:
    """Return the cloth for pictures of this scale, `over` texels for every pixel."""
    return KEPT.of(fabric, round(pixels_per_cm, 4), over)


def _made(fabric: Fabric, scale: float, over: int) -> Tile:
    piece = woven(fabric)
    while over > 2 and piece.wide * piece.tall * (scale * over) ** 2 > MOST_TEXELS:  # noqa: PLR2004
        over -= 1
    wide, tall = round(piece.wide * scale * over), round(piece.tall * scale * over)
    planes = _spread(piece, wide, tall)
    if fabric.printed:
        planes = printed(fabric.printed, planes, piece.wide, piece.tall)
    planes = np.clip(_filtered(planes, over), 0, 1)
    red, green, blue = planes.mean((1, 2)).tolist()
    return Tile(
        planes=np.ascontiguousarray(planes, np.float32),
        across=wide / piece.wide,
        down=tall / piece.tall,
        mean=(red, green, blue),
        gloss=fabric.gloss,
    )


def _spread(piece: Woven, wide: int, tall: int) -> Plane:
    """Return the crossings over the texels, three planes."""
    rows, columns = piece.colours.shape[:2]
    padded = np.pad(piece.colours, ((WRAP, WRAP), (WRAP, WRAP), (0, 0)), mode="wrap")
    shrinks = columns > wide and rows > tall
    how = Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR
    box = (WRAP, WRAP, WRAP + columns, WRAP + rows)
    return np.stack(
        [
            np.asarray(
                Image.fromarray(np.ascontiguousarray(padded[..., c])).resize((wide, tall), how, box)
            )
            for c in range(3)
        ]
    )


def _filtered(planes: Plane, over: int) -> Plane:
    """Remove what is finer than a pixel; in frequencies, so that the tile still wraps."""
    tall, wide = planes.shape[1:]
    down, across = np.fft.fftfreq(tall)[:, None], np.fft.rfftfreq(wide)[None, :]
    cycles = np.hypot(down, across) * over
    keep = np.exp(-0.7 * (cycles / PASS) ** 4 - (0.9 * cycles) ** 2).astype(np.float32)
    return np.stack([np.fft.irfft2(np.fft.rfft2(plane) * keep, s=(tall, wide)) for plane in planes])
