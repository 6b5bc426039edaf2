"""How far every point of a plane is from a line, on which side, and how far along."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shop.geometry.curves import Line
from shop.geometry.lines import thinned
from shop.preview.draw.planes.fields import Plane

SHORT = 1e-12


@dataclass(frozen=True, kw_only=True)
class Near:
    """Distance in cm (right of the line above 0), way along the line in cm, the line's length."""

    away: Plane
    way: Plane
    length: float


def near(x: Plane, y: Plane, line: Line, tolerance: float = 0.03) -> Near:
    """Measure to the line, without the points that it can spare within `tolerance` cm."""
    points = np.asarray(thinned(tuple(line), tolerance), np.float32)
    ways = lengths(points)
    shape = np.broadcast_shapes(x.shape, y.shape)
    best = np.full(shape, 1e9, np.float32)
    side = np.zeros(shape, np.float32)
    way = np.zeros(shape, np.float32)
    for (ax, ay), (bx, by), start in zip(points[:-1], points[1:], ways[:-1], strict=True):
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        if square < SHORT:
            continue
        rx, ry = x - ax, y - ay
        share = np.clip((rx * dx + ry * dy) / square, 0, 1)
        found = (rx - share * dx) ** 2 + (ry - share * dy) ** 2
        closer = found < best
        np.copyto(best, found, where=closer)
        np.copyto(side, dx * ry - dy * rx, where=closer)
        np.copyto(way, start + share * np.float32(np.sqrt(square)), where=closer)
    away = np.sqrt(best)
    return Near(away=np.where(side >= 0, away, -away), way=way, length=float(ways[-1]))


def lengths(points: NDArray[np.float32]) -> NDArray[np.float32]:
    steps = np.hypot(*np.diff(points, axis=0).T)
    return np.concatenate([[0], np.cumsum(steps)]).astype(np.float32)
