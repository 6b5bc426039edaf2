"""Where the flowers of a print lie: strewn without touching, large ones first, in no row."""

from collections.abc import Callable, Iterator
from typing import Final
from zlib import crc32

import numpy as np
from numpy.random import Generator

from shop.preview.draw.cloth import blossoms
from shop.preview.draw.cloth.blossoms import Brush
from shop.preview.draw.cloth.palettes import palette_of
from shop.preview.draw.cloth.petals import Patch, Points, moved, turned
from shop.preview.draw.cloth.yarns import Print

Motif = Callable[[Brush], list[Patch]]
PER_CM: Final = 10  # of the map of what is taken
FINE: Final = 14  # places per cm that a motif is said to fill
VARIANTS: Final = 24  # of one kind; each lies turned another way
TRIES: Final = 14  # places that are tried for each motif


def bouquet(print_: Print) -> list[Patch]:
    """Return the patches of a cell in the order they are drawn, lengths in cm."""
    random = np.random.default_rng(crc32(repr(print_).encode()))
    brush = Brush(random=random, palette=palette_of(print_))
    layers = _GARDEN if print_.kind == "garden" else _MEADOW
    patches: list[Patch] = []
    for layer in layers:
        taken = _Taken(print_.cell)
        for motif, count, gap in layer:
            variants = [motif(brush) for _ in range(min(count, VARIANTS))]
            fillings = [_filling(variant) for variant in variants]
            for i in range(count):
                found = _place(random, fillings[i % VARIANTS], taken, gap)
                if found:
                    patches += moved(variants[i % VARIANTS], *found)
    return patches


def _place(
    random: Generator, filling: Points, taken: "_Taken", gap: float
) -> tuple[float, Points] | None:
    """Return a turn and a place where there is room, or nothing after some tries."""
    for _ in range(TRIES):
        way, to = random.uniform(0, 2 * np.pi), random.uniform(0, taken.cell, 2)
        if taken.takes(filling @ turned(way) + to, gap):
            return way, to
    return None


def _filling(patches: list[Patch]) -> Points:
    """Return the places that a motif fills: its outlines, and lines across them."""
    outlines = [patch.outline for patch in patches]
    across = [(outline + outline[::-1]) / 2 for outline in outlines]
    return np.unique((np.concatenate(outlines + across) * FINE).round(), axis=0) / FINE


class _Taken:
    """A coarse map of the cell that wraps as the print does."""

    def __init__(self, cell: float) -> None:
        self.cell = cell
        self._size = round(cell * PER_CM)
        self._map = np.zeros((self._size, self._size), bool)

    def takes(self, places: Points, gap: float) -> bool:
        """Return whether there is room, and keep it with a gap around."""
        row, column = self._squares(places)
        if self._map[row, column].any():
            return False
        for down, across in _around(max(1, round(gap * PER_CM))):
            self._map[self._squares(places + np.array([across, down]) / PER_CM)] = True
        return True

    def _squares(self, places: Points) -> tuple[Points, Points]:
        turns = np.floor(places[:, 0] / self.cell)
        across = places[:, 0] - turns * self.cell
        down = np.mod(places[:, 1] - turns * self.cell / 2, self.cell)
        last = self._size - 1
        return (
            np.minimum((down * PER_CM).astype(int), last),
            np.minimum((across * PER_CM).astype(int), last),
        )


def _around(reach: int) -> Iterator[tuple[int, int]]:
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            if down * down + across * across <= reach * reach:
                yield down, across


def _stalk(head: str, long: float, size: float) -> Motif:
    return lambda brush: blossoms.stalk(
        brush, long * brush.random.uniform(0.8, 1.2), size * brush.random.uniform(0.8, 1.2), head
    )


def _sprig(long: float, leaves: int = 7, *, ghost: bool = False) -> Motif:
    return lambda brush: blossoms.sprig(
        brush,
        brush.palette.ghost if ghost else brush.palette.leaf,
        long * brush.random.uniform(0.75, 1.2),
        leaves=leaves,
    )


def _spike(long: float) -> Motif:
    return lambda brush: blossoms.spike(brush, long * brush.random.uniform(0.8, 1.2))


def _floret(size: float) -> Motif:
    return lambda brush: blossoms.floret(brush, size * brush.random.uniform(0.7, 1.3))


Layer = tuple[tuple[Motif, int, float], ...]  # what, how many are tried, cm left free around
_MEADOW: Final[tuple[Layer, ...]] = (
    ((_sprig(4.4, 9, ghost=True), 60, 0.2),),
    (
        (_stalk("wild rose", 4.0, 2.0), 15, 0.2),
        (_stalk("umbel", 4.4, 2.6), 12, 0.2),
        (_stalk("daisy", 3.6, 1.8), 14, 0.2),
        (_spike(4.2), 16, 0.2),
        (_stalk("bell", 3.2, 1.5), 20, 0.2),
        (_sprig(3.0), 24, 0.2),
        (_stalk("daisy", 2.2, 1.1), 40, 0.2),
        (_sprig(1.8, 5), 60, 0.2),
        (_floret(0.75), 160, 0.2),
        (_floret(0.42), 300, 0.2),
    ),
)
_GARDEN: Final[tuple[Layer, ...]] = (
    ((_sprig(7.0, 11, ghost=True), 50, 0.2),),
    (
        (_stalk("rose", 5.0, 3.5), 12, 0.25),
        (_stalk("rose", 4.2, 2.9), 12, 0.25),
        (_stalk("wild rose", 4.2, 2.4), 12, 0.25),
        (_stalk("bell", 4.4, 2.2), 12, 0.25),
        (_spike(4.6), 12, 0.25),
        (_sprig(4.2, 9), 24, 0.25),
        (_stalk("wild rose", 2.4, 1.4), 30, 0.22),
        (_sprig(2.2, 5), 50, 0.22),
        (_floret(0.8), 90, 0.25),
        (_floret(0.4), 200, 0.3),
    ),
)
