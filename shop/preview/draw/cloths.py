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
BLOOMS: Final = 4
STREWN: Final = 5  # rows and columns of blossoms


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
    return size, size, _specks(look.accent, size, "a", 0.38) + _specks(pale, size, "b", 0.3)


def _specks(colour: str, size: float, seed: str, opacity: float) -> Marks:
    """Short hairs of fibre in all directions, mostly along the cloth."""
    hairs = "".join(
        f"M{number((wander(seed, i, 'x') + 1) * size / 2)}"
        f" {number((wander(seed, i, 'y') + 1) * size / 2)}"
        f"l{number(wander(seed, i, 'u') * 0.12)} {number(0.08 + 0.14 * abs(wander(seed, i, 'v')))}"
        for i in range(90)
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
    """Blossoms strewn half-drop over two repeats; what leaves one side comes in on the other."""
    size = max(size, 6.0) * 2
    marks = "".join(
        tag("g", tag("g", _blossom(look, i), id=f"bloom{i}"), transform="scale(0)")
        for i in range(BLOOMS)
    )
    for i in range(STREWN * STREWN):
        column, row = i % STREWN, i // STREWN
        x = (column + 0.5 + 0.3 * wander("fx", i)) / STREWN * size
        y = (row + 0.5 * (column % 2) + 0.3 * wander("fy", i)) / STREWN * size
        scale = size / 18 * (0.62 + 0.36 * wander("fs", i))
        turned = f"scale({number(scale)}) rotate({number(180 * wander('turn', i), 0)})"
        for px, py in _wrapped(x, y, size):
            place = f"translate({number(px)} {number(py)}) {turned}"
            marks += tag("use", href=f"#bloom{i % BLOOMS}", transform=place)
    return size, size, marks


def _wrapped(x: float, y: float, size: float) -> list[tuple[float, float]]:
    reach = 2.2 * size / 18
    return [
        (x + dx, y + dy)
        for dx in (-size, 0, size)
        for dy in (-size, 0, size)
        if -reach < x + dx < size + reach and -reach < y + dy < size + reach
    ]


def _blossom(look: ClothLook, i: int) -> Marks:
    petals = (look.accent, mixed(look.accent, "#ffffff", 0.4), mixed(look.accent, "#d9a441", 0.45))
    leaf = mixed(mixed(look.accent, "#5f7a55", 0.85), look.ground, 0.2)
    turns = (20 + 30 * wander(i, "l"), 150 + 30 * wander(i, "m"), 265)
    leaves = "".join(
        tag(
            "path", d="M0 0C.5-.5 1.2-.6 1.9-.1C1.2.3.5.3 0 0z", transform=f"rotate({number(t, 0)})"
        )
        for t in turns
    )
    ring = "".join(
        tag(
            "path",
            d="M0 0C-.5-.35-.5-1.1-.08-1.05C0-1 0-1 .08-1.05C.5-1.1.5-.35 0 0z",
            transform=f"rotate({turn})",
        )
        for turn in range(0, 360, 72)
    )
    dark = mixed(petals[i % 3], "#000000", 0.18)
    return (
        tag("g", leaves, fill=leaf)
        + tag("g", ring, fill=petals[i % 3], stroke=dark, stroke_width=0.05)
        + tag("circle", r=0.2, fill=mixed("#e9c46a", look.ground, 0.15))
    )


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


def _twill(dark: str, light: str) -> tuple[float, float, Marks]:
    """Many ridges in one repeat: a repeat of one ridge shows as a net where pixels are coarse."""
    size, ridges = 2.4, 10
    d = "".join(
        f"M{number(i * size / ridges - size)} {number(size)}l{number(size)}-{number(size)}"
        for i in range(2 * ridges)
    )
    return size, size, _lines(d, dark, 0.09, 0.055)


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
    size, half = 7.0, 3.5
    across = "".join(
        f"M{number((wander('a', i) + 1) * half - 0.5, 1)} {number((wander('b', i) + 1) * half)}"
        f"h{number(0.3 + 1.3 * abs(wander('c', i)), 1)}"
        for i in range(120)
    )
    along = "".join(
        f"M{number((wander('d', i) + 1) * half)} {number((wander('e', i) + 1) * half - 0.5, 1)}"
        f"v{number(0.3 + 1.1 * abs(wander('f', i)), 1)}"
        for i in range(120)
    )
    return size, size, _lines(across, dark, 0.06, 0.10) + _lines(along, light, 0.06, 0.26)


def _basket(dark: str, light: str) -> tuple[float, float, Marks]:
    size, count = 1.2, 5
    half = number(size / count / 2)
    squares = "".join(
        f"M{number((i + shift) * size / count)} {number((j + shift) * size / count)}"
        f"h{half}v{half}h-{half}z"
        for shift in (0, 0.5)
        for i in range(count)
        for j in range(count)
    )
    return size, size, tag("path", d=squares, fill=dark, fill_opacity=0.085)


def _felted(dark: str, light: str) -> tuple[float, float, Marks]:
    return 3.0, 3.0, _specks("#000000", 3.0, "f", 0.11) + _specks("#ffffff", 3.0, "g", 0.08)


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
    "twill": _twill,
    "denim": _denim,
    "linen": _linen,
    "flannel": _felted,
    "wool": _felted,
    "crepe": _pebbled,
    "herringbone": _bones,
}
