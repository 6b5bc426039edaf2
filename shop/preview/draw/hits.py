"""Where a picture can be tapped: which part of it belongs to which question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from shop.geometry.curves import Line, Point
from shop.geometry.lines import box, thinned
from shop.preview.draw.drawing import Drawing, Panel
from shop.preview.draw.reader import garment_spec
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Frame, GarmentSpec, PanelSpec, Slot, View

BODY: Final = "fit"  # the question about the garment as a whole
TOLERANCE: Final = 0.1  # cm; a finger is not more exact
FINGER: Final = 1.6  # cm of the garment round a button's middle
INSIDE: Final = 0.9  # tone of what is not outside


@dataclass(frozen=True, kw_only=True)
class Area:
    """One part of the picture; the polygon is in per mille of its width and height."""

    group: str
    title: str
    polygon: tuple[tuple[int, int], ...]


def hit_areas(garment: str, choices: Mapping[str, str], view: View) -> tuple[Area, ...]:
    """Return the parts that lead to a question, topmost first; KeyError for no such garment."""
    return _areas(garment, tuple(sorted(choices.items())), view)


@lru_cache
def seen_groups(garment: str, view: View) -> frozenset[str]:
    """Return the questions whose answer can be seen from this side; KeyError for no garment."""
    spec = garment_spec(garment)
    panels = [panel for panel in spec.panels if view in panel.view]
    printed = {panel.print for panel in panels if panel.print}
    return frozenset(printed) | frozenset(
        group for group in spec.groups for panel in panels if _speaks(spec, panel, group)
    )


def _speaks(spec: GarmentSpec, panel: PanelSpec, group: str) -> bool:
    rows = [row.when for row in (*panel.seams, *panel.stitches)]
    rows += [row.when for row in panel.buttons]
    tile = spec.tiles.get(group)
    return (
        group in {*panel.when, *panel.contrast, group_of(spec, panel)}
        or any(group in when for when in rows)
        or (tile is not None and panel.name in tile.show)
    )


@lru_cache(maxsize=128)
def _areas(garment: str, choices: tuple[tuple[str, str], ...], view: View) -> tuple[Area, ...]:
    spec = garment_spec(garment)
    drawing = resolve(garment, dict(choices), view=view, still=True)
    return tuple(reversed(tuple(_found(spec, drawing))))


def _found(spec: GarmentSpec, drawing: Drawing) -> Iterator[Area]:
    panels = {panel.name: panel for panel in spec.panels}
    rows = [
        (group, panel.title, line)
        for panel in drawing.panels
        if (group := group_of(spec, panels[panel.spec_name]))
        for line in _touchable(panel)
    ]
    wide = {group for group, _, line in rows if not _is_thin(line)}
    for group, title, line in rows:
        whole = line if group in wide else _padded(line)
        yield Area(group=group, title=title, polygon=_per_mille(whole, drawing.frame))


def _is_thin(line: Line) -> bool:
    left, top, right, bottom = box(line)
    return min(right - left, bottom - top) < 2 * FINGER


def _padded(line: Line) -> Line:
    """Return the oblong round a thin thing, such as the welt of a pocket, for a finger to find."""
    left, top, right, bottom = box(line)
    wide = max(FINGER - (right - left) / 2, 0)
    tall = max(FINGER - (bottom - top) / 2, 0)
    return (
        (left - wide, top - tall),
        (right + wide, top - tall),
        (right + wide, bottom + tall),
        (left - wide, bottom + tall),
    )


def group_of(spec: GarmentSpec, panel: PanelSpec) -> str:
    """Return the question that a panel answers, empty for what no question is about.

    Its own name says it best: `cuff-wing` belongs to `cuff`. Then come the conditions under which
    it is there, and the thumbnails that put it forward. What is left of the cloth is the body.
    """
    named = [g for g in spec.groups if panel.name == g or panel.name.startswith(f"{g}-")]
    if named:
        return max(named, key=len)
    shown = [g for g in spec.groups if g in spec.tiles and panel.name in spec.tiles[g].show]
    if BODY in shown:
        return BODY
    asked = [g for g in spec.groups if g in panel.when]
    both = [g for g in asked if g in shown]
    found = both or asked or sorted(shown, key=lambda g: len(spec.tiles[g].show))
    return found[0] if found else _rest(spec, panel)


def _rest(spec: GarmentSpec, panel: PanelSpec) -> str:
    is_cloth = panel.outline and panel.slot is Slot.MAIN and panel.tone >= INSIDE
    return BODY if is_cloth and BODY in spec.groups else ""


def _touchable(panel: Panel) -> Iterator[Line]:
    """Return outlines; what has none is as large as a finger round its buttons and letters."""
    if panel.edge:
        yield panel.edge
        return
    yield from (_round(button.at, FINGER, FINGER) for button in panel.buttons)
    yield from (_round(text.at, 3 * text.size, FINGER) for text in panel.text)


def _round(at: Point, wide: float, tall: float) -> Line:
    x, y = at
    turns = [pi * i / 6 for i in range(12)]
    return tuple((x + wide * cos(turn), y + tall * sin(turn)) for turn in turns)


def _per_mille(line: Line, frame: Frame) -> tuple[tuple[int, int], ...]:
    half = len(line) // 2  # in two halves, or a closed outline would be thinned to nothing
    kept = (*thinned(line[: half + 1], TOLERANCE), *thinned(line[half:], TOLERANCE)[1:])
    return tuple(
        (
            _within((x + frame.centre) / frame.width),
            _within((y + frame.top) / frame.height),
        )
        for x, y in kept
    )


def _within(share: float) -> int:
    return min(max(round(share * 1000), 0), 1000)
