"""Points and smooth curves in the plane; centimetres, y points down."""

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = tuple[Point, ...]
Cubic = tuple[Point, Point, Point, Point]
Curve = tuple[Cubic, ...]

SAMPLES = 8
GAP = 1e-3  # cm; less is not seen


def through(points: Sequence[Point]) -> Curve:
    """Return the centripetal Catmull-Rom curve through the points, as Bézier segments."""
    first, last = _beyond(points[1], points[0]), _beyond(points[-2], points[-1])
    row = (first, *points, last)
    return tuple(_segment(row[i : i + 4]) for i in range(len(points) - 1))


def _beyond(before: Point, end: Point) -> Point:
    return (2 * end[0] - before[0], 2 * end[1] - before[1])


def _segment(four: Sequence[Point]) -> Cubic:
    a, b, c, d = four
    if (a, d) == (_beyond(c, b), _beyond(b, c)):
        return (b, _between(b, c, 1 / 3), _between(b, c, 2 / 3), c)
    la, lb, lc = (math.sqrt(math.dist(p, q)) + 1e-6 for p, q in pairwise(four))
    tangents = [
        (
            c[k] - b[k] + lb * ((b[k] - a[k]) / la - (c[k] - a[k]) / (la + lb)),
            c[k] - b[k] + lb * ((d[k] - c[k]) / lc - (d[k] - b[k]) / (lb + lc)),
        )
        for k in (0, 1)
    ]
    (mx, nx), (my, ny) = tangents
    return (b, (b[0] + mx / 3, b[1] + my / 3), (c[0] - nx / 3, c[1] - ny / 3), c)


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def mirrored(curve: Curve) -> Curve:
    """Return the curve on the other side of the centre line, running the same way down."""
    return tuple(
        ((-a[0], a[1]), (-b[0], b[1]), (-c[0], c[1]), (-d[0], d[1])) for a, b, c, d in curve
    )


def backwards(curve: Curve) -> Curve:
    return tuple((d, c, b, a) for a, b, c, d in reversed(curve))


def sampled(curve: Curve, samples: int = SAMPLES) -> Line:
    """Return points along the curve; a straight segment gives its two ends only."""
    points = [curve[0][0]]
    for cubic in curve:
        count = 1 if is_straight(cubic) else samples
        points.extend(_at(cubic, i / count) for i in range(1, count + 1))
    return tuple(points)


def joined(curves: Sequence[Curve]) -> Curve:
    """Return one curve through all of them; gaps are closed by straight segments."""
    out: list[Cubic] = list(curves[0])
    for curve in curves[1:]:
        end, start = out[-1][3], curve[0][0]
        if math.dist(end, start) > GAP:
            out.append(_straight(end, start))
        out.extend(curve)
    return tuple(out)


def _straight(a: Point, b: Point) -> Cubic:
    return (a, _between(a, b, 1 / 3), _between(a, b, 2 / 3), b)


def is_straight(cubic: Cubic) -> bool:
    a, b, c, d = cubic
    return all(
        abs((d[0] - a[0]) * (p[1] - a[1]) - (d[1] - a[1]) * (p[0] - a[0])) < 1e-4  # noqa: PLR2004
        for p in (b, c)
    )


def _at(cubic: Cubic, t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = cubic
    s = 1 - t
    k, m, n, o = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return k * ax + m * bx + n * cx + o * dx, k * ay + m * by + n * cy + o * dy
