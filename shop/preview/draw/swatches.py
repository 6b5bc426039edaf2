"""A piece of cloth close up, four centimetres wide, with a bar of one centimetre."""

from typing import Final

from shop.preview.draw.colours import brightness, mixed, worn
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.patterns import pattern_marks
from shop.preview.draw.svg import number, tag, url
from shop.preview.draw.weaves import weave_marks

SIZE: Final = 4.0  # cm
PIXELS: Final = 480
FINE: Final = 0.36  # pictures show weaves larger than they are; close up they are true
YARN: Final = 0.05  # cm from thread to thread, a little coarser than fine cloth is


def swatch(cloth: ClothLook) -> str:
    """Return the cloth at true scale as a square SVG."""
    return tag(
        "svg",
        tag("title", cloth.code),
        tag(
            "defs",
            _pattern("cloth", pattern_marks(cloth), FINE if cloth.pattern == "melange" else 1),
            _pattern("weave", weave_marks(cloth), FINE),
            _yarns(),
            _light(),
        ),
        _square(worn(cloth.ground)),
        *(_square(url(name)) for name in _layers(cloth)),
        _bar(cloth),
        xmlns="http://www.w3.org/2000/svg",
        width=PIXELS,
        height=PIXELS,
        viewBox=f"0 0 {number(SIZE)} {number(SIZE)}",
        role="img",
    )


def _layers(cloth: ClothLook) -> tuple[str, ...]:
    woven = ("cloth",) if cloth.pattern == "herringbone" else ("cloth", "weave")
    return (*woven, "yarns", "light")


def _square(fill: str) -> str:
    return tag("rect", width=SIZE, height=SIZE, fill=fill)


def _pattern(name: str, repeat: tuple[float, float, str], scale: float) -> str:
    wide, tall, marks = repeat
    return tag(
        "pattern",
        marks or tag("g"),
        id=name,
        width=wide,
        height=tall,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({number(scale)})",
    )


def _yarns() -> str:
    """Threads over and under: each crossing is lit on its upper left."""
    half = YARN / 2
    over = f"M0 0h{number(half, 3)}v{number(half, 3)}h-{number(half, 3)}z"
    both = over + f"M{number(half, 3)} {number(half, 3)}h{half}v{half}h-{half}z"
    dark = tag("path", d=both, fill="#000000", fill_opacity=0.09)
    lit = tag(
        "path",
        d=f"M0 {number(half, 3)}h{number(half, 3)}M{number(half, 3)} 0h{number(half, 3)}",
        stroke="#ffffff",
        stroke_width=0.01,
        stroke_opacity=0.22,
    )
    return tag(
        "pattern",
        dark,
        lit,
        id="yarns",
        width=f"{YARN}",
        height=f"{YARN}",
        patternUnits="userSpaceOnUse",
    )


def _light() -> str:
    return tag(
        "linearGradient",
        tag("stop", offset=0, stop_color="#ffffff", stop_opacity=0.10),
        tag("stop", offset=1, stop_color="#000000", stop_opacity=0.10),
        id="light",
        x1=0,
        y1=0,
        x2=1,
        y2=1,
    )


def _bar(cloth: ClothLook) -> str:
    pale = brightness(mixed(cloth.ground, cloth.accent, 0.4)) > 0.5  # noqa: PLR2004 - by eye
    ink, paper = ("#1d1c1a", "#ffffff") if pale else ("#ffffff", "#1d1c1a")
    y = SIZE - 0.25
    d = f"M.25 {number(y - 0.08)}V{number(y + 0.08)}M.25 {number(y)}H1.25"
    d += f"M1.25 {number(y - 0.08)}V{number(y + 0.08)}"
    return (
        tag("path", d=d, fill="none", stroke=paper, stroke_width=0.08, stroke_opacity=0.65)
        + tag("path", d=d, fill="none", stroke=ink, stroke_width=0.03)
        + _words("none", stroke=paper)
        + _words(ink)
    )


def _words(fill: str, stroke: str | None = None) -> str:
    return tag(
        "text",
        "1 cm",
        transform=f"translate(.75 {number(SIZE - 0.35)}) scale(.01)",
        font_size=20,
        font_family="Helvetica, Arial, sans-serif",
        text_anchor="middle",
        fill=fill,
        stroke=stroke,
        stroke_width=stroke and 5,
        stroke_opacity=stroke and 0.65,
        stroke_linejoin=stroke and "round",
    )
