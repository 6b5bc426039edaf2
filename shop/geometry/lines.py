"""Polylines: length, parts, offsets, what lies inside; centimetres, y points down."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from shop.geometry.curves import Line, Point

NEAR = 1e-9
WITNESSES = 6  # points that are asked on which side of an outline a line lies


def lengths(line: Line) -> tuple[float, ...]:
    """Return the way from the first point to each point."""
    return tuple(accumulate((math.dist(a, b) for a, b in pairwise(line)), initial=0.0))


def spread(line: Line, count: int, *, start: float = 0, end: float = 1) -> Line:
    """Return evenly spaced points from one share of the line's length to another."""
    step = (end - start) / (count - 1)
    return at_shares(line, [start + i * step for i in range(count)])


def at_shares(line: Line, shares: Sequence[float]) -> Line:
    """Return the points at these shares of the line's length."""
    ways = lengths(line)
    return tuple(_along(line, ways, share * ways[-1]) for share in shares)


def _along(line: Line, ways: Sequence[float], way: float) -> Point:
    i = min(max(bisect_right(ways, way) - 1, 0), len(line) - 2)
    t = (way - ways[i]) / ((ways[i + 1] - ways[i]) or 1)
    (ax, ay), (bx, by) = line[i], line[i + 1]
    return (ax + (bx - ax) * t, ay + (by - ay) * t)


def normals(line: Line) -> Line:
    """Return the unit vector to the right-hand side of the way at each point."""
    last = len(line) - 1
    return tuple(_normal(line[max(i - 1, 0)], line[min(i + 1, last)]) for i in range(len(line)))


def _normal(a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dy) or 1
    return (-dy / size, dx / size)


def offset(line: Line, distance: float) -> Line:
    return tuple(
        (x + nx * distance, y + ny * distance)
        for (x, y), (nx, ny) in zip(line, normals(line), strict=True)
    )


def inset(line: Line, distance: float, outline: Line) -> Line:
    """Return the line moved towards the inside of the outline; the side is tested, not guessed."""
    if not distance:
        return line
    right = offset(line, distance)
    asked = right[:: max(len(right) // WITNESSES, 1)]
    wrong = sum(not is_inside(p, outline) for p in asked) * 2 > len(asked)
    return offset(line, -distance) if wrong else right


def is_inside(point: Point, outline: Line) -> bool:
    x, y = point
    inside = False
    ax, ay = outline[-1]
    for bx, by in outline:
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
        ax, ay = bx, by
    return inside


def mitred(lines: Sequence[Line]) -> Line:
    """Join inset lines at the points where neighbours cross."""
    out = lines[0]
    for line in lines[1:]:
        crossing = _crossing(out, line)
        if crossing:
            i, j, point = crossing
            out = (*out[: i + 1], point, *line[j + 1 :])
        else:
            out = (*out, *line)
    return out


def _crossing(one: Line, two: Line) -> tuple[int, int, Point] | None:
    for i in range(len(one) - 2, -1, -1):
        for j in range(len(two) - 1):
            point = _meeting(one[i], one[i + 1], two[j], two[j + 1])
            if point:
                return i, j, point
    return None


def _meeting(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = ux * vy - uy * vx
    if abs(cross) < NEAR:
        return None
    t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross
    s = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / cross
    return (a[0] + t * ux, a[1] + t * uy) if 0 <= t <= 1 and 0 <= s <= 1 else None


def thinned(line: Line, tolerance: float) -> Line:
    """Return the line without the points that it can spare (Ramer, Douglas, Peucker)."""
    if len(line) < 3:  # noqa: PLR2004 - two points are the least
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    dx, dy = bx - ax, by - ay
    size = math.hypot(dx, dy)
    far, worst = 0, 0.0
    for i in range(1, len(line) - 1):
        px, py = line[i][0] - ax, line[i][1] - ay
        away = abs(px * dy - py * dx) / size if size > NEAR else math.hypot(px, py)
        if away > worst:
            far, worst = i, away
    if worst <= tolerance:
        return (line[0], line[-1])
    return (*thinned(line[: far + 1], tolerance)[:-1], *thinned(line[far:], tolerance))


def halfway(one: Line, two: Line, *, start: float, end: float = 0.995) -> Line:
    """Return the line that runs in the middle between two."""
    pairs = zip(
        spread(one, 12, start=start, end=end), spread(two, 12, start=start, end=end), strict=True
    )
    return tuple(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairs)


def box(line: Line) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)
