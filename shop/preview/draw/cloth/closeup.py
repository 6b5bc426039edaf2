"""Cloth from close by: the light on its yarns, their colours, and the fibres that stand up."""

from typing import Final

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw

from shop.preview.draw.cloth.crossings import mean_of, row, seed_of
from shop.preview.draw.cloth.grid import Grid
from shop.preview.draw.cloth.prints import cut_of
from shop.preview.draw.cloth.relief import relief
from shop.preview.draw.planes.fields import Plane, blurred

HAIRS: Final = 2200  # per square centimetre of a cloth that is all nap
MOST_HAIRS: Final = 16_000
HAIR_CM: Final = 0.05, 0.22
BENDS: Final = 6
MIDDLE: Final = 128  # grey that changes nothing
FLECKS: Final = 14  # of a melange along a centimetre


def closeup(grid: Grid) -> Plane:
    """Return the light (3, rows, columns) of the grid; its mean is the cloth's from afar."""
    fabric = grid.fabric
    random = np.random.default_rng(seed_of(fabric))
    shade, up = relief(grid, random)
    _roughen(shade, grid, random)
    light = _colours(grid, up, random)
    light *= shade / shade.mean()
    if fabric.nap:
        for plane in light:
            plane[:] = _napped(plane, grid)
        light *= _hairs(grid, random)
    if fabric.printed:
        wide, tall = grid.ends / fabric.warp.per_cm, grid.picks / fabric.weft.per_cm
        light /= mean_of(fabric)[:, None, None]
        light *= cut_of(fabric.printed, grid.shape, (wide, tall))
    return light


def _random(random: Generator, rows: int, columns: int) -> Plane:
    return random.standard_normal((rows, columns), dtype=np.float32)


def _roughen(shade: Plane, grid: Grid, random: Generator) -> None:
    """Add fibres along the yarns and grain."""
    shade *= 1 + np.float32(0.035) * _random(random, *grid.shape)
    fine = _random(random, grid.picks * 2, grid.ends * 2)
    shade *= np.clip(1 + np.float32(0.5 * grid.fabric.grain + 0.012) * grid.spread(fine), 0.5, 1.5)


def _colours(grid: Grid, up: Plane, random: Generator) -> Plane:
    """Return the yarns' colours, thick and thin places, fibres of two colours."""
    fabric = grid.fabric
    warp = row(fabric.warp.colours, grid.ends) * _own(grid.ends, fabric.warp.slub, random)
    weft = row(fabric.weft.colours, grid.picks) * _own(grid.picks, fabric.weft.slub, random)
    length = max(3, int(3 * grid.cm / fabric.warp.slub_cm))
    slow_warp = grid.spread(_random(random, length, grid.ends))
    slow_weft = grid.spread(_random(random, grid.picks, length))
    slubs = np.where(
        up,
        np.float32(0.6 * fabric.warp.slub) * slow_warp,
        np.float32(0.6 * fabric.weft.slub) * slow_weft,
    )
    if fabric.melange:
        flecks = _random(random, int(FLECKS * grid.cm) + 2, int(FLECKS * grid.cm) + 2)
        slubs += np.float32(2.0 * fabric.melange) * grid.spread(flecks)
    light = np.clip(1 + slubs, np.float32(0.4), np.float32(1.6))
    return np.stack(
        [
            np.where(up, np.repeat(one, grid.per_end)[None], np.repeat(two, grid.per_pick)[:, None])
            * light
            for one, two in zip(warp, weft, strict=True)
        ]
    )


def _own(count: int, slub: float, random: Generator) -> Plane:
    own = 1 + np.float32(0.55 * slub) * random.standard_normal(count, dtype=np.float32)
    return np.clip(own, 0.5, 1.5)


def _napped(plane: Plane, grid: Grid) -> Plane:
    """Return the yarns behind raised fibres."""
    nap = np.float32(grid.fabric.nap)
    soft = blurred(plane, float(nap) * (0.5 + 0.016 * grid.per_end * grid.fabric.warp.per_cm))
    return plane * (1 - 0.95 * nap) + soft * (0.95 * nap)


def _hairs(grid: Grid, random: Generator) -> Plane:
    """Return single fibres, some lighter and some darker than the cloth, in all directions."""
    rows, columns = grid.shape
    nap = grid.fabric.nap
    image = Image.new("L", (columns, rows), MIDDLE)
    draw = ImageDraw.Draw(image)
    count = min(MOST_HAIRS, int(HAIRS * nap * grid.cm**2))
    steps = np.linspace(0, 1, BENDS)
    turn = random.uniform(0, 2 * np.pi, (count, 1)) + random.normal(0, 1.3, (count, 1)) * steps
    long = random.uniform(*HAIR_CM, (count, 1)) * columns / grid.cm / BENDS
    x = random.uniform(0, columns, (count, 1)) + np.cumsum(np.cos(turn), 1) * long
    y = random.uniform(0, rows, (count, 1)) + np.cumsum(np.sin(turn), 1) * long
    tones = (MIDDLE + np.array([-52, 58])[random.integers(0, 2, count)] * nap).astype(int).tolist()
    for points, tone in zip(np.stack([x, y], 2).reshape(count, -1).tolist(), tones, strict=True):
        draw.line(points, fill=tone, width=1)
    return blurred(np.asarray(image, np.float32) / MIDDLE, 0.7)
