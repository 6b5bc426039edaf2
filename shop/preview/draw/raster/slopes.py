"""How forms lean: the slope (across, down) in cm per cm of the solid below a panel."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from shop.geometry.curves import Line
from shop.geometry.lines import spread
from shop.preview.draw.drawing import Form, Panel, Tip
from shop.preview.draw.planes.fields import Plane, eased
from shop.preview.draw.raster.distance import near

STEEPEST: Final = 2.2  # beyond it the eye sees an edge, not a slope
OUTERMOST: Final = 0.97  # share of the half-width; the formula has no end at 1
AXIS_POINTS: Final = 22
BEYOND: Final = 2.0  # cm that a tube's axis goes on at both ends
CREASE_REACH: Final = 2.2  # cm
INNER: Final = 4.0, 12.0  # cm from the middle between which swells come in


@dataclass(frozen=True, kw_only=True)
class Tube:
    """A sleeve or leg over the grid: distance from its axis, way down, radius, side direction."""

    away: Plane
    way: Plane
    radius: Plane
    side_x: Plane
    side_y: Plane


def tube_over(x: Plane, y: Plane, edges: tuple[Line, Line]) -> Tube:
    one = np.asarray(spread(edges[0], AXIS_POINTS))
    two = np.asarray(spread(edges[1], AXIS_POINTS))
    axis, radius = (one + two) / 2, np.hypot(*(one - two).T) / 2
    first, last = axis[0] - axis[1], axis[-1] - axis[-2]
    first, last = first / np.hypot(*first), last / np.hypot(*last)
    axis = np.vstack([axis[0] + first * BEYOND, axis, axis[-1] + last * BEYOND])
    radius = np.concatenate([radius[:1], radius, radius[-1:]])
    found = near(x, y, tuple((px, py) for px, py in axis.tolist()), tolerance=0.01)
    ways = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(axis, axis=0).T))])
    along = np.gradient(axis, axis=0)
    along /= np.hypot(*along.T)[:, None]

    def at(values: Plane) -> Plane:
        return np.interp(found.way, ways, values).astype(np.float32)

    return Tube(
        away=found.away,
        way=found.way - np.float32(BEYOND),
        radius=at(radius),
        side_x=at(-along[:, 1]),
        side_y=at(along[:, 0]),
    )


def slope_of(panel: Panel, x: Plane, y: Plane, tube: Tube | None) -> tuple[Plane, Plane]:
    """Return the slope of a panel's form; a panel without one lies flat."""
    shape = np.broadcast_shapes(x.shape, y.shape)
    across: Plane = np.zeros(shape, np.float32)
    down: Plane = np.zeros(shape, np.float32)
    form = panel.form
    if form is None:
        return (across, down) if tube is None else _around(tube, 0.8, 2.2)
    if form.profile:
        across = across + _body(form, x, y)
    across, down = across + form.bend * x, down + form.lean
    if tube is not None:
        across, down = _with_tube(form, tube, y, across, down)
    if panel.crease and tube is not None:
        across = across + _crease(panel.crease, tube, form, y)
    if form.tip:
        down = down + _tipped(form.tip, x, y)
    for height, reach, by in form.swells:
        share = eased(*INNER, np.abs(x)) if by < 0 else np.float32(1)
        down = down + np.float32(by) * np.exp(-(((y - height) / reach) ** 2)) * share
    for bump in form.bumps:
        for centre in {-bump.at[0], bump.at[0]}:
            right, below = (x - centre) / bump.size[0], (y - bump.at[1]) / bump.size[1]
            rise = np.float32(-2 * bump.height) * np.exp(-(right**2) - below**2)
            across, down = across + rise * right / bump.size[0], down + rise * below / bump.size[1]
    return across.astype(np.float32), down.astype(np.float32)


def _body(form: Form, x: Plane, y: Plane) -> Plane:
    """Return the slope across of a rounded cross-section (1 - |s|^p)^(1/p) of some depth."""
    half = half_width(form, y)
    share = np.clip(x / half, -OUTERMOST, OUTERMOST)
    return _round(share, form.power, form.depth) / half


def half_width(form: Form, y: Plane) -> Plane:
    heights, halves = zip(*form.profile, strict=True)
    return np.interp(y, heights, halves).astype(np.float32)


def _round(share: Plane, power: float, depth: float) -> Plane:
    size = np.abs(share)
    fall = size ** (power - 1) * (1 - size**power) ** (1 / power - 1)
    return -np.float32(depth) * np.sign(share) * fall


def _around(tube: Tube, depth: float, power: float) -> tuple[Plane, Plane]:
    share = np.clip(tube.away / tube.radius, -OUTERMOST, OUTERMOST)
    slope = np.clip(_round(share, power, depth), -STEEPEST, STEEPEST)
    return slope * tube.side_x, slope * tube.side_y


def _with_tube(form: Form, tube: Tube, y: Plane, across: Plane, down: Plane) -> tuple[Plane, Plane]:
    tube_x, tube_y = _around(tube, form.tube_depth, form.tube_power)
    if form.blend:
        share = eased(*form.blend, y)
        return across * (1 - share) + tube_x * share, down + tube_y * share
    if form.fade:
        share = eased(*form.fade, y)
        return across + tube_x * (0.5 + 0.5 * share), down + tube_y * share
    return across + tube_x, down + tube_y


def _crease(sharpness: float, tube: Tube, form: Form, y: Plane) -> Plane:
    """Return two flat facets that meet in a pressed line."""
    start = form.blend or (0, 1)
    facet = -np.sign(tube.away) * np.exp(-np.abs(tube.away) / CREASE_REACH)
    return np.float32(0.16 * sharpness) * facet * tube.side_x * eased(start[0], start[1], y)


def _tipped(tip: Tip, x: Plane, y: Plane) -> Plane:
    xs, ys = zip(*tip.line, strict=True)
    slope = (ys[-1] - ys[0]) / (xs[-1] - xs[0])
    line = np.interp(np.abs(x), xs, ys) + np.minimum(np.abs(x) - xs[0], 0) * slope
    below = np.maximum(0, y - line.astype(np.float32))
    return np.float32(tip.by) * np.exp(-below / np.float32(tip.reach))
