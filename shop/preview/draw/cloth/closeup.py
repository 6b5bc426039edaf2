"""Yarns from close by: round in section, diving below each other, with fibres that stand up."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw

from shop.preview.draw.cloth.crossings import mean_of, row, seed_of
from shop.preview.draw.cloth.prints import cut_of
from shop.preview.draw.cloth.weave import KNITTED, weave_of
from shop.preview.draw.cloth.yarns import Fabric, Yarns
from shop.preview.draw.raster.fields import Plane, blurred, gradient
from shop.preview.draw.raster.light import lit

FEWEST, MOST = 3, 16  # samples for a thread
WANDER: Final = 0.05, 0.9  # of a thread's width that it leaves its line; more where it has slubs
FLAT: Final = 1.72  # a yarn is a little narrower than its place
DIP: Final = 0.55  # how deep a yarn goes down beside a crossing
DEPTH: Final = 0.55  # light that reaches the lowest places
LEG: Final = 1.15  # courses that a leg of a stitch rises from its foot to its wale's edge
HAIRS: Final = 130  # per square centimetre of a cloth that is all nap


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """Samples over a square of cloth: whole numbers of them for every thread, so no bands."""

    fabric: Fabric
    cm: float
    samples: int  # wanted along one side

    @cached_property
    def ends(self) -> int:
        return int(np.ceil(self.cm * self.fabric.warp.per_cm))

    @cached_property
    def picks(self) -> int:
        return int(np.ceil(self.cm * self.fabric.weft.per_cm))

    @cached_property
    def per_end(self) -> int:
        return int(np.clip(round(self.samples / self.ends), FEWEST, MOST))

    @cached_property
    def per_pick(self) -> int:
        return int(np.clip(round(self.samples / self.picks), FEWEST, MOST))

    @property
    def shape(self) -> tuple[int, int]:
        return self.picks * self.per_pick, self.ends * self.per_end

    @property
    def seen(self) -> tuple[float, float]:
        """The samples (across, down) that the square takes up of the whole threads."""
        fabric = self.fabric
        return (
            self.cm * fabric.warp.per_cm * self.per_end,
            self.cm * fabric.weft.per_cm * self.per_pick,
        )

    def spread(self, coarse: Plane) -> Plane:
        """Return coarse numbers over all samples."""
        image = Image.fromarray(np.ascontiguousarray(coarse, np.float32))
        return np.asarray(image.resize(self.shape[::-1], Image.Resampling.BICUBIC))


def closeup(grid: Grid) -> Plane:
    """Return the light (3, rows, columns) of the grid; its mean is the cloth's from afar."""
    fabric = grid.fabric
    random = np.random.default_rng(seed_of(fabric))
    knitted = fabric.weave == KNITTED
    shade, up = _knitted(grid, random) if knitted else _relief(grid, random)
    _roughen(shade, grid, random)
    light = _colours(grid, up, random)
    light *= shade / shade.mean()
    if fabric.nap:
        light = np.stack([_napped(plane, grid) for plane in light])
        light *= _hairs(grid, random)
    if fabric.printed:
        wide, tall = grid.ends / fabric.warp.per_cm, grid.picks / fabric.weft.per_cm
        light *= cut_of(fabric.printed, grid.shape, (wide, tall)) / mean_of(fabric)[:, None, None]
    return light


def _relief(grid: Grid, random: Generator) -> tuple[Plane, Plane]:
    """Return the light on the yarns, and where the warp shows: on top, beside what it covers."""
    fabric = grid.fabric
    rows, columns = grid.shape
    aside = max(3, int(2.4 * grid.cm))
    u = (np.arange(columns, dtype=np.float32) + np.float32(0.5)) / np.float32(grid.per_end)
    v = (np.arange(rows, dtype=np.float32) + np.float32(0.5)) / np.float32(grid.per_pick)
    u = u[None] + _wander(fabric.warp) * grid.spread(_random(random, aside, grid.ends * 2 // 3))
    v = v[:, None] + _wander(fabric.weft) * grid.spread(_random(random, grid.picks * 2 // 3, aside))
    end, pick = np.floor(u).astype(np.int16), np.floor(v).astype(np.int16)
    beside, above = u - end - np.float32(0.5), v - pick - np.float32(0.5)
    draft = weave_of(fabric.weave, fabric.turn).astype(bool)
    tall, wide = draft.shape
    up = draft[pick % tall, end % wide]
    stays = draft[(pick + np.where(above > 0, 1, -1).astype(np.int16)) % tall, end % wide]
    floats = ~draft[pick % tall, (end + np.where(beside > 0, 1, -1).astype(np.int16)) % wide]
    warp = _section(beside) * _dip(above, stays)
    weft = _section(above) * _dip(beside, floats)
    height = np.where(up, warp, weft * np.float32(1 - 0.25 * fabric.cover))
    spills = ~up & (np.abs(beside) > np.float32(0.5 - fabric.cover / 2))
    height = np.where(spills, np.maximum(height, np.float32(0.45)), height)
    twist = np.where(up, np.sin(7 * beside + 5 * v), np.sin(7 * above + 5 * u))
    across, down = gradient(height)
    finest = min(grid.per_end, grid.per_pick)
    found = lit(across * np.float32(0.85 * finest), down * np.float32(0.85 * finest))
    low = np.float32(DEPTH)
    shade = found.shade * (low + (1 - low) * height) * (1 + np.float32(0.03) * twist)
    shade += np.float32(0.03 * fabric.gloss) * found.sheen
    return shade.astype(np.float32), up | spills


def _wander(yarns: Yarns) -> np.float32:
    return np.float32(min(0.22, WANDER[0] + WANDER[1] * yarns.slub))


def _knitted(grid: Grid, random: Generator) -> tuple[Plane, Plane]:
    """Return the light on courses of stitches; each is a V, and sits in the one below."""
    rows, columns = grid.shape
    aside = max(3, int(2.4 * grid.cm))
    u = (np.arange(columns, dtype=np.float32) + np.float32(0.5)) / np.float32(grid.per_end)
    v = (np.arange(rows, dtype=np.float32) + np.float32(0.5)) / np.float32(grid.per_pick)
    u = u[None] + np.float32(0.05) * grid.spread(_random(random, aside * 4, grid.ends))
    v = v[:, None] + np.float32(0.06) * grid.spread(_random(random, grid.picks, aside * 4))
    beside = np.abs(u - np.floor(u) - np.float32(0.5))
    course = v - np.float32(LEG) * beside
    inside = course - np.floor(course) - np.float32(0.5)
    leg = np.sqrt(np.clip(1 - ((beside - np.float32(0.25)) / np.float32(0.30)) ** 2, 0.03, 1))
    height = leg * (np.float32(0.55) + np.float32(0.45) * _section(inside))
    across, down = gradient(height)
    found = lit(across * np.float32(5), down * np.float32(5))
    shade = found.shade * (np.float32(0.45) + np.float32(0.55) * height)
    return shade.astype(np.float32), np.zeros(shade.shape, bool)


def _random(random: Generator, rows: int, columns: int) -> Plane:
    return random.standard_normal((rows, columns), dtype=np.float32)


def _section(away: Plane) -> Plane:
    return np.sqrt(np.clip(1 - (np.float32(FLAT) * away) ** 2, np.float32(0.03), 1))


def _dip(away: Plane, goes_on: Plane) -> Plane:
    return np.where(goes_on, np.float32(1), 1 - np.float32(4 * DIP) * away * away)


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
        up, np.float32(0.6 * fabric.warp.slub) * slow_warp,
        np.float32(0.6 * fabric.weft.slub) * slow_weft,
    )  # fmt: skip
    if fabric.melange:
        flecks = _random(random, int(14 * grid.cm) + 2, int(14 * grid.cm) + 2)
        slubs += np.float32(2.0 * fabric.melange) * grid.spread(flecks)
    light = np.clip(1 + slubs, np.float32(0.4), np.float32(1.6))
    return np.stack(
        [
            np.where(up, np.repeat(one, grid.per_end)[None],
                     np.repeat(two, grid.per_pick)[:, None]) * light
            for one, two in zip(warp, weft, strict=True)
        ]
    )  # fmt: skip


def _own(count: int, slub: float, random: Generator) -> Plane:
    own = 1 + np.float32(0.55 * slub) * random.standard_normal(count, dtype=np.float32)
    return np.clip(own, 0.5, 1.5)


def _napped(plane: Plane, grid: Grid) -> Plane:
    """Return the yarns behind raised fibres."""
    nap = np.float32(grid.fabric.nap)
    soft = blurred(plane, 0.010 * grid.per_end * grid.fabric.warp.per_cm * grid.fabric.nap + 0.5)
    return plane * (1 - 0.85 * nap) + soft * (0.85 * nap)


def _hairs(grid: Grid, random: Generator) -> Plane:
    """Return single fibres, some lighter and some darker than the cloth, in all directions."""
    rows, columns = grid.shape
    per_cm = columns / grid.cm
    image = Image.new("L", (columns, rows), 128)
    draw = ImageDraw.Draw(image)
    steps = np.linspace(0, 1, 7)
    for _ in range(int(HAIRS * grid.fabric.nap * grid.cm**2 * 4)):
        x, y = random.uniform(0, columns), random.uniform(0, rows)
        way, bend = random.uniform(0, 2 * np.pi), random.normal(0, 1.4)
        long = random.uniform(0.04, 0.16) * per_cm
        turn = way + bend * steps
        xs, ys = x + np.cumsum(np.cos(turn)) * long / 7, y + np.cumsum(np.sin(turn)) * long / 7
        tone = 128 + int(random.choice((-34, 40)) * grid.fabric.nap)
        draw.line(list(zip(xs.tolist(), ys.tolist(), strict=True)), fill=tone, width=1)
    return blurred(np.asarray(image, np.float32) / 128, 0.7)
