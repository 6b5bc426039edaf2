"""The tape: a yellow ribbon with its centimetres, which crowd where it turns away."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin
from typing import Final

from shop.geometry.curves import Line, Point, sampled, through
from shop.geometry.lines import at_shares, lengths, normals, offset
from shop.preview.draw.figures.spec import Ring, Tape
from shop.preview.draw.svg import path_through, tag, url

YELLOW: Final = "#edbb3a"
INK: Final = "#3a2f14"
RED: Final = "#b03a2e"
STEPS: Final = 48
FIVE: Final = 5  # every fifth tick is longer


@dataclass(frozen=True, kw_only=True)
class Ribbon:
    """The middle of the tape as it is seen, and where each of its centimetres lies on it."""

    line: Line
    marks: Line
    ways: Line  # across the tape at each mark
    hidden: Line  # its way round the back


def ribbon_of(tape: Tape) -> Ribbon:
    if tape.ring:
        return _round(tape.ring)
    line = tape.span or sampled(through(tape.path), 16)
    count = max(int(lengths(line)[-1]), 1)
    shares = [i / count for i in range(1, count)]
    marks = at_shares(line, shares)
    return Ribbon(line=line, marks=marks, ways=normals(marks), hidden=())


def drawn(tape: Tape, ribbon: Ribbon) -> str:
    """Return the ribbon with shadow, ticks and end dots; its width follows the picture's."""
    half = tape.frame.width * 0.0125
    hairline = tape.frame.width * 0.0022
    edge = (*offset(ribbon.line, -half), *reversed(offset(ribbon.line, half)))
    whole = path_through(edge, closed=True)
    out = tag("path", d=whole, fill="#4a3c22", fill_opacity=0.4, filter=url("cast"))
    out += tag("path", d=whole, fill=YELLOW, stroke="#8f6a12", stroke_width=hairline)
    ticks = "".join(path_through(tick) for tick in _ticks(ribbon, half))
    out += tag("path", d=ticks, fill="none", stroke=INK, stroke_width=hairline * 1.2)
    ends = (ribbon.line[0], ribbon.line[-1]) if tape.has_end else ribbon.line[:1]
    return out + "".join(_dot(end, half * 1.25, hairline) for end in ends)


def behind(tape: Tape, ribbon: Ribbon) -> str:
    """Return thin lines: the way round the back, and what the ends are held at."""
    lines = (*tape.guides, *((ribbon.hidden,) if ribbon.hidden else ()))
    if not lines:
        return ""
    thin = tape.frame.width * 0.0045
    dashes = f"{thin * 2.6:.2f} {thin * 2.2:.2f}"
    d = "".join(path_through(line) for line in lines)
    return tag(
        "path",
        d=d,
        fill="none",
        stroke="#5e594f",
        stroke_width=thin,
        stroke_opacity=0.75,
        stroke_dasharray=dashes,
        stroke_linecap="round",
    )


def _ticks(ribbon: Ribbon, half: float) -> Iterator[Line]:
    for i, ((x, y), (nx, ny)) in enumerate(zip(ribbon.marks, ribbon.ways, strict=True), start=1):
        long = half * (1.3 if i % FIVE == 0 else 0.7)
        top = (x - nx * half, y - ny * half)
        yield top, (top[0] + nx * long, top[1] + ny * long)


def _round(ring: Ring) -> Ribbon:
    """Return the front of an ellipse; equal centimetres of the body crowd at its sides."""
    count = int(pi * ring.half)
    shares = [i / count for i in range(1, count)]
    steps = [i / STEPS for i in range(STEPS + 1)]
    marks = tuple(_on(ring, share) for share in shares)
    return Ribbon(
        line=tuple(_on(ring, step) for step in steps),
        marks=marks,
        ways=tuple(_across(ring, share) for share in shares),
        hidden=tuple(_on(ring, -step) for step in steps),
    )


def _on(ring: Ring, share: float) -> Point:
    x = -ring.half * cos(pi * share)
    y = ring.sag * sin(pi * share)
    turn = radians(ring.turn)
    cx, cy = ring.at
    return cx + x * cos(turn) - y * sin(turn), cy + x * sin(turn) + y * cos(turn)


def _across(ring: Ring, share: float) -> Point:
    (ax, ay), (bx, by) = _on(ring, share - 0.01), _on(ring, share + 0.01)
    size = hypot(bx - ax, by - ay)
    return -(by - ay) / size, (bx - ax) / size


def _dot(at: Point, radius: float, line: float) -> str:
    return tag(
        "circle", cx=at[0], cy=at[1], r=radius, fill=RED, stroke="#ffffff", stroke_width=line * 2.5
    )
