"""Flowers, each drawn anew by chance: roses, daisies, bells, umbels and the leaves between them."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from shop.preview.draw.cloth import petals
from shop.preview.draw.cloth.palettes import Palette, Tones
from shop.preview.draw.cloth.petals import Patch, Points
from shop.preview.draw.colours import mixed

HERE = np.zeros(2)


@dataclass(frozen=True, kw_only=True, eq=False)
class Brush:
    """What every flower is drawn with: chance, and the colours of the print."""

    random: Generator
    palette: Palette


def _bloom(brush: Brush) -> Tones:
    return brush.palette.blooms[int(brush.random.integers(len(brush.palette.blooms)))]


def rose(brush: Brush, at: Points, size: float) -> list[Patch]:
    """Return an open rose of so many cm across, three rings of petals about a closed heart."""
    light, face, dark = _bloom(brush)
    pale, soft, deep = mixed(light, face, 0.2), mixed(light, face, 0.6), mixed(face, dark, 0.5)
    way, flat = brush.random.uniform(0, 6.28), brush.random.uniform(0.68, 0.95)
    lean = 0.32 * size * (1 - flat) * np.array([np.cos(way), np.sin(way)])
    patches: list[Patch] = []
    rings = (
        (7, 0.50, (pale, soft, face)),
        (7, 0.41, (pale, soft, face)),
        (6, 0.32, (soft, face, deep)),
        (5, 0.235, (soft, deep, dark)),
        (4, 0.15, (face, dark, dark)),
        (3, 0.085, (soft, deep, dark)),
    )
    for ring, (count, reach, tones) in enumerate(rings):
        start = brush.random.uniform(0, 6.28)
        for i in range(count):
            turn = start + 2 * np.pi * i / count + brush.random.normal(0, 0.10)
            long = size * reach * brush.random.uniform(0.92, 1.06)
            foot = at + lean * ring / len(rings)
            line = petals.spine(foot, turn, long, brush.random.normal(0, 0.35))
            patches += petals.petal(line, 1.12 * long, tones)
    return petals.tilted(patches, at, way, flat)


def wild_rose(brush: Brush, at: Points, size: float) -> list[Patch]:
    """Return five broad petals with a ring of stamens."""
    light, face, dark = _bloom(brush)
    start, flat = brush.random.uniform(0, 6.28), brush.random.uniform(0.6, 1)
    patches: list[Patch] = []
    for i in range(5):
        turn = start + 2 * np.pi * i / 5 + brush.random.normal(0, 0.07)
        long = size / 2 * brush.random.uniform(0.92, 1.05)
        line = petals.spine(at, turn, long, brush.random.normal(0, 0.25))
        patches += petals.petal(line, 0.98 * long, (light, face, dark))
    for i in range(9):
        turn, reach = 2 * np.pi * i / 9, 0.15 * size * brush.random.uniform(0.8, 1.2)
        place = at + reach * np.array([np.cos(turn), np.sin(turn)])
        patches.append(petals.disc(place, 0.028 * size, brush.palette.heart[i % 2]))
    patches.append(petals.disc(at, 0.075 * size, brush.palette.heart[1]))
    return petals.tilted(patches, at, brush.random.uniform(0, 6.28), flat)


def daisy(brush: Brush, at: Points, size: float) -> list[Patch]:
    """Return many narrow petals, no two of one length, about a golden heart."""
    tones = brush.palette.white if brush.random.random() < 0.6 else _bloom(brush)  # noqa: PLR2004
    count, start = int(brush.random.integers(12, 17)), brush.random.uniform(0, 6.28)
    patches: list[Patch] = []
    for i in range(count):
        turn = start + 2 * np.pi * i / count + brush.random.normal(0, 0.05)
        long = size / 2 * brush.random.uniform(0.84, 1.05)
        line = petals.spine(at, turn, long, brush.random.normal(0, 0.2))
        patches += petals.petal(line, 0.19 * size, tones, petals.NARROW)[:2]
    patches.append(petals.disc(at, 0.145 * size, brush.palette.heart[2]))
    patches.append(petals.disc(at - 0.015 * size, 0.125 * size, brush.palette.heart[1]))
    patches.append(petals.disc(at - 0.03 * size, 0.075 * size, brush.palette.heart[0]))
    return petals.tilted(patches, at, brush.random.uniform(0, 6.28), brush.random.uniform(0.5, 1))


def bell(brush: Brush, at: Points, size: float, way: float) -> list[Patch]:
    """Return a flower from the side, half open, in its cup."""
    light, face, dark = _bloom(brush)
    patches: list[Patch] = []
    for spread, tones in (
        (0.42, (face, dark, dark)),
        (-0.42, (face, dark, dark)),
        (0.62, (light, face, dark)),
        (-0.62, (light, face, dark)),
        (0.0, (light, face, dark)),
    ):
        long = size * brush.random.uniform(0.88, 1.0) * (1 - 0.18 * abs(spread))
        line = petals.spine(at, way + spread, long, -0.5 * spread)
        patches += petals.petal(line, 0.62 * size, tones)
    for spread in (-0.75, 0.75, 0.0):
        line = petals.spine(at, way + spread, 0.42 * size, -spread)
        patches += petals.leaf(line, 0.16 * size, brush.palette.leaf)[:2]
    return patches


def umbel(brush: Brush, at: Points, size: float, way: float) -> list[Patch]:
    """Return a lace flower: rays that end in clusters of tiny white blossoms."""
    patches: list[Patch] = []
    heads: list[Patch] = []
    for spread in np.linspace(-0.95, 0.95, 8):
        long = size * brush.random.uniform(0.72, 0.95)
        line = petals.spine(at, way + spread, long, -0.35 * spread)
        patches.append(petals.stem(line, 0.035 * size, brush.palette.leaf[1]))
        for _ in range(8):
            place = line[-1] + brush.random.normal(0, 0.085 * size, 2)
            heads.append(
                petals.disc(
                    place,
                    size * brush.random.uniform(0.03, 0.05),
                    brush.palette.white[int(brush.random.integers(3))],
                )
            )
    return patches + heads


def sprig(brush: Brush, tones: Tones, long: float, *, leaves: int = 7) -> list[Patch]:
    """Return a bent stem with leaves to both sides, smaller towards the tip."""
    line = petals.spine(HERE, 0, long, brush.random.normal(0, 0.6))
    patches = [petals.stem(line, 0.022 * long, tones[2])]
    for i in range(leaves):
        share = 0.14 + 0.80 * i / leaves
        at, way = _place(line, share)
        side = 1 if i % 2 else -1
        size = long * 0.30 * (1.08 - 0.6 * share) * brush.random.uniform(0.85, 1.15)
        stalk = petals.spine(at, way + side * brush.random.uniform(0.6, 0.95), size, -0.5 * side)
        patches += petals.leaf(stalk, 0.36 * size, tones)
    tip, way = _place(line, 1)
    patches += petals.leaf(petals.spine(tip, way, 0.16 * long, 0.2), 0.06 * long, tones)
    return patches


def spike(brush: Brush, long: float) -> list[Patch]:
    """Return a stem of small blossoms, closed ones at the tip: a lavender, a larkspur."""
    light, face, dark = _bloom(brush)
    line = petals.spine(HERE, 0, long, brush.random.normal(0, 0.5))
    patches = [petals.stem(line, 0.02 * long, brush.palette.leaf[1])]
    for share in (0.12, 0.26):
        at, way = _place(line, share)
        for side in (1, -1):
            stalk = petals.spine(at, way + 0.6 * side, 0.34 * long, -0.6 * side)
            patches += petals.leaf(stalk, 0.055 * long, brush.palette.leaf)
    for i, share in enumerate(np.linspace(0.42, 1, 9)):
        at, way = _place(line, share)
        size = long * 0.115 * (1.25 - 0.75 * share)
        for side in (1, -1, 0):
            bud = petals.spine(at, way + side * (1.0 - 0.4 * share), size, -0.5 * side)
            patches += petals.petal(
                bud, 0.8 * size, ((light, face, dark), (face, dark, dark))[i % 2]
            )[:2]
    return patches


def stalk(brush: Brush, long: float, size: float, head: str) -> list[Patch]:
    """Return a flower on its stem with a few leaves and perhaps a bud."""
    bend = brush.random.normal(0, 0.55)
    line = petals.spine(HERE, 0, long, bend)
    patches = [petals.stem(line, max(0.05, 0.030 * size), brush.palette.leaf[1])]
    for share in (0.22, 0.40, 0.62)[: int(brush.random.integers(2, 4))]:
        at, way = _place(line, share)
        side = brush.random.choice((-1, 1))
        length = 0.40 * long * brush.random.uniform(0.8, 1.1) * (1.15 - 0.5 * share)
        blade = petals.spine(at, way + side * brush.random.uniform(0.45, 0.8), length, -0.7 * side)
        patches += petals.leaf(blade, 0.25 * length, brush.palette.leaf)
    if brush.random.random() < 0.6:  # noqa: PLR2004
        at, way = _place(line, 0.5)
        side = brush.random.choice((-1, 1))
        twig = petals.spine(at, way + 0.7 * side, 0.42 * long, -0.4 * side)
        patches.append(petals.stem(twig, 0.026 * size, brush.palette.leaf[1]))
        patches += bell(brush, twig[-1], 0.42 * size, float(way + 0.4 * side))
    tip, way = _place(line, 1)
    return patches + _head(head, brush, tip, size=size, way=float(way))


def _head(head: str, brush: Brush, at: Points, *, size: float, way: float) -> list[Patch]:
    match head:
        case "rose":
            return rose(brush, at, size)
        case "wild rose":
            return wild_rose(brush, at, size)
        case "daisy":
            return daisy(brush, at, size)
        case "umbel":
            return umbel(brush, at, 0.8 * size, way)
        case _:
            return bell(brush, at, 0.75 * size, way)


def floret(brush: Brush, size: float) -> list[Patch]:
    """Return a tiny blossom with four or five petals."""
    light, face, dark = _bloom(brush)
    count = int(brush.random.integers(4, 6))
    patches: list[Patch] = []
    for i in range(count):
        line = petals.spine(HERE, 2 * np.pi * i / count, size / 2, 0.2)
        patches += petals.petal(line, 0.46 * size, (light, face, dark))[:2]
    patches.append(petals.disc(HERE, 0.09 * size, brush.palette.heart[0]))
    return patches


def _place(line: Points, share: float) -> tuple[Points, float]:
    """Return a point of the line and which way it goes there."""
    at = min(int(np.searchsorted(petals.STEPS, share)), len(line) - 2)
    step = line[at + 1] - line[at]
    return (line[-1] if share >= 1 else line[at]), float(np.arctan2(step[1], step[0]))
