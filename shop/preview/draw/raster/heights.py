"""Folds, rolls, drape and puckers: how high the cloth stands over its form, in cm."""

from typing import Final

import numpy as np

from shop.geometry.curves import sampled, through
from shop.preview.draw.drawing import Fold, Panel, Roll, Wave
from shop.preview.draw.planes.fields import Plane, blurred, eased, noise, resized
from shop.preview.draw.raster.canvas import Box, Canvas
from shop.preview.draw.raster.distance import near
from shop.preview.draw.raster.hands import Fall
from shop.preview.draw.tailor import wander
from shop.preview.draw.waves import height_at

REACH: Final = 2.6  # widths of a fold that are still seen
KNOTS: Final = np.linspace(0, 1, 7)
STEEP, SHALLOW = 0.66, 1.34  # flanks of a fold, in shares of its width
DRAPE_CELL: Final = 26.0, 5.0  # cm down and across: cloth hangs
PUCKER: Final = 0.03  # cm along a seam
GROOVE: Final = 0.045
CRUMPLE_CELL: Final = 4.2, 3.2


def height_of(panel: Panel, canvas: Canvas, box: Box, step: int, *, fall: Fall) -> Plane:
    """Return the height over the panel's form at every `step`-th pixel of the box."""
    x, y = canvas.grid(box, step)
    height = np.zeros((y.shape[0], x.shape[1]), np.float32)
    for i, fold in enumerate(panel.folds):
        _add_fold(height, x, y, fold, f"{panel.name}{i}")
    height *= np.float32(fall.loose)
    for roll in panel.rolls:
        _add_roll(height, x, y, roll)
    per_cm = canvas.scale / step
    if panel.drape:
        height += np.float32(panel.drape) * _drape(panel.name, height.shape, per_cm)
    if panel.wave:
        height += _waving(panel.wave, panel.name, x, y, per_cm)
    if panel.stitches or panel.seams:
        height += _puckers(panel, canvas, box, step)
    if fall.crumple and panel.drape:
        height += np.float32(fall.crumple) * _crumples(panel.name, height.shape, per_cm)
    return height


def _add_fold(height: Plane, x: Plane, y: Plane, fold: Fold, seed: str) -> None:
    """Add one ridge: a rounded foot, a nearly cusped crest that wanders, open at its end."""
    if not fold.height:
        return
    line = np.asarray(sampled(through(fold.line), 4))
    margin = fold.width * SHALLOW * REACH
    columns = slice(*np.searchsorted(x[0], (line[:, 0].min() - margin, line[:, 0].max() + margin)))
    rows = slice(*np.searchsorted(y[:, 0], (line[:, 1].min() - margin, line[:, 1].max() + margin)))
    part = height[rows, columns]
    if min(part.shape) < 2:  # noqa: PLR2004 - outside the panel
        return
    found = near(x[:, columns], y[rows], tuple((px, py) for px, py in line.tolist()))
    share = found.way / np.float32(found.length)
    flank = 0.55 if fold.sharp else 1.0
    steep, shallow = STEEP * fold.width * flank, SHALLOW * fold.width * flank
    if line[-1, 0] < 0:  # the light comes from one side, the cloth falls to both
        steep, shallow = shallow, steep
    crest = np.array([wander(seed, i, "crest") for i in range(7)]) * 0.3 * min(steep, shallow)
    size = np.array([1 + 0.28 * wander(seed, i, "height") for i in range(7)])
    away = found.away + np.interp(share, KNOTS, crest).astype(np.float32)
    opening = np.float32(0.75) + np.float32(0.65) * share
    reach = np.where(away < 0, -away / np.float32(steep), away / np.float32(shallow)) / opening
    square = reach * reach
    profile = 0.62 * np.exp(-square) + 0.38 * np.exp(-1.5 * np.sqrt(square + 0.02))
    fading = eased(0, max(fold.open, 1e-3), share) * (
        1 - eased(1 - max(fold.close, 1e-3), 1, share)
    )
    part += np.float32(fold.height) * fading * np.interp(share, KNOTS, size) * profile


def _add_roll(height: Plane, x: Plane, y: Plane, roll: Roll) -> None:
    away = np.abs(near(x, y, roll.line).away)
    height += np.float32(roll.height) * np.exp(-away / np.float32(roll.width))


def _drape(name: str, shape: tuple[int, int], per_cm: float) -> Plane:
    down, across = DRAPE_CELL
    slow = noise(shape, (down * per_cm, across * per_cm), f"{name} drape", 2)
    return slow + 0.4 * noise(shape, (9 * per_cm, 6 * per_cm), f"{name} hang")


def _waving(wave: Wave, name: str, x: Plane, y: Plane, per_cm: float) -> Plane:
    heights, halves = zip(*wave.profile, strict=True)
    half = _extended(y, heights, halves)
    down = np.clip((y - wave.top) / (wave.foot - wave.top), 0, 1.2)
    sway = noise((y.shape[0], x.shape[1]), (22 * per_cm, 14 * per_cm), f"{name} sway")
    across = np.clip(x / half + (0 if wave.pressed else 0.012) * sway, -0.999, 0.999)
    table = np.linspace(-1, 1, 721)
    ridge = np.interp(across, table, [height_at(wave, place) for place in table])
    growth = np.minimum(1, 0.3 + 3 * down) if wave.pressed else 0.05 + 0.95 * down**1.15
    out = np.float32(wave.height) * ridge * growth
    if wave.gather:
        seeds = [wander(name, i, "gather") for i in range(int(4 * halves[0]))]
        small = np.interp(across, np.linspace(-1, 1, len(seeds)), seeds)
        out = out + np.float32(wave.gather) * small * np.exp(-np.maximum(y - wave.top, 0) / 5)
    return out.astype(np.float32)


def _extended(y: Plane, heights: tuple[float, ...], halves: tuple[float, ...]) -> Plane:
    """Return the half-width at y; below the last height it goes on as it grew."""
    slope = (halves[-1] - halves[-2]) / max(heights[-1] - heights[-2], 1e-3)
    inside = np.interp(y, heights, halves)
    return (inside + np.maximum(y - heights[-1], 0) * slope).astype(np.float32)


def _puckers(panel: Panel, canvas: Canvas, box: Box, step: int) -> Plane:
    """Return the small waves that a seam draws into cloth, and the groove of its stitches."""
    coarse = 2 * step
    per_cm = canvas.scale / coarse
    lines = (*panel.stitches, *panel.seams)
    drawn = canvas.strokes(lines, box, 0.5)
    tall, wide = -(-box.tall // coarse), -(-box.wide // coarse)
    close = blurred(resized(drawn, wide, tall, smooth=False), 0.9 * per_cm)
    rough = noise((tall, wide), (2.4 * per_cm, 2.4 * per_cm), f"{panel.name} pucker", 2)
    waves = np.float32(PUCKER) * rough * np.minimum(1, close * 4)
    fine_tall, fine_wide = -(-box.tall // step), -(-box.wide // step)
    return resized(waves, wide * 2, tall * 2, smooth=True)[:fine_tall, :fine_wide]


def _crumples(name: str, shape: tuple[int, int], per_cm: float) -> Plane:
    """Return thin creases between flat facets: ridged noise on a warped grid."""
    margin = int(8 * per_cm)
    down, across = (cell * per_cm for cell in CRUMPLE_CELL)
    base = noise((shape[0] + margin, shape[1] + margin), (down, across), f"{name} crease", 2)
    warp = 1.6 * per_cm
    rows = (
        np.arange(shape[0])[:, None]
        + margin / 2
        + warp * noise(shape, (5 * per_cm, 5 * per_cm), f"{name} warp down")
    )
    columns = (
        np.arange(shape[1])[None]
        + margin / 2
        + warp * noise(shape, (5 * per_cm, 5 * per_cm), f"{name} warp across")
    )
    there = base[
        np.clip(rows, 0, base.shape[0] - 1).astype(int),
        np.clip(columns, 0, base.shape[1] - 1).astype(int),
    ]
    ridges = np.maximum(1 - 1.5 * np.abs(blurred(there, 0.12 * per_cm)), -0.6)
    slow = noise(shape, (2.2 * per_cm, 2.2 * per_cm), f"{name} facet", 2)
    return 0.050 * ridges + 0.018 * slow
