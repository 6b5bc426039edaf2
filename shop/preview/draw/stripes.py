"""Stripes and checks laid on a panel line by line: round the body, along the arm, or flat."""

import math
from collections.abc import Iterator
from functools import lru_cache

from shop.preview.draw.drawing import Panel
from shop.preview.draw.geometry import Line, Point
from shop.preview.draw.lines import at_shares, box
from shop.preview.draw.svg import number, path_through

ROUND = 0.93  # how far round the body or arm the picture reaches
TUBE_SHARES = (0, 0.09, 0.22, 0.45, 0.72, 1)  # close together round the head of a sleeve
BACKBONE_SHARES = tuple(i / 14 for i in range(15))
BEYOND = 2.0  # cm
LEVELS = 5  # widths of stripes on one panel


@lru_cache(maxsize=512)
def along(panel: Panel, repeat: float) -> tuple[tuple[str, float], ...]:
    """Return paths of the stripes along the cloth, and the share of its width each still shows."""
    groups: dict[float, str] = {}
    for path, share in (_tube_stripes if panel.tube else _body)(panel, repeat):
        level = max(round(share * LEVELS), 1) / LEVELS
        groups[level] = groups.get(level, "") + path
    return tuple((path, level) for level, path in groups.items())


@lru_cache(maxsize=512)
def backbone(panel: Panel, repeat: float) -> tuple[str, float, float]:
    """Return a line along the panel, its width and where its dashes start.

    Dashed, it gives all bands across the cloth; those of neighbours on the body meet.
    """
    if panel.tube:
        ribs = _ribs(panel, BACKBONE_SHARES)
        wide = max(math.dist(a, b) for a, b in ribs)
        return path_through(tuple(_on(rib, 0) for rib in ribs), places=1), wide * 1.3, 0
    left, top, right, bottom = box(panel.edge)
    line = f"M{number((left + right) / 2)} {number(top)}V{number(bottom + 1)}"
    return line, right - left + 1, top % repeat


def _body(panel: Panel, repeat: float) -> Iterator[tuple[str, float]]:
    """Vertical stripes that crowd towards the side seams."""
    left, top, right, bottom = box(panel.edge)
    tall = number(bottom - top + 0.2, 1)
    for u in _rows(_unrolled(left, panel.body), _unrolled(right, panel.body), repeat):
        start = f"M{number(_rolled(u, panel.body))} {number(top - 0.1, 1)}"
        yield f"{start}v{tall}", math.cos(u * ROUND / panel.body)


def _rolled(u: float, half: float) -> float:
    return half * math.sin(min(max(u * ROUND / half, -1.5), 1.5)) / ROUND


def _unrolled(x: float, half: float) -> float:
    return half * math.asin(min(max(x * ROUND / half, -1), 1)) / ROUND


def _rows(start: float, end: float, repeat: float) -> Iterator[float]:
    """Return where stripes lie, so that one is on the middle line."""
    for i in range(math.floor(start / repeat), math.ceil(end / repeat) + 1):
        yield i * repeat


def _tube_stripes(panel: Panel, repeat: float) -> Iterator[tuple[str, float]]:
    ribs = _ribs(panel, TUBE_SHARES)
    radius = sum(math.dist(a, b) for a, b in ribs) / len(ribs) / 2
    reach = 1.5 / ROUND * radius
    for u in _rows(-reach, reach, repeat):
        line = tuple(_on(rib, u / radius) for rib in ribs)
        yield path_through(line), max(math.cos(u * ROUND / radius), 0)


def _on(rib: tuple[Point, Point], turn: float) -> Point:
    """Return the point of the rib that is so many radii round the tube from its middle line."""
    (ax, ay), (bx, by) = rib
    t = 0.5 + 0.5 * _rolled(turn, 1)
    return ax + (bx - ax) * t, ay + (by - ay) * t


def _ribs(panel: Panel, shares: tuple[float, ...]) -> list[tuple[Point, Point]]:
    """Return lines across the tube, with one more beyond either end of it."""
    if panel.tube is None:
        raise ValueError(panel.name)
    one, two = (_lengthened(at_shares(line, shares)) for line in panel.tube)
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
