"""The strokes that flowers are drawn with: blades along a bent spine, discs, and their turning."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
STEPS: Final = np.sin(np.linspace(0, 1, 18) * np.pi / 2) ** 1.15  # closer towards the tip
ROUND: Final = np.linspace(0, 2 * np.pi, 17)[:-1]
LEAF: Final = np.sin(np.pi * STEPS**0.8) ** 0.9
PETAL: Final = STEPS**0.75 * np.sqrt(1 - STEPS**5)
NARROW: Final = np.sin(np.pi * STEPS**0.65) ** 0.7
STRIDES: Final = np.diff(STEPS, append=1)[:, None]
STEM: Final = 1 - 0.55 * STEPS
NEIGHBOURS: Final = np.array([[x, y + x / 2] for x in (-1, 0, 1) for y in (-2, -1, 0, 1, 2)])


@dataclass(frozen=True, kw_only=True, eq=False)
class Patch:
    """One flat colour of a print; the outline in cm."""

    outline: Points
    colour: str

    def copies(self, cell: float) -> Iterator[Points]:
        """Yield the outline wherever it shows in the cell: each column drops by half a cell."""
        low, high = self.outline.min(0), self.outline.max(0)
        steps = NEIGHBOURS * cell
        seen = ((high + steps > 0) & (low + steps < cell)).all(1)
        for step in steps[seen]:
            yield self.outline + step


def spine(at: Points, way: float, long: float, bend: float) -> Points:
    """Return a line that starts at a point and turns by `bend` radians over its length."""
    turn = way + bend * STEPS
    steps = np.stack([np.cos(turn), np.sin(turn)], 1) * (long * STRIDES)
    return at + np.concatenate([np.zeros((1, 2)), np.cumsum(steps[:-1], 0)])


def blade(line: Points, left: Points, right: Points) -> Points:
    """Return the outline around a spine, so many cm to its left and right."""
    along = np.empty_like(line)
    along[1:-1], along[0], along[-1] = line[2:] - line[:-2], line[1] - line[0], line[-1] - line[-2]
    along /= np.hypot(along[:, 0], along[:, 1])[:, None] + 1e-9
    aside = np.stack([along[:, 1], -along[:, 0]], 1)
    return np.concatenate([line + aside * left[:, None], (line - aside * right[:, None])[::-1]])


def leaf(line: Points, wide: float, colours: tuple[str, str, str]) -> list[Patch]:
    """Return a leaf with a light and a dark half and a fine rib."""
    light, dark, rib = colours
    half, none = wide / 2 * LEAF, np.zeros(len(STEPS))
    vein = 0.035 * wide * STEM
    return [
        Patch(outline=blade(line, half, none), colour=light),
        Patch(outline=blade(line, none, half), colour=dark),
        Patch(outline=blade(line[:-2], vein[:-2], vein[:-2]), colour=rib),
    ]


def petal(
    line: Points, wide: float, colours: tuple[str, str, str], shape: Points = PETAL
) -> list[Patch]:
    """Return a petal: its rim, its face, and the shadow at its foot."""
    rim, face, foot = colours
    half = wide / 2 * shape
    inner = line[0] + (line - line[0]) * 0.92
    short = line[0] + (line - line[0]) * 0.52
    return [
        Patch(outline=blade(line, half, half), colour=rim),
        Patch(outline=blade(inner, 0.84 * half, 0.90 * half), colour=face),
        Patch(outline=blade(short, 0.50 * half, 0.44 * half), colour=foot),
    ]


def stem(line: Points, thick: float, colour: str) -> Patch:
    half = thick / 2 * STEM
    return Patch(outline=blade(line, half, half), colour=colour)


def disc(at: Points, radius: float, colour: str) -> Patch:
    ring = np.stack([np.cos(ROUND), np.sin(ROUND)], 1) * radius
    return Patch(outline=at + ring, colour=colour)


def tilted(patches: Iterable[Patch], at: Points, way: float, flat: float) -> list[Patch]:
    """Return a flower seen from aside: pressed to a share of its height, in one direction."""
    axis = np.array([np.cos(way), np.sin(way)])
    press = np.eye(2) - (1 - flat) * np.outer(axis, axis)
    return [replace(patch, outline=at + (patch.outline - at) @ press) for patch in patches]


def moved(patches: Iterable[Patch], way: float, to: Points) -> list[Patch]:
    """Return patches turned about the origin and put where they belong."""
    turn = turned(way)
    return [replace(patch, outline=patch.outline @ turn + to) for patch in patches]


def turned(way: float) -> Points:
    """Return the matrix that turns rows of points by so many radians."""
    return np.array([[np.cos(way), np.sin(way)], [-np.sin(way), np.cos(way)]])
