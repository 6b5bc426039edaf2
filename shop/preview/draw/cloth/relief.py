"""The light on yarns from close by: round in section, diving below each other, or knitted."""

from typing import Final

import numpy as np
from numpy.random import Generator

from shop.preview.draw.cloth.grid import Grid
from shop.preview.draw.cloth.weave import KNITTED, weave_of
from shop.preview.draw.cloth.yarns import Yarns
from shop.preview.draw.planes.fields import Plane, gradient
from shop.preview.draw.planes.light import lit

STRIP: Final = 96  # rows worked out at a time; a whole close-up would take a quarter of a gigabyte
STILL: Final = 0.05  # of a thread's width that it leaves its line
UNSTILL: Final = 1.5  # times its slubs
MOST_UNSTILL: Final = 0.24
WAVES: Final = 2.4  # that a thread makes in a centimetre
FLAT: Final = 1.72  # a yarn is a little narrower than its place
DIP: Final = 0.55  # how deep a yarn goes down beside a crossing
DEPTH: Final = 0.55  # light that reaches the lowest places
STEEP: Final = 0.85
HALF_HIDDEN: Final = 0.45  # height of the warp where it spills over the weft
LEG: Final = 1.15  # courses that a leg of a stitch rises from its foot to its wale's edge


def relief(grid: Grid, random: Generator) -> tuple[Plane, Plane]:
    """Return the light on the yarns, and where the warp shows: on top, beside what it covers."""
    across, down = _places(grid, random)
    rows = grid.shape[0]
    shade, shows = np.empty(grid.shape, np.float32), np.zeros(grid.shape, bool)
    for top in range(0, rows, STRIP):
        first, bottom = max(0, top - 1), min(rows, top + STRIP)
        part = slice(first, min(rows, bottom + 1))  # one more on either side tells the slope
        light, warp = _strip(grid, across[part], down[part])
        shade[top:bottom] = light[top - first :][: bottom - top]
        shows[top:bottom] = warp[top - first :][: bottom - top]
    return shade, shows


def _places(grid: Grid, random: Generator) -> tuple[Plane, Plane]:
    """Return how many threads each sample lies from the left and the top; they wander a little."""
    rows, columns = grid.shape
    aside = max(3, int(WAVES * grid.cm))
    across = (np.arange(columns, dtype=np.float32) + np.float32(0.5)) / np.float32(grid.per_end)
    down = (np.arange(rows, dtype=np.float32) + np.float32(0.5)) / np.float32(grid.per_pick)
    warp, weft = (
        _random(random, aside, grid.ends * 2 // 3),
        _random(random, grid.picks * 2 // 3, aside),
    )
    return (
        across[None] + _wander(grid.fabric.warp) * grid.spread(warp),
        down[:, None] + _wander(grid.fabric.weft) * grid.spread(weft),
    )


def _wander(yarns: Yarns) -> np.float32:
    return np.float32(min(MOST_UNSTILL, STILL + UNSTILL * yarns.slub))


def _random(random: Generator, rows: int, columns: int) -> Plane:
    return random.standard_normal((max(2, rows), max(2, columns)), dtype=np.float32)


def _strip(grid: Grid, u: Plane, v: Plane) -> tuple[Plane, Plane]:
    knitted = grid.fabric.weave == KNITTED
    height, shows, twist = _stitches(u, v) if knitted else _yarns(grid, u, v)
    across, down = gradient(height)
    steep = np.float32(STEEP * min(grid.per_end, grid.per_pick))
    found = lit(across * steep, down * steep)
    low = np.float32(DEPTH)
    shade = found.shade * (low + (1 - low) * height) * (1 + np.float32(0.03) * twist)
    return shade + np.float32(0.03 * grid.fabric.gloss) * found.sheen, shows


def _yarns(grid: Grid, u: Plane, v: Plane) -> tuple[Plane, Plane, Plane]:
    """Return height, where the warp shows, and the twist of the plies."""
    fabric = grid.fabric
    draft = weave_of(fabric.weave, fabric.turn).astype(bool)
    picks, ends = draft.shape
    end, pick = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    beside, above = u - end.astype(np.float32) - 0.5, v - pick.astype(np.float32) - 0.5
    up = draft[pick % picks, end % ends]
    stays = draft[(pick + np.where(above > 0, 1, -1)) % picks, end % ends]
    floats = ~draft[pick % picks, (end + np.where(beside > 0, 1, -1)) % ends]
    warp = _section(beside) * _dip(above, stays)
    weft = _section(above) * _dip(beside, floats) * np.float32(1 - 0.25 * fabric.cover)
    spills = ~up & (np.abs(beside) > np.float32(0.5 - fabric.cover / 2))
    height = np.where(up, warp, weft)
    height = np.where(spills, np.maximum(height, np.float32(HALF_HIDDEN)), height)
    twist = np.where(up, np.sin(7 * beside + 5 * v), np.sin(7 * above + 5 * u))
    return height, up | spills, twist


def _stitches(u: Plane, v: Plane) -> tuple[Plane, Plane, Plane]:
    """Return height, no warp, and no twist: each stitch is a V and sits in the one below."""
    beside = np.abs(u - np.floor(u) - np.float32(0.5))
    course = v - np.float32(LEG) * beside
    inside = course - np.floor(course) - np.float32(0.5)
    leg = np.sqrt(np.clip(1 - ((beside - np.float32(0.25)) / np.float32(0.30)) ** 2, 0.03, 1))
    height = leg * (np.float32(0.55) + np.float32(0.45) * _section(inside))
    return height, np.zeros(u.shape, bool), np.zeros(u.shape, np.float32)


def _section(away: Plane) -> Plane:
    return np.sqrt(np.clip(1 - (np.float32(FLAT) * away) ** 2, np.float32(0.03), 1))


def _dip(away: Plane, goes_on: Plane) -> Plane:
    return np.where(goes_on, np.float32(1), 1 - np.float32(4 * DIP) * away * away)
