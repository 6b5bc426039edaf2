"""What is woven or printed on a cloth, as SVG patterns at true scale, without the ground."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from shop.preview.draw.cloths import check_strength, check_width, repeat_of, stripe_width
from shop.preview.draw.colours import mixed
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.svg import number, tag
from shop.preview.draw.tailor import wander
from shop.preview.draw.weaves import specks

Marks = str
BLOOMS: Final = 4
STREWN: Final = 5  # rows and columns of blossoms


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
    return size, size, specks(look.accent, size, "a", 0.38) + specks(pale, size, "b", 0.3)


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
