"""Thumbnails of options: a line drawing on pale cloth, what the option changes put forward."""

from typing import Final

from shop.geometry.lines import thinned
from shop.preview.draw.drawing import Drawing, Panel
from shop.preview.draw.flats import BLACK
from shop.preview.draw.initials import GENERIC_INITIALS
from shop.preview.draw.looks import BUTTONS, LININGS, THREADS
from shop.preview.draw.reader import garment_spec
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot, TileSpec, View
from shop.preview.draw.svg import number, path_of, path_through, said, tag

WIDE, TALL = 320, 240  # pixels
INK: Final = "#3a3733"
FAINT: Final = "#a39d94"
PALE: Final = "#f6f3ee"
FORWARD: Final = "#d9e3ec"
LINE: Final = 1.5  # pixels


def shown_groups(garment: str) -> frozenset[str]:
    """Return the option groups that can be seen in the drawing, from one side or the other."""
    return frozenset(garment_spec(garment).groups)


def tile(garment: str, group: str, value: str) -> str:
    """Return the thumbnail of an option; an unknown group shows the whole garment."""
    spec = garment_spec(garment)
    frame = spec.frame
    whole = TileSpec(centre=(0, frame.height / 2 - frame.top), width=frame.height * WIDE / TALL)
    look = spec.tiles.get(group, whole)
    choices = {**look.given, group: value}
    first, *others = (
        resolve(garment, choices, view=view, still=True) for view in (look.view[0], View.BACK)
    )
    shown = (drawing for drawing in (first, *others) if _shows(drawing, look))
    return _document(next(shown, first), look, value)


def _shows(drawing: Drawing, look: TileSpec) -> bool:
    return any(panel.spec_name in look.show for panel in drawing.panels)


def _document(drawing: Drawing, look: TileSpec, value: str) -> str:
    wide, tall = look.width, look.width * TALL / WIDE
    x, y = look.centre[0] - wide / 2, look.centre[1] - tall / 2
    panels = "".join(_panel(panel, look, value) for panel in drawing.panels)
    line = look.width * LINE / WIDE
    return tag(
        "svg",
        tag(
            "g",
            panels,
            fill=PALE,
            stroke=FAINT,
            stroke_width=f"{line:.3f}",
            stroke_linejoin="round",
            stroke_linecap="round",
        ),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDE,
        height=TALL,
        viewBox=" ".join(number(v) for v in (x, y, wide, tall)),
        role="img",
    )


def _panel(panel: Panel, look: TileSpec, value: str) -> str:
    forward = panel.spec_name in look.show
    if "contrast" in look.show:
        forward = panel.slot is Slot.CONTRAST
    inside = []
    if panel.outline:
        inside.append(
            tag("path", d=path_of(panel.outline), fill=_fill(panel, value, forward=forward))
        )
    thin = {"fill": "none", "stroke_width": f"{look.width * 0.8 / WIDE:.3f}"}
    if panel.drawn_seams:
        inside.append(tag("path", d="".join(_d(line) for line in panel.drawn_seams), **thin))
    if panel.stitches:
        dash = f"{look.width * 3.2 / WIDE:.3f} {look.width * 2.4 / WIDE:.3f}"
        rows = "".join(_d(line) for line in panel.stitches)
        inside.append(tag("path", d=rows, stroke_dasharray=dash, **thin))
    inside.extend(
        tag(
            "circle",
            cx=one.at[0],
            cy=one.at[1],
            r=one.size / 2,
            fill=_button(value, forward),
            stroke=INK if forward else FAINT,
            stroke_width=thin["stroke_width"],
        )
        for one in panel.buttons
    )
    inside.extend(_initials(panel, value, forward=forward))
    return tag("g", *inside, stroke=INK if forward else None) if inside else ""


def _fill(panel: Panel, value: str, *, forward: bool) -> str | None:
    if panel.slot is Slot.LINING and forward:
        return LININGS.get(value)
    if panel.tone < 0.9:  # noqa: PLR2004 - the insides
        return "#ddd8d0"
    if panel.slot is Slot.LABEL:
        return "#c9c3b9"
    return FORWARD if forward else None


def _button(value: str, forward: bool) -> str:  # noqa: FBT001 - two kinds of button
    return BUTTONS.get(value, "#ffffff") if forward else "#ffffff"


def _d(line: tuple[tuple[float, float], ...]) -> str:
    return path_through(thinned(line, 0.02))


def _initials(panel: Panel, value: str, *, forward: bool) -> list[str]:
    return [
        tag(
            "text",
            said(GENERIC_INITIALS),
            transform=f"translate({number(text.at[0])} {number(text.at[1])}) scale(.1)",
            font_family="Georgia, serif",
            font_style="italic",
            font_size=text.size * 24,
            text_anchor="middle",
            fill=THREADS.get(value, BLACK),
            stroke="none",
        )
        for text in panel.text
        if text.slot is not Slot.LABEL and forward
    ]
