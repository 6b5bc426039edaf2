"""One picture: the ground, the figure, the tape, its number and its name."""

from math import dist
from typing import Final

from shop.geometry.curves import Point
from shop.geometry.lines import spread
from shop.preview.draw.figures import body, ribbon
from shop.preview.draw.figures.reader import figure
from shop.preview.draw.figures.ribbon import Ribbon
from shop.preview.draw.figures.spec import Box, Tape
from shop.preview.draw.svg import number, said, tag, url

WIDTH, HEIGHT = 480, 640
GROUND: Final = "#efebe3"
LOWER: Final = "#e2dcd1"
INK: Final = "#1c1b19"
SANS: Final = "'Source Sans Pro', 'Source Sans 3', system-ui, sans-serif"
FLOOR: Final = 178.2
CAPTION: Final = 0.08  # of the height


def tape(measure: str, *, name: str, how: str) -> str:
    """Return how a measure is taken as SVG; an unknown measure is a KeyError."""
    whole = figure()
    row = whole.tapes[measure]
    frame, laid = row.frame, ribbon.ribbon_of(row)
    return tag(
        "svg",
        tag("title", said(name), id="name"),
        tag("desc", said(how), id="how"),
        tag("defs", body.definitions(whole, row.view) + _definitions(frame)),
        _ground(frame),
        body.drawn(whole, row.view),
        ribbon.behind(row, laid),
        ribbon.drawn(row, laid),
        _foot(frame),
        _number(row, laid),
        _caption(frame, name),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=HEIGHT,
        viewBox=" ".join(number(v) for v in (frame.left, frame.top, frame.width, frame.height)),
        role="img",
        aria_labelledby="name how",
    )


def _definitions(frame: Box) -> str:
    return (
        tag(
            "radialGradient",
            tag("stop", offset=0, stop_color="#f7f4ee"),
            tag("stop", offset=0.55, stop_color=GROUND),
            tag("stop", offset=1, stop_color=LOWER),
            id="ground",
            cx=0.42,
            cy=0.36,
            r=0.8,
        )
        + tag(
            "linearGradient",
            tag("stop", offset=0, stop_color=LOWER, stop_opacity=0),
            tag("stop", offset=0.55, stop_color=LOWER, stop_opacity=0.94),
            tag("stop", offset=1, stop_color=LOWER),
            id="foot",
            x1=0,
            y1=0,
            x2=0,
            y2=1,
        )
        + tag(
            "filter",
            tag("feOffset", dx=frame.width * 0.003, dy=frame.width * 0.007),
            tag("feGaussianBlur", stdDeviation=frame.width * 0.006),
            id="cast",
            filterUnits="userSpaceOnUse",
            x=-90,
            y=-30,
            width=180,
            height=240,
        )
    )


def _ground(frame: Box) -> str:
    """Return the paper behind, and the shadow on the floor that the figure stands in."""
    all_of_it = {"x": frame.left, "y": frame.top, "width": frame.width, "height": frame.height}
    shadow = tag(
        "ellipse",
        cx=3,
        cy=FLOOR,
        rx=24,
        ry=2.2,
        fill=body.SHADE,
        fill_opacity=0.34,
        filter=url("softer"),
    )
    return tag("rect", fill=url("ground"), **all_of_it) + shadow


def _foot(frame: Box) -> str:
    """Return the veil that the caption stands on, where the figure goes on below the picture."""
    if frame.top + frame.height > FLOOR + frame.height * CAPTION:
        return ""
    tall = frame.height * 0.13
    return tag(
        "rect",
        x=frame.left,
        y=frame.top + frame.height - tall,
        width=frame.width,
        height=tall,
        fill=url("foot"),
    )


def _number(row: Tape, laid: Ribbon) -> str:
    """Return the number in its ring, and a line from it to the nearest point of the tape."""
    x, y = row.mark
    radius = row.frame.width * 0.055
    edge = 0.3 if row.ring else 0.12  # the ends of a short tape are all dots
    on_tape = spread(laid.line, 24, start=edge, end=1 - edge)
    end = min(on_tape, key=lambda point: dist(point, row.mark))
    start = _towards(row.mark, end, radius)
    thin = row.frame.width * 0.005
    return (
        tag(
            "path",
            d=f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}",
            stroke=INK,
            stroke_width=thin,
        )
        + tag("circle", cx=end[0], cy=end[1], r=thin * 1.7, fill=INK)
        + tag("circle", cx=x, cy=y, r=radius, fill="#fffdf8", stroke=INK, stroke_width=thin)
        + tag(
            "text",
            str(row.number),
            x=x,
            y=y + radius * 0.37,
            font_size=radius * 1.08,
            text_anchor="middle",
            fill=INK,
            font_family=SANS,
            font_weight=600,
        )
    )


def _towards(start: Point, end: Point, way: float) -> Point:
    share = way / (dist(start, end) or 1)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _caption(frame: Box, name: str) -> str:
    return tag(
        "text",
        said(name),
        x=frame.left + frame.width / 2,
        y=frame.top + frame.height * 0.968,
        font_size=frame.width * 0.058,
        text_anchor="middle",
        fill=INK,
        font_family=SANS,
    )
