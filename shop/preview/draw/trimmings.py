"""Buttons, links, buttonholes, labels and monograms."""

from shop.preview.draw.colours import LIGHT, SHADOW, Tones, brightness, mixed, multiplied
from shop.preview.draw.drawing import Button, Text
from shop.preview.draw.looks import LABEL_THREAD, METAL
from shop.preview.draw.spec import Slot
from shop.preview.draw.svg import number, said, tag, url, use

SERIF = "Georgia, 'Times New Roman', serif"


def definitions(colour: str) -> str:
    """Return a button of radius 1 and a cuff link, both lit from the upper left."""
    return (
        _gradient("button-face", mixed(colour, LIGHT, 0.55), colour, multiplied(colour, 0.72))
        + _gradient("button-dish", multiplied(colour, 0.8), colour, mixed(colour, LIGHT, 0.45))
        + _gradient("link-face", mixed(METAL, LIGHT, 0.75), METAL, multiplied(METAL, 0.45))
        + tag("g", *_button(colour), id="button")
        + tag("g", *_link(), id="link")
    )


def _gradient(name: str, *colours: str) -> str:
    last = len(colours) - 1
    stops = (tag("stop", offset=i / last, stop_color=colour) for i, colour in enumerate(colours))
    return tag("linearGradient", *stops, id=name, x1=0.15, y1=0.1, x2=0.85, y2=0.9)


def _button(colour: str) -> tuple[str, ...]:
    rim = multiplied(colour, 0.55)
    hole = multiplied(mixed(colour, SHADOW, 0.5), 0.45)
    thread = mixed(colour, "#f4f0e6" if brightness(colour) > 0.25 else "#77726b", 0.8)  # noqa: PLR2004
    holes = ((-0.24, -0.24), (0.24, -0.24), (-0.24, 0.24), (0.24, 0.24))
    return (
        tag("circle", r=1, fill=url("button-face"), stroke=rim, stroke_width=0.07),
        tag("circle", r=0.7, fill=url("button-dish")),
        *(tag("circle", cx=x, cy=y, r=0.125, fill=hole) for x, y in holes),
        tag(
            "path",
            d="M-.24-.24v.48M.24-.24v.48",
            stroke=thread,
            stroke_width=0.13,
            stroke_linecap="round",
        ),
    )


def _link() -> tuple[str, ...]:
    return (
        tag("circle", r=1, fill=url("link-face"), stroke=multiplied(METAL, 0.4), stroke_width=0.08),
        tag("circle", r=0.74, fill=METAL, stroke=multiplied(METAL, 0.6), stroke_width=0.06),
        tag(
            "path",
            d="M-.55-.3A.62.62 0 0 1 .1-.6",
            fill="none",
            stroke="#fff6dc",
            stroke_width=0.16,
            stroke_linecap="round",
            stroke_opacity=0.9,
        ),
    )


def button(one: Button, tones: Tones) -> str:
    """Return the buttonhole, the two shadows and the button."""
    x, y = one.at
    radius = one.size / 2
    place = f"translate({number(x)} {number(y)})"
    return (
        _hole(one, tones)
        + tag(
            "circle",
            cy=y + 0.22,
            r=radius,
            filter=url("b-a"),
            cx=x + 0.12,
            fill=tones.dark,
            fill_opacity=0.5,
        )
        + use(
            one.kind if one.kind == "link" else "button",
            transform=f"{place} scale({number(radius)}) rotate({number(one.turn, 0)})",
        )
    )


def _hole(one: Button, tones: Tones) -> str:
    if one.hole is None:
        return ""
    half = 0.82 * one.size
    x, y = one.at
    turned = f"translate({number(x)} {number(y)}) rotate({number(one.hole, 0)})"
    d = f"M{number(-half)} 0H{number(half)}"
    return tag(
        "path", d=d, transform=turned, stroke=tones.thread, stroke_width=0.24, stroke_opacity=0.9
    ) + tag("path", d=d, transform=turned, stroke=tones.edge, stroke_width=0.06)


def written(text: Text, words: str, tones: Tones) -> str:
    """Return embroidered initials with their relief, or the words of a label."""
    if text.slot is Slot.LABEL:
        return _text(text, words, fill=LABEL_THREAD, family=SERIF, spacing=0.14)
    thread = "#32486e" if brightness(tones.cloth) > 0.45 else "#e8e2d2"  # noqa: PLR2004
    under = _text(text, words, fill=tones.dark, family=SERIF, italic=True, shift=0.05, opacity=0.4)
    return under + _text(text, words, fill=thread, family=SERIF, italic=True, spacing=0.06)


def _text(
    text: Text,
    words: str,
    *,
    fill: str,
    family: str,
    italic: bool = False,
    spacing: float = 0.06,
    shift: float = 0,
    opacity: float | None = None,
) -> str:
    """Letters are set ten times too large and scaled down: browsers round small sizes."""
    x, y = text.at[0] + shift, text.at[1] + shift
    return tag(
        "text",
        said(words),
        transform=f"translate({number(x)} {number(y)}) rotate({number(text.turn)}) scale(.1)",
        font_family=family,
        font_size=text.size * 10,
        font_style="italic" if italic else None,
        font_weight="bold" if italic else None,
        letter_spacing=text.size * 10 * spacing,
        text_anchor="middle",
        fill=fill,
        fill_opacity=opacity,
    )
