"""A garment laid on a table, with the tape at each point of measure and its number in the list."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path
from typing import Final

from shop.geometry.curves import Line, Point
from shop.geometry.lines import at_shares
from shop.preview.draw.drawing import Drawing
from shop.preview.draw.flats import flat
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import View
from shop.preview.draw.svg import path_through, tag

FILE: Final = Path(__file__).with_name("laid.toml")
TAPE: Final = "#2C4A7A"
STEPS: Final = 24  # along an edge
WIDTH: Final = 0.5  # cm of the tape's line
END: Final = 1.1  # cm of the stroke at each end
SIZE: Final = 0.032  # radius of a number, as a share of the garment's longer side


@dataclass(frozen=True, kw_only=True)
class TapeSpec:
    """Where the tape lies at one point of measure, as the file has it."""

    view: View = View.FRONT
    path: tuple[Point, ...] = ()
    across: float | None = None
    foot: float | None = None
    outer: float | None = None
    inner: float | None = None
    of: tuple[str, ...] = ()
    at: float = 0.5


def views(garment: str, points: Sequence[str]) -> tuple[View, ...]:
    """Return from which sides these points are seen; none for what is not drawn."""
    specs = _specs().get(garment, {})
    seen = {specs[point].view for point in points if point in specs}
    return tuple(view for view in View if view in seen)


def laid(garment: str, choices: Mapping[str, str], points: Sequence[str], *, view: View) -> str:
    """Return the garment from one side as SVG; each point has its place in `points` as number."""
    drawing = resolve(garment, choices, view=view, still=True)
    specs = _specs().get(garment, {})
    numbers = {point: n for n, point in enumerate(points, start=1)}
    lines = {
        numbers[point]: (specs[point], _line(specs[point], drawing))
        for point in points
        if point in specs and specs[point].view is view
    }
    size = SIZE * _longer(drawing)
    tapes = [_tape(line) for _spec, line in lines.values() if line]
    rings = [
        _number(n, at_shares(line, [spec.at])[0], size) for n, (spec, line) in lines.items() if line
    ]
    return flat(garment, choices, view=view, over="".join([*tapes, *rings]))


def _line(spec: TapeSpec, drawing: Drawing) -> Line:
    edges = [panel.edge for panel in drawing.panels if panel.name in spec.of and panel.edge]
    if spec.path:
        return spec.path
    if not edges:
        return ()
    bottom = max(y for edge in edges for _x, y in edge)
    if spec.outer is not None or spec.inner is not None:
        return _edge(edges, spec, bottom)
    height = spec.across if spec.across is not None else bottom - (spec.foot or 0)
    xs = _crossings(edges, height)
    return ((min(xs), height), (max(xs), height)) if xs else ()


def _edge(edges: Sequence[Line], spec: TapeSpec, bottom: float) -> Line:
    """Return the outer or inner edge from the given height down to the corner of the hem."""
    top = spec.outer if spec.outer is not None else spec.inner or 0
    side = max if spec.outer is not None else min
    heights = (top + (bottom - top) * step / STEPS for step in range(STEPS))
    rows = [(side(xs), y) for y in heights if (xs := _crossings(edges, y))]
    while len(rows) > 2 and _is_hem(rows[-2], rows[-1]):  # noqa: PLR2004 - a line has two ends
        rows.pop()
    return tuple(rows)


def _is_hem(above: Point, below: Point) -> bool:
    """Tell whether the edge runs across rather than down."""
    return abs(below[0] - above[0]) > below[1] - above[1]


def _crossings(edges: Sequence[Line], height: float) -> list[float]:
    return [
        ax + (height - ay) * (bx - ax) / (by - ay)
        for edge in edges
        for (ax, ay), (bx, by) in zip(edge, (*edge[1:], edge[0]), strict=True)
        if (ay > height) != (by > height)
    ]


def _tape(line: Line) -> str:
    way = tag("path", d=path_through(line), fill="none", stroke=TAPE, stroke_width=WIDTH)
    ends = "".join(_end(here, there) for here, there in ((line[0], line[1]), (line[-1], line[-2])))
    return way + ends


def _end(here: Point, there: Point) -> str:
    """Return the stroke across the end of the tape."""
    dx, dy = there[0] - here[0], there[1] - here[1]
    size = hypot(dx, dy) or 1
    x, y = -dy / size * END, dx / size * END
    line = ((here[0] - x, here[1] - y), (here[0] + x, here[1] + y))
    return tag("path", d=path_through(line), stroke=TAPE, stroke_width=WIDTH)


def _number(number: int, point: Point, size: float) -> str:
    x, y = point
    ring = tag("circle", cx=x, cy=y, r=size, fill="#ffffff", stroke=TAPE, stroke_width=0.3)
    words = tag(
        "text",
        str(number),
        x=x,
        y=y + size * 0.38,
        font_size=size * 1.15,
        text_anchor="middle",
        font_family="sans-serif",
        fill=TAPE,
    )
    return ring + words


def _longer(drawing: Drawing) -> float:
    xs, ys = zip(*(point for panel in drawing.panels for point in panel.edge), strict=True)
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


@cache
def _specs() -> Mapping[str, Mapping[str, TapeSpec]]:
    read = tomllib.loads(FILE.read_text())
    return {
        garment: {point: _spec(row) for point, row in rows.items()}
        for garment, rows in read.items()
    }


def _spec(row: dict[str, object]) -> TapeSpec:
    facts = dict(row)
    if "view" in facts:
        facts["view"] = View(str(facts["view"]))
    for name in ("path", "of"):
        if isinstance(rows := facts.get(name), list):
            facts[name] = tuple(tuple(each) if isinstance(each, list) else each for each in rows)
    return TapeSpec(**facts)  # type: ignore[arg-type]  # the test reads every row of the file
