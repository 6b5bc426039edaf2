"""Where an option shows in the drawing: the point that a number on the sheet leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import dist
from typing import Final

from shop.geometry.curves import Line, Point
from shop.geometry.lines import at_shares, is_inside, spread
from shop.preview.draw.choosing import is_met, settled
from shop.preview.draw.drawing import Drawing, Panel
from shop.preview.draw.hits import BODY, INSIDE, group_of
from shop.preview.draw.reader import garment_spec
from shop.preview.draw.resolve import RIGHT, resolve
from shop.preview.draw.spec import GarmentSpec, LineSpec, PanelSpec, Slot, View

Choices = Mapping[str, str]
NEAR: Final = 0.05  # cm; points of two drawings that are as good as one
MIDDLE: Final = 2.5  # cm from the centre line


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """A point of the garment in cm; a paired one lies on the other side just as well."""

    at: Point
    is_paired: bool


@dataclass(frozen=True, kw_only=True)
class Compared:
    """The drawing, and what it would be with another answer to one question."""

    spec: GarmentSpec
    choices: Choices
    drawing: Drawing
    other: Drawing
    group: str

    def shows(self, row: LineSpec) -> bool:
        return self.group in row.when and is_met(row.when, self.choices)

    def spec_of(self, panel: Panel) -> PanelSpec:
        return next(each for each in self.spec.panels if each.name == panel.spec_name)


def anchor(garment: str, choices: Choices, *, view: View, group: str) -> Anchor | None:
    """Return where the answer to this question shows from this side, None where it does not."""
    spec = garment_spec(garment)
    known = settled(spec, choices)
    others = [value for value in spec.groups.get(group, ()) if value != known[group]]
    if group == BODY or not others:
        return None
    chosen = resolve(garment, choices, view=view, still=True)
    other = resolve(garment, {**choices, group: others[0]}, view=view, still=True)
    compared = Compared(spec=spec, choices=known, drawing=chosen, other=other, group=group)
    return next(_found(compared), None)


def _found(compared: Compared) -> Iterator[Anchor]:
    """Yield the best place first: its own line, its own panel, what its outline changes."""
    yield from _lines(compared)
    yield from _panels(compared)
    yield from _edges(compared)


def _lines(compared: Compared) -> Iterator[Anchor]:
    there = {panel.name: panel for panel in compared.other.panels}
    for panel in reversed(compared.drawing.panels):
        spec = compared.spec_of(panel)
        if any(compared.shows(row) for row in (*spec.seams, *spec.stitches)):
            known = _drawn(there[panel.name]) if panel.name in there else ()
            new = [_middle(line) for line in _drawn(panel) if line not in known]
            if new:
                yield _on(max(new, key=lambda point: _away(point, known)), panel)


def _drawn(panel: Panel) -> tuple[Line, ...]:
    return (*panel.drawn_seams, *panel.stitches)


def _middle(line: Line) -> Point:
    return at_shares(line, [0.5])[0]


def _away(point: Point, lines: tuple[Line, ...]) -> float:
    """Return how far the nearest of the lines passes: what moved a little is not what is new."""
    return min((dist(point, each) for line in lines for each in line), default=0)


def _panels(compared: Compared) -> Iterator[Anchor]:
    """Yield the panels of this question, or in white where that is the question."""
    panels = compared.drawing.panels
    best = [(p.tone >= INSIDE, p.spec_name == compared.group) for p in panels]
    whites = {p.name for p in compared.other.panels if p.slot is Slot.CONTRAST}
    for place in sorted(range(len(panels)), key=lambda i: (best[i], i), reverse=True):
        panel, above = panels[place], panels[place + 1 :]
        is_new_white = panel.slot is Slot.CONTRAST and panel.name not in whites
        is_white = is_new_white and compared.group in compared.spec_of(panel).contrast
        if panel.name.endswith(RIGHT):
            continue
        if is_white or group_of(compared.spec, compared.spec_of(panel)) == compared.group:
            yield _on(_seen(panel, above), panel)


def _edges(compared: Compared) -> Iterator[Anchor]:
    tile = compared.spec.tiles.get(compared.group)
    shown = tile.show if tile else ()
    there = {panel.name: panel.edge for panel in compared.other.panels}
    for panel in reversed(compared.drawing.panels):
        if panel.spec_name in shown and panel.name in there:
            moved = [p for p in panel.edge if not _is_near(p, there[panel.name]) and p[0] >= 0]
            yield from (_on(p, panel) for p in moved[len(moved) // 2 :][:1])


def _is_near(point: Point, line: Line) -> bool:
    x, y = point
    return any(abs(x - px) < NEAR and abs(y - py) < NEAR for px, py in line)


def _on(point: Point, panel: Panel) -> Anchor:
    is_side = panel.name != panel.spec_name
    return Anchor(at=point, is_paired=is_side and abs(point[0]) > MIDDLE)


def _seen(panel: Panel, above: tuple[Panel, ...]) -> Point:
    """Return a point in the middle of a panel, if it can be one that nothing covers."""
    if panel.buttons or not panel.edge:
        below = [(text.at[0], text.at[1] + text.size) for text in panel.text]
        places = [*(one.at for one in panel.buttons), *below]
        return places[len(places) // 3]
    xs, ys = zip(*panel.edge, strict=True)
    centre = (sum(xs) / len(xs), sum(ys) / len(ys))
    tries = [centre, *(_halfway(centre, point) for point in panel.edge[::3])]
    seen = [
        each
        for each in tries
        if is_inside(each, panel.edge)
        and not any(p.edge and is_inside(each, p.edge) for p in above)
    ]
    edges = (spread(panel.edge, 60), *(p.edge for p in above))
    return max(seen, key=lambda each: _away(each, edges), default=centre)


def _halfway(one: Point, two: Point) -> Point:
    return (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
