"""Curves cut to measure: names and sums become points."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from shop.geometry.curves import Curve, Point, backwards, mirrored, sampled, through
from shop.geometry.lines import spread
from shop.preview.draw.drawing import Form, Wave
from shop.preview.draw.expressions import Expression, value_of
from shop.preview.draw.spec import CurveSpec, Pair
from shop.preview.draw.waves import waved

STRETCH_POINTS = 9
HEM_POINTS = 90


def wander(*names: str | float) -> float:
    """Return an irregularity between -1 and 1: the same for the same names, on every machine."""
    words = "/".join(str(name) for name in names).encode()
    return int.from_bytes(blake2b(words, digest_size=4).digest()) / 0x7FFFFFFF - 1


@dataclass(frozen=True, kw_only=True)
class Tailor:
    """Cuts one garment for one set of numbers."""

    numbers: Mapping[str, float]
    anchors: Mapping[str, Pair]
    specs: Mapping[str, CurveSpec]
    still: bool = False  # no irregular edges, for technical drawings
    waves: dict[str, Wave] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    _cut: dict[tuple[str, str], Curve] = field(default_factory=dict)

    def number(self, expression: Expression) -> float:
        return value_of(expression, self.numbers)

    def point(self, pair: Pair) -> Point:
        return self.number(pair[0]), self.number(pair[1])

    def placed(self, pair: Pair, origin: str | None, turn: Expression) -> Point:
        """Return a point that is measured from a turned anchor."""
        x, y = self.point(pair)
        if origin is None:
            return x, y
        ox, oy = self.point(self.anchors[origin])
        angle = math.radians(self.number(turn))
        cos, sin = math.cos(angle), math.sin(angle)
        return ox + x * cos + y * sin, oy - x * sin + y * cos

    def curve(self, reference: str, side: str = "") -> Curve:
        """Return a curve by name; - before the name runs it backwards, ~ reflects it."""
        name = reference.lstrip("-~")
        key = (name, side)
        if key not in self._cut:
            self._cut[key] = self.cut(name, self.specs[name], side)
        curve = self._cut[key]
        marks = reference[: len(reference) - len(name)]
        curve = mirrored(curve) if "~" in marks else curve
        return backwards(curve) if "-" in marks else curve

    def cut(self, name: str, spec: CurveSpec, side: str = "") -> Curve:
        if spec.of is not None:
            start, end = spec.part
            whole = sampled(self.curve(spec.of, side))
            return through(spread(whole, STRETCH_POINTS, start=start, end=end))
        points = [self._point_of(spec, point) for point in spec.points]
        wobble = 0.0 if self.still else self.number(spec.wobble)
        last = len(points) - 1
        curve = through(
            [
                (x + (wobble * wander(name, side, i) if 3 < i < last else 0), y)  # noqa: PLR2004
                for i, (x, y) in enumerate(points)
            ]
        )
        if spec.wave:
            return through(waved(spread(sampled(curve), HEM_POINTS), self.waves[spec.wave]))
        return curve

    def _point_of(self, spec: CurveSpec, point: str | Pair) -> Point:
        if isinstance(point, str):
            return self.point(self.anchors[point])
        return self.placed(point, spec.origin, spec.turn)
