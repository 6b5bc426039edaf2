"""Cloth as SVG patterns at true scale: the weave, and the pattern woven or printed on it."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from shop.preview.draw.colours import brightness, mixed
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.svg import number, tag
from shop.preview.draw.tailor import wander

GINGHAM_MM: Final = 15  # wider repeats are windowpanes of thin lines
BROAD_STRIPE_MM: Final = 10  # wider repeats are chalk and pin stripes
Marks = str


def repeat_of(look: ClothLook) -> float:
    """Return the repeat in centimetres; a pattern without one gets what is usual."""
    usual = {"floral": 9.0, "dots": 1.2, "herringbone": 1.4, "melange": 3.0}
    return look.repeat_mm / 10 or usual.get(look.pattern, 1.0)


def stripe_width(look: ClothLook) -> float:
    return repeat_of(look) / 2 if look.repeat_mm <= BROAD_STRIPE_MM else 0.16


def is_lined(look: ClothLook) -> bool:
    """Stripes and checks are drawn line by line, so that they can follow an arm."""
    return look.pattern in {"stripe", "check"}


def is_thin(look: ClothLook) -> bool:
    return look.repeat_mm > (GINGHAM_MM if look.pattern == "check" else BROAD_STRIPE_MM)


def check_width(look: ClothLook) -> float:
    return 0.14 if is_thin(look) else repeat_of(look) / 2


def check_strength(look: ClothLook) -> float:
    """Where only one of two crossing yarns is coloured, half of the colour shows."""
    return 0.8 if is_thin(look) else 0.5


@lru_cache(maxsize=128)
def pattern_marks(look: ClothLook) -> tuple[float, float, Marks]:
    """Return width and height of the repeat and what stands in it, without the ground."""
    size = repeat_of(look)
    drawn = _PATTERNS.get(look.pattern)
    return drawn(look, size) if drawn else (1.0, 1.0, "")


def _stripe(look: ClothLook, size: float) -> tuple[float, float, Marks]:
    return size, 4, tag("rect", width=stripe_width(look), height=4, fill=look.accent)


def _check(look: ClothLook, size: float) -> tuple[float, float, Marks]:
    width, strength = check_width(look), check_strength(look)
    across = tag("rect", width=width, height=size, fill=look.accent, fill_opacity=strength)
    along = tag("rect", width=size, height=width, fill=look.accent, fill_opacity=strength)
    return size, size, across + along


def _herringbone(look: ClothLook, size: float) -> tuple[float, float, Marks]:
    pitch = 0.26
    half = size / 2
    zigzag = "".join(
        f"M0 {number(i * pitch + half * 1.2)}L{number(half)} {number(i * pitch)}"
        f"L{number(size)} {number(i * pitch + half * 1.2)}"
        for i in range(-6, 8)
    )
    path = tag(
        "path", d=zigzag, fill="none", stroke=look.accent, stroke_width=0.1, stroke_opacity=0.55
    )
    return size, pitch * 4, path


def _melange(look: ClothLook, size: float) -> tuple[float, float, Marks]:
    pale = mixed(look.ground, "#ffffff", 0.45)
    return size, size, _specks(look.accent, size, "a", 0.45) + _specks(pale, size, "b", 0.4)


def _specks(colour: str, size: float, seed: str, opacity: float) -> Marks:
    """Short hairs of fibre in all directions, mostly along the cloth."""
    hairs = "".join(
        f"M{number((wander(seed, i, 'x') + 1) * size / 2)}"
        f" {number((wander(seed, i, 'y') + 1) * size / 2)}"
        f"l{number(wander(seed, i, 'u') * 0.12)} {number(0.08 + 0.14 * abs(wander(seed, i, 'v')))}"
        for i in range(70)
    )
    return tag(
        "path", d=hairs, fill="none", stroke=colour, stroke_width=0.05, stroke_opacity=opacity
    )


def _dots(look: ClothLook, size: float) -> tuple[float, float, Marks]:
    spots = ((0.25, 0.25), (0.75, 0.75))
    radius = min(0.16 * size, 0.3)
    circles = (
        tag("circle", cx=x * size, cy=y * size, r=radius, fill=look.accent) for x, y in spots
    )
    return size, size, "".join(circles)


def _floral(look: ClothLook, size: float) -> tuple[float, float, Marks]:
    """A half-drop of blossoms, leaves and buds; what leaves the repeat comes in on the far side."""
    size = max(size, 6.0)
    places = (
        (0.20, 0.16, 1.0),
        (0.70, 0.30, 0.8),
        (0.42, 0.56, 0.9),
        (0.90, 0.72, 1.0),
        (0.16, 0.84, 0.75),
        (0.62, 0.92, 0.6),
    )
    marks = ""
    for i, (x, y, scale) in enumerate(places):
        blossom = _blossom(look, i)
        for dx, dy in ((0, 0), (-1, 0), (0, -1), (-1, -1), (1, 0), (0, 1)):
            px, py = (x + dx) * size, (y + dy) * size
            if -1 < px < size + 1 and -1 < py < size + 1:
                turn = number(180 * wander("turn", i), 0)
                place = f"translate({number(px)} {number(py)}) rotate({turn})"
                marks += tag("g", blossom, transform=f"{place} scale({number(scale * size / 9)})")
    return size, size, marks


def _blossom(look: ClothLook, i: int) -> Marks:
    petals = (look.accent, mixed(look.accent, "#ffffff", 0.35), mixed(look.accent, "#e0b15a", 0.5))
    leaf = mixed(mixed(look.accent, "#5d7a4a", 0.75), look.ground, 0.15)
    leaves = "".join(
        tag(
            "path",
            d="M0 0C.5-.5 1.2-.6 1.9-.1C1.2.3.5.3 0 0z",
            fill=leaf,
            transform=f"rotate({number(turn, 0)})",
        )
        for turn in (20 + 30 * wander(i, "l"), 150 + 30 * wander(i, "m"), 265)
    )
    ring = "".join(
        tag("ellipse", cy=-0.55, rx=0.36, ry=0.55, transform=f"rotate({turn})")
        for turn in range(0, 360, 72)
    )
    heart = tag("circle", r=0.24, fill=mixed("#e9c46a", look.ground, 0.25))
    return leaves + tag("g", ring, fill=petals[i % 3]) + heart


_PATTERNS: Final[Mapping[str, Callable[[ClothLook, float], tuple[float, float, Marks]]]] = {
    "stripe": _stripe,
    "check": _check,
    "herringbone": _herringbone,
    "melange": _melange,
    "floral": _floral,
    "dots": _dots,
}


@lru_cache(maxsize=128)
def weave_marks(look: ClothLook) -> tuple[float, float, Marks]:
    """Return width and height of a piece of weave and its threads, light and dark."""
    drawn = _WEAVES.get(look.weave)
    if drawn is None:
        return 1.0, 1.0, ""
    dark = brightness(look.ground) < 0.35  # noqa: PLR2004 - by eye
    return drawn("#ffffff" if dark else "#000000", "#ffffff")


def _lines(d: str, colour: str, width: float, opacity: float) -> Marks:
    return tag("path", d=d, fill="none", stroke=colour, stroke_width=width, stroke_opacity=opacity)


def _diagonal(
    pitch: float, opacity: float, width: float
) -> Callable[[str, str], tuple[float, float, Marks]]:
    p = number(pitch, 3)
    d = f"M0 {p}L{p} 0M-.05 .05L.05-.05M{number(pitch - 0.05, 3)} {number(pitch + 0.05, 3)}l.1-.1"

    def drawn(dark: str, light: str) -> tuple[float, float, Marks]:
        return pitch, pitch, _lines(d, dark, width, opacity)

    return drawn


def _denim(dark: str, light: str) -> tuple[float, float, Marks]:
    size, pitch = 3.0, 0.15
    steps = int(size / pitch)
    twill = "".join(f"M{number(i * pitch)} {number(size)}l3-3" for i in range(-steps, steps))
    slubs = "".join(
        f"M{number((wander('slub', i) + 1) * 1.5)} {number((wander('up', i) + 1) * 1.2)}"
        f"v{number(0.5 + 1.3 * abs(wander('long', i)))}"
        for i in range(34)
    )
    deep = "".join(
        f"M{number((wander('deep', i) + 1) * 1.5)} {number((wander('dp', i) + 1) * 1.2)}"
        f"v{number(0.5 + 1.3 * abs(wander('dl', i)))}"
        for i in range(24)
    )
    return (
        size,
        size,
        (
            _lines(twill, "#ffffff", 0.05, 0.20)
            + _lines(slubs, "#ffffff", 0.06, 0.22)
            + _lines(deep, "#000000", 0.07, 0.14)
        ),
    )


def _linen(dark: str, light: str) -> tuple[float, float, Marks]:
    size = 4.0
    across = "".join(
        f"M{number((wander('a', i) + 1) * 1.8)} {number((wander('b', i) + 1) * 2)}"
        f"h{number(0.4 + 1.4 * abs(wander('c', i)))}"
        for i in range(46)
    )
    along = "".join(
        f"M{number((wander('d', i) + 1) * 2)} {number((wander('e', i) + 1) * 1.8)}"
        f"v{number(0.4 + 1.2 * abs(wander('f', i)))}"
        for i in range(46)
    )
    return size, size, _lines(across, dark, 0.06, 0.11) + _lines(along, light, 0.06, 0.30)


def _basket(dark: str, light: str) -> tuple[float, float, Marks]:
    squares = tag("path", d="M0 0h.09v.09h-.09zM.09.09h.09v.09h-.09z", fill=dark, fill_opacity=0.09)
    return 0.18, 0.18, squares + tag("path", d="M.09 0h.09v.05h-.09z", fill=light, fill_opacity=0.2)


def _felted(dark: str, light: str) -> tuple[float, float, Marks]:
    return 3.0, 3.0, _specks("#000000", 3.0, "f", 0.13) + _specks("#ffffff", 3.0, "g", 0.13)


def _pebbled(dark: str, light: str) -> tuple[float, float, Marks]:
    grains = "".join(
        f"M{number((wander('p', i) + 1) * 0.75)} {number((wander('q', i) + 1) * 0.75)}h.05"
        for i in range(60)
    )
    return 1.5, 1.5, _lines(grains, dark, 0.06, 0.10)


def _bones(dark: str, light: str) -> tuple[float, float, Marks]:
    zigzag = "".join(
        f"M0 {number(i * 0.16 + 0.5)}L.5 {number(i * 0.16)}L1 {number(i * 0.16 + 0.5)}"
        for i in range(-4, 5)
    )
    return 1.0, 0.64, _lines(zigzag, dark, 0.06, 0.12)


_WEAVES: Final[Mapping[str, Callable[[str, str], tuple[float, float, Marks]]]] = {
    "oxford": _basket,
    "twill": _diagonal(0.17, 0.10, 0.05),
    "denim": _denim,
    "linen": _linen,
    "flannel": _felted,
    "wool": _felted,
    "crepe": _pebbled,
    "herringbone": _bones,
}
