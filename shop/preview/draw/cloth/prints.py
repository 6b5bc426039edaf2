"""Prints: blossoms and dots drawn by rule, half-drop, multiplied by the weave below."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw

from shop.preview.draw.cloth.fabric import Print
from shop.preview.draw.colours import mixed
from shop.preview.draw.raster.fields import Plane, resized
from shop.preview.draw.raster.tone import linear

PER_CM: Final = 44
FINE: Final = 2
Put = Callable[[float, float], None]
Place = tuple[float, float]


def printed(print_: Print, planes: Plane, wide: float, tall: float) -> Plane:
    """Return the cloth with the print on it; the piece must be whole repeats."""
    picture = _drawn(print_, wide, tall)
    rows, columns = planes.shape[1:]
    weave = planes.mean(0)
    weave = weave / weave.mean()
    return np.stack([np.clip(resized(plane, columns, rows), 0, 1) * weave for plane in picture])


@lru_cache(maxsize=8)
def _drawn(print_: Print, wide: float, tall: float) -> Plane:
    size = round(wide * PER_CM * FINE), round(tall * PER_CM * FINE)
    image = Image.new("RGB", size, print_.ground)
    draw = ImageDraw.Draw(image)
    if print_.kind == "dots":
        _dots(draw, print_, size)
    else:
        _meadow(draw, print_, wide, tall)
    small = np.asarray(image.reduce(FINE), np.float32) / 255
    return linear(small).transpose(2, 0, 1)


def _dots(draw: ImageDraw.ImageDraw, print_: Print, size: tuple[int, int]) -> None:
    """Draw dots on a half-drop grid, two to a repeat."""
    across = max(1, round(size[0] / (PER_CM * FINE * print_.repeat)))
    down = max(1, round(size[1] / (PER_CM * FINE * print_.repeat)))
    radius = 0.13 * print_.repeat * PER_CM * FINE
    for column in range(2 * across + 1):
        for row in range(-1, down + 1):
            x = column * size[0] / (2 * across)
            y = (row + (0.5 if column % 2 else 0)) * size[1] / down
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=print_.accent)


def _meadow(draw: ImageDraw.ImageDraw, print_: Print, wide: float, tall: float) -> None:
    """Strew three sizes of blossom and leaves so that none touches and no row shows."""
    random = np.random.default_rng(crc32(repr(print_).encode()))
    scale = PER_CM * FINE
    taken: list[tuple[float, float, float]] = []
    kinds = ((_rose, 2.6), (_daisy, 1.7), (_sprig, 1.15), (_bud, 0.6))
    for paint, room in kinds:
        count = int(1.1 * wide * tall / room**2)
        for x, y in _strewn(random, taken, room, count, (wide, tall)):
            seed = int(random.integers(2**31))
            for dx, dy in _copies(x, y, room, wide, tall):
                paint(draw, np.random.default_rng(seed), (dx * scale, dy * scale), scale, print_)


def _strewn(
    random: Generator,
    taken: list[tuple[float, float, float]],
    room: float,
    count: int,
    size: tuple[float, float],
) -> list[Place]:
    found: list[Place] = []
    for _ in range(count * 12):
        x, y = random.uniform(0, size[0]), random.uniform(0, size[1])
        if all(_apart((x, y), (px, py), size) > (room + other) / 2 for px, py, other in taken):
            taken.append((x, y, room))
            found.append((x, y))
        if len(found) >= count:
            break
    return found


def _apart(one: Place, two: Place, size: tuple[float, float]) -> float:
    dx, dy = abs(one[0] - two[0]), abs(one[1] - two[1])
    return math.hypot(min(dx, size[0] - dx), min(dy, size[1] - dy))


def _copies(x: float, y: float, room: float, wide: float, tall: float) -> list[Place]:
    """Return the place, and where it comes in again over the edges."""
    return [
        (x + dx, y + dy)
        for dx in (-wide, 0, wide)
        for dy in (-tall, 0, tall)
        if -room < x + dx < wide + room and -room < y + dy < tall + room
    ]


def _palette(print_: Print) -> tuple[str, str, str, str]:
    """Return blossom, pale blossom, leaf and dark leaf in the print's own two colours."""
    deep = crc32(print_.ground.encode()) % 2
    leaf = mixed(mixed(print_.accent, "#5f7d58", 0.75), print_.ground, 0.1 * deep)
    warm = mixed(print_.accent, "#c8646a", 0.55)
    return warm, mixed(warm, "#f6e7da", 0.55), leaf, mixed(leaf, "#2c3d33", 0.35)


def _petal(
    draw: ImageDraw.ImageDraw, at: Place, angle: float, size: tuple[float, float], fill: str
) -> None:
    long, wide = size
    cos, sin = math.cos(angle), math.sin(angle)
    points = []
    for i in range(22):
        t = i / 22 * 2 * math.pi
        x = long * 0.5 * (1 - math.cos(t))
        y = wide * 0.5 * math.sin(t) * (1 - 0.25 * math.cos(t))
        points.append((at[0] + x * cos - y * sin, at[1] + x * sin + y * cos))
    draw.polygon(points, fill=fill)


def _rose(
    draw: ImageDraw.ImageDraw, random: Generator, at: Place, scale: float, print_: Print
) -> None:
    warm, pale, leaf, dark = _palette(print_)
    size, turn = scale * random.uniform(0.62, 0.85), random.uniform(0, 6.28)
    for i, (way, reach) in enumerate(((0.4, 1.75), (1.15, 1.45), (3.5, 1.6))):
        _petal(draw, at, turn + way, (size * reach, 0.46 * size), (leaf, dark)[i % 2])
    one, two = (warm, pale) if random.random() < 0.6 else (pale, warm)  # noqa: PLR2004
    for ring, (count, reach, fill) in enumerate(
        ((6, 1.0, one), (5, 0.72, mixed(one, two, 0.45)), (4, 0.45, two))
    ):
        for i in range(count):
            way = turn + 0.5 * ring + i * 2 * math.pi / count + random.normal(0, 0.06)
            _petal(draw, at, way, (size * reach, 0.95 * size * reach), fill)


def _daisy(
    draw: ImageDraw.ImageDraw, random: Generator, at: Place, scale: float, print_: Print
) -> None:
    warm, pale, leaf, dark = _palette(print_)
    size, turn = scale * random.uniform(0.34, 0.48), random.uniform(0, 6.28)
    _petal(draw, at, turn + 0.6, (1.9 * size, 0.55 * size), leaf)
    _petal(draw, at, turn + 3.4, (1.6 * size, 0.5 * size), dark)
    fill = print_.accent if random.random() < 0.5 else pale  # noqa: PLR2004
    for i in range(7):
        _petal(draw, at, turn + i * 2 * math.pi / 7, (size, 0.5 * size), fill)
    heart = 0.24 * size
    draw.ellipse([at[0] - heart, at[1] - heart, at[0] + heart, at[1] + heart], fill=warm)


def _sprig(
    draw: ImageDraw.ImageDraw, random: Generator, at: Place, scale: float, print_: Print
) -> None:
    warm, _, leaf, dark = _palette(print_)
    size, turn = scale * random.uniform(0.5, 0.7), random.uniform(0, 6.28)
    tip = at[0] + size * math.cos(turn), at[1] + size * math.sin(turn)
    draw.line([at, tip], fill=dark, width=max(1, round(0.03 * scale)))
    for share, side in ((0.25, 1), (0.5, -1), (0.75, 1)):
        foot = at[0] + share * (tip[0] - at[0]), at[1] + share * (tip[1] - at[1])
        _petal(draw, foot, turn + 0.8 * side, (0.42 * size, 0.2 * size), leaf)
    bud = 0.1 * scale
    draw.ellipse([tip[0] - bud, tip[1] - bud, tip[0] + bud, tip[1] + bud], fill=warm)


def _bud(
    draw: ImageDraw.ImageDraw, random: Generator, at: Place, scale: float, print_: Print
) -> None:
    warm, pale, leaf, _ = _palette(print_)
    radius = scale * random.uniform(0.05, 0.085)
    fill = (warm, pale, leaf, print_.accent)[int(random.integers(4))]
    draw.ellipse([at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius], fill=fill)
