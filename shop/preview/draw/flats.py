"""The technical drawing: black outlines, dashed stitches, white cloth; millimetres."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, radians, sin
from typing import Final

from shop.preview.draw.drawing import Button, Drawing, Panel
from shop.preview.draw.geometry import Line
from shop.preview.draw.lines import box, thinned
from shop.preview.draw.painter import initials_in
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot, View
from shop.preview.draw.svg import number, path_of, path_through, said, tag

MARGIN: Final = 2.0  # cm round the garment
TOLERANCE: Final = 0.02  # cm
OUTLINE: Final = 0.16  # cm
BLACK: Final = "#111111"


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One line, in millimetres from the upper left corner; filled ones hide what is below."""

    points: tuple[tuple[float, float], ...]
    closed: bool
    dashed: bool
    filled: bool


@dataclass(frozen=True, kw_only=True)
class FlatDrawing:
    """Strokes in painter's order."""

    width_mm: float
    height_mm: float
    strokes: tuple[Stroke, ...]


def flat(garment: str, choices: Mapping[str, str], *, view: View) -> str:
    """Return the technical drawing as SVG, with an id and a title for every panel."""
    drawing = resolve(garment, choices, view=view, still=True)
    left, top, right, bottom = _extent(drawing)
    panels = "".join(_panel(panel, choices) for panel in drawing.panels)
    return tag(
        "svg",
        tag("title", f"{garment.capitalize()}, {view}"),
        tag(
            "g",
            panels,
            fill="#ffffff",
            stroke=BLACK,
            stroke_width=OUTLINE,
            stroke_linejoin="round",
            stroke_linecap="round",
        ),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{number((right - left) * 10, 0)}mm",
        height=f"{number((bottom - top) * 10, 0)}mm",
        viewBox=" ".join(number(v) for v in (left, top, right - left, bottom - top)),
        role="img",
    )


def flat_strokes(garment: str, choices: Mapping[str, str], *, view: View) -> FlatDrawing:
    """Return the technical drawing as polylines, for a writer that knows lines only."""
    return _flat_strokes(garment, tuple(sorted(choices.items())), view)


@lru_cache(maxsize=128)
def _flat_strokes(garment: str, choices: tuple[tuple[str, str], ...], view: View) -> FlatDrawing:
    drawing = resolve(garment, dict(choices), view=view, still=True)
    left, top, right, bottom = _extent(drawing)

    def placed(line: Line) -> Line:
        kept = thinned(line, TOLERANCE)
        return tuple((round((x - left) * 10, 2), round((y - top) * 10, 2)) for x, y in kept)

    strokes = tuple(
        Stroke(points=placed(line), closed=closed, dashed=dashed, filled=filled)
        for panel in drawing.panels
        for line, closed, dashed, filled in _lines(panel)
    )
    return FlatDrawing(
        width_mm=round((right - left) * 10, 2),
        height_mm=round((bottom - top) * 10, 2),
        strokes=strokes,
    )


def _extent(drawing: Drawing) -> tuple[float, float, float, float]:
    points = tuple(point for panel in drawing.panels for point in panel.edge)
    left, top, right, bottom = box(points)
    return left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN


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
