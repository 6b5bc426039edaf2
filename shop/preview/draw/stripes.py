"""Stripes and checks laid on a panel line by line: round the body, along the arm, or flat."""

import math
from collections.abc import Iterator
from functools import lru_cache

from shop.preview.draw.drawing import Panel
from shop.preview.draw.geometry import Line, Point
from shop.preview.draw.lines import box, spread
from shop.preview.draw.svg import number, path_through

ROUND = 0.93  # how far round the body or arm the picture reaches
TUBE_POINTS = 6
BEYOND = 2.0  # cm


@lru_cache(maxsize=512)
def along(panel: Panel, repeat: float, width: float) -> str:
    """Return the path of all stripes that run along the cloth, to be filled."""
    return "".join(
        _tube_stripes(panel, repeat, width) if panel.tube else _body(panel, repeat, width)
    )


@lru_cache(maxsize=512)
def backbone(panel: Panel) -> tuple[str, float]:
    """Return a line along the panel and its width: dashed, it gives all bands across the cloth."""
    if panel.tube:
        ribs = _ribs(panel, TUBE_POINTS)
        wide = max(math.dist(a, b) for a, b in ribs)
        return path_through(tuple(_on(rib, 0) for rib in ribs)), wide * 1.3
    left, top, right, bottom = box(panel.edge)
    return f"M{number((left + right) / 2)} {number(top)}V{number(bottom + 1)}", right - left + 1


def _body(panel: Panel, repeat: float, width: float) -> Iterator[str]:
    """Vertical stripes that crowd towards the side seams."""
    left, top, right, bottom = box(panel.edge)
    tall = number(bottom - top + 0.2)
    for start, end in _rows(
        _unrolled(left, panel.body), _unrolled(right, panel.body), repeat, width
    ):
        x, x2 = _rolled(start, panel.body), _rolled(end, panel.body)
        w = number(x2 - x, 3)
        yield f"M{number(x)} {number(top - 0.1)}h{w}v{tall}h-{w}z"


def _rolled(u: float, half: float) -> float:
    return half * math.sin(min(max(u * ROUND / half, -1.5), 1.5)) / ROUND


def _unrolled(x: float, half: float) -> float:
    return half * math.asin(min(max(x * ROUND / half, -1), 1)) / ROUND


def _rows(start: float, end: float, repeat: float, width: float) -> Iterator[tuple[float, float]]:
    """Stripes lie so that one is centred on u = 0."""
    first = math.floor(start / repeat)
    for i in range(first, math.ceil(end / repeat) + 1):
        yield i * repeat - width / 2, i * repeat + width / 2


def _tube_stripes(panel: Panel, repeat: float, width: float) -> Iterator[str]:
    ribs = _ribs(panel, TUBE_POINTS)
    reach = 1.45 / ROUND * max(math.dist(a, b) for a, b in ribs) / 2
    for start, end in _rows(-reach, reach, repeat, width):
        one = tuple(_on(rib, start) for rib in ribs)
        two = tuple(_on(rib, end) for rib in reversed(ribs))
        yield path_through((*one, *two), closed=True)


def _on(rib: tuple[Point, Point], u: float) -> Point:
    """Return the point of the rib that is u round the tube from its middle line."""
    (ax, ay), (bx, by) = rib
    radius = math.dist(*rib) / 2 or 1
    t = 0.5 + 0.5 * _rolled(u, radius) / radius
    return ax + (bx - ax) * t, ay + (by - ay) * t


def _ribs(panel: Panel, count: int) -> list[tuple[Point, Point]]:
    """Return lines across the tube, with one more beyond either end of it."""
    if panel.tube is None:
        raise ValueError(panel.name)
    one, two = (_lengthened(spread(line, count)) for line in panel.tube)
    return [_widened(a, b) for a, b in zip(one, two, strict=True)]


def _lengthened(line: Line) -> Line:
    return (_beyond(line[1], line[0]), *line, _beyond(line[-2], line[-1]))


def _beyond(before: Point, end: Point) -> Point:
    share = BEYOND / (math.dist(before, end) or 1)
    return end[0] + (end[0] - before[0]) * share, end[1] + (end[1] - before[1]) * share


def _widened(a: Point, b: Point) -> tuple[Point, Point]:
    """Push the ends out a little, so that the last stripe reaches the edge."""
    dx, dy = (b[0] - a[0]) * 0.02, (b[1] - a[1]) * 0.02
    return (a[0] - dx, a[1] - dy), (b[0] + dx, b[1] + dy)
