"""The technical drawing: black outlines, dashed stitches, white cloth; millimetres."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, pi, radians, sin
from typing import Final

from shop.geometry.curves import Line, Point
from shop.geometry.lines import box as box_of
from shop.geometry.lines import thinned
from shop.preview.draw.callouts import Callout, callouts, radius, reach
from shop.preview.draw.drawing import Button, Drawing, Panel
from shop.preview.draw.initials import initials_in
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot, View
from shop.preview.draw.svg import number, path_of, path_through, said, tag

MARGIN: Final = 2.0  # cm round the garment
TOLERANCE: Final = 0.02  # cm
OUTLINE: Final = 0.16  # cm
BLACK: Final = "#111111"
SILENT: Final[Mapping[str, str]] = {}  # without words there are no numbers
Box = tuple[float, float, float, float]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One line, in millimetres from the upper left corner; filled ones hide what is below."""

    points: tuple[tuple[float, float], ...]
    closed: bool
    dashed: bool
    filled: bool


@dataclass(frozen=True, kw_only=True)
class FlatDrawing:
    """Strokes in painter's order, and the numbers round them, in millimetres as well."""

    width_mm: float
    height_mm: float
    strokes: tuple[Stroke, ...]
    callouts: tuple[Callout, ...] = ()


def flat(
    garment: str,
    choices: Mapping[str, str],
    *,
    view: View,
    words: Mapping[str, str] = SILENT,
    over: str = "",
) -> str:
    """Return the technical drawing as SVG, with an id and a title for every panel.

    `words` say the answers by their question: each gets a number where it shows. What is `over` the
    garment is SVG in centimetres, drawn last.
    """
    drawing = resolve(garment, choices, view=view, still=True)
    box = _box(drawing)
    found = callouts(garment, choices, words, view=view, box=box)
    left, top, right, bottom = _extent(box, has_numbers=bool(words or over))
    panels = "".join(_panel(panel, choices) for panel in drawing.panels)
    described = ", ".join(f"{each.number} {each.words}" for each in found)
    return tag(
        "svg",
        tag("title", f"{garment.capitalize()}, {view}"),
        tag("desc", said(described)) if described else "",
        tag(
            "g",
            panels,
            fill="#ffffff",
            stroke=BLACK,
            stroke_width=OUTLINE,
            stroke_linejoin="round",
            stroke_linecap="round",
        ),
        "".join(_number(each, radius(box)) for each in found),
        over,
        xmlns="http://www.w3.org/2000/svg",
        width=f"{number((right - left) * 10, 0)}mm",
        height=f"{number((bottom - top) * 10, 0)}mm",
        viewBox=" ".join(number(v) for v in (left, top, right - left, bottom - top)),
        role="img",
    )


def flat_strokes(
    garment: str, choices: Mapping[str, str], *, view: View, words: Mapping[str, str] = SILENT
) -> FlatDrawing:
    """Return the technical drawing as polylines, for a writer that knows lines only."""
    return _flat_strokes(garment, tuple(sorted(choices.items())), view, tuple(words.items()))


@lru_cache(maxsize=128)
def _flat_strokes(garment: str, choices: Pairs, view: View, words: Pairs) -> FlatDrawing:
    drawing = resolve(garment, dict(choices), view=view, still=True)
    box = _box(drawing)
    found = callouts(garment, dict(choices), dict(words), view=view, box=box)
    left, top, right, bottom = _extent(box, has_numbers=bool(words))

    def at(point: Point) -> Point:
        return round((point[0] - left) * 10, 2), round((point[1] - top) * 10, 2)

    strokes = tuple(
        Stroke(
            points=tuple(at(point) for point in thinned(line, TOLERANCE)),
            closed=closed,
            dashed=dashed,
            filled=filled,
        )
        for panel in drawing.panels
        for line, closed, dashed, filled in _lines(panel)
    )
    return FlatDrawing(
        width_mm=round((right - left) * 10, 2),
        height_mm=round((bottom - top) * 10, 2),
        strokes=strokes,
        callouts=tuple(replace(each, point=at(each.point), label=at(each.label)) for each in found),
    )


def _box(drawing: Drawing) -> Box:
    return box_of(tuple(point for panel in drawing.panels for point in panel.edge))


def _extent(box: Box, *, has_numbers: bool) -> Box:
    left, top, right, bottom = box
    beside = reach(box) if has_numbers else MARGIN
    return left - beside, top - MARGIN, right + beside, bottom + MARGIN


def _number(callout: Callout, size: float) -> str:
    """Return the number in its ring, beside the garment, and its line."""
    x, y = callout.label
    line = path_through((callout.label, callout.point))
    dot = tag("circle", cx=callout.point[0], cy=callout.point[1], r=size * 0.16, fill=BLACK)
    ring = tag("circle", cx=x, cy=y, r=size, fill="#ffffff", stroke=BLACK, stroke_width=0.14)
    words = tag(
        "text",
        str(callout.number),
        x=x,
        y=y + size * 0.37,
        font_size=size * 1.1,
        text_anchor="middle",
        font_family="sans-serif",
        fill=BLACK,
    )
    title = tag("title", said(f"{callout.number} {callout.words}"))
    way = tag("path", d=line, stroke=BLACK, stroke_width=0.12)
    return tag("g", title, way, dot, ring, words, id=f"callout-{callout.number}")


def _lines(panel: Panel) -> Iterator[tuple[Line, bool, bool, bool]]:
    if panel.edge:
        yield panel.edge, True, False, True
    yield from ((line, False, False, False) for line in panel.drawn_seams)
    yield from ((line, False, True, False) for line in panel.stitches)
    for button in panel.buttons:
        yield _ring(button), True, False, True
        if button.hole is not None:
            yield _hole(button), False, False, False


def _ring(button: Button) -> Line:
    x, y = button.at
    radius = button.size / 2
    return tuple((x + radius * cos(i * pi / 8), y + radius * sin(i * pi / 8)) for i in range(16))


def _hole(button: Button) -> Line:
    x, y = button.at
    half, turn = 0.82 * button.size, radians(button.hole or 0)
    dx, dy = half * cos(turn), half * sin(turn)
    return (x - dx, y - dy), (x + dx, y + dy)


def _panel(panel: Panel, choices: Mapping[str, str]) -> str:
    seams = "".join(path_through(thinned(line, TOLERANCE)) for line in panel.drawn_seams)
    rows = "".join(path_through(thinned(line, TOLERANCE)) for line in panel.stitches)
    inside = [tag("title", said(panel.title))]
    if panel.outline:
        inside.append(tag("path", d=path_of(panel.outline)))
    if seams:
        inside.append(tag("path", d=seams, fill="none", stroke_width=0.1))
    if rows:
        inside.append(
            tag("path", d=rows, fill="none", stroke_width=0.07, stroke_dasharray=".35 .22")
        )
    inside.extend(_button(button) for button in panel.buttons)
    inside.extend(_words(panel, choices))
    return tag("g", *inside, id=panel.name)


def _button(button: Button) -> str:
    x, y = button.at
    circle = tag("circle", cx=x, cy=y, r=button.size / 2, stroke_width=0.08)
    if button.hole is None:
        return circle
    return circle + tag("path", d=path_through(_hole(button)), stroke_width=0.06)


def _words(panel: Panel, choices: Mapping[str, str]) -> Iterator[str]:
    for text in panel.text:
        if text.slot is Slot.LABEL:
            continue
        x, y = text.at
        yield tag(
            "text",
            said(initials_in(choices)),
            transform=f"translate({number(x)} {number(y)}) rotate({number(text.turn)}) scale(.1)",
            font_family="Georgia, serif",
            font_style="italic",
            font_size=text.size * 10,
            text_anchor="middle",
            fill=BLACK,
            stroke="none",
        )
