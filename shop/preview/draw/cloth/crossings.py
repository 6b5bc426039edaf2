"""The woven cloth at one texel for every crossing of warp and weft."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.random import Generator

from shop.preview.draw.cloth.fabric import Fabric, Sequence
from shop.preview.draw.cloth.weave import WEAVES
from shop.preview.draw.raster.fields import Plane, resized
from shop.preview.draw.raster.tone import linear_of

MARGIN = 2
FLOAT_LIGHT = 0.045  # warp floats catch the light of the window, weft floats turn from it


@dataclass(frozen=True, kw_only=True, eq=False)
class Woven:
    """Colours (rows, columns, 3) in linear light, and the size of the piece in cm."""

    colours: Plane
    wide: float
    tall: float


def threads(fabric: Fabric) -> tuple[int, int]:
    """Return how many ends and picks make whole repeats of weave and colours."""
    matrix = WEAVES[fabric.weave]
    ends = _whole(fabric.warp, matrix.shape[1], fabric.ends, fabric.size)
    return ends, _whole(fabric.weft, matrix.shape[0], fabric.picks, fabric.size)


def _whole(colours: Sequence, repeat: int, per_cm: float, size: float) -> int:
    both = int(np.lcm(sum(count for _, count in colours), repeat))
    return max(1, round(size * per_cm / both)) * both


def woven(fabric: Fabric) -> Woven:
    """Weave the piece. It repeats without a seam, and is the same on every machine."""
    ends, picks = threads(fabric)
    random = np.random.default_rng(crc32(repr(fabric).encode()))
    matrix = WEAVES[fabric.weave]
    up = np.tile(matrix, (picks // matrix.shape[0], ends // matrix.shape[1])).astype(bool)
    warp, weft = _yarns(fabric, ends, picks, random)
    cover = fabric.cover
    below = weft * (1 - cover) + warp * cover if cover >= 0 else weft
    above = warp if cover >= 0 else warp * (1 + cover) - weft * cover
    colours = np.where(up[..., None], above, below)
    relief = np.float32(FLOAT_LIGHT * fabric.relief)
    colours *= np.where(up, 1 + relief, 1 - relief)[..., None]
    if fabric.weave == "herringbone":
        half = matrix.shape[1] // 2
        side = (np.arange(ends) // half % 2) * 2 - 1
        colours *= (1 + 0.035 * fabric.relief * side)[None, :, None]
    colours *= 1 + fabric.grain * random.standard_normal((picks, ends))[..., None]
    if fabric.cloud:
        cell = fabric.ends * 0.35, fabric.picks * 0.45
        colours *= (
            1 + fabric.cloud * wrapped_noise(picks, ends, cell[1], cell[0], random)[..., None]
        )
    return Woven(
        colours=np.clip(colours, 0, 1).astype(np.float32),
        wide=ends / fabric.ends,
        tall=picks / fabric.picks,
    )


def _yarns(fabric: Fabric, ends: int, picks: int, random: Generator) -> tuple[Plane, Plane]:
    """Return the colour of every thread at every crossing, slubs along its own length."""
    along, across = fabric.slub
    warp_length, weft_length = fabric.slub_cm
    warp = 1 + along * (
        0.7 * random.standard_normal((1, ends))
        + wrapped_noise(picks, ends, warp_length * fabric.picks, 1, random)
    )
    weft = 1 + across * (
        0.7 * random.standard_normal((picks, 1))
        + wrapped_noise(picks, ends, 1, weft_length * fabric.ends, random)
    )
    return (
        _row(fabric.warp, ends)[None] * np.clip(warp, 0.3, 1.8)[..., None],
        _row(fabric.weft, picks)[:, None] * np.clip(weft, 0.3, 1.8)[..., None],
    )


def _row(colours: Sequence, count: int) -> Plane:
    base = np.concatenate([np.repeat(linear_of(colour)[None], n, 0) for colour, n in colours])
    return np.tile(base, (-(-count // len(base)), 1))[:count]


def wrapped_noise(rows: int, columns: int, down: float, across: float, random: Generator) -> Plane:
    """Return smooth noise that goes on seamlessly at the edges."""
    tall, wide = max(2, round(rows / down)), max(2, round(columns / across))
    grid = np.pad(random.standard_normal((tall, wide)), MARGIN, mode="wrap").astype(np.float32)
    size = round(columns / wide * (wide + 2 * MARGIN)), round(rows / tall * (tall + 2 * MARGIN))
    top, left = round(MARGIN * rows / tall), round(MARGIN * columns / wide)
    return resized(grid, *size)[top : top + rows, left : left + columns]
