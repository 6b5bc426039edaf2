"""Weaves as SVG patterns: what the threads add to the colour, in light and dark."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from shop.preview.draw.colours import brightness
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.svg import number, tag
from shop.preview.draw.tailor import wander

Marks = str


@lru_cache(maxsize=128)
def weave_marks(look: ClothLook) -> tuple[float, float, Marks]:
    """Return width and height of a piece of weave and its threads, light and dark."""
    drawn = _WEAVES.get(look.weave)
    if drawn is None:
        return 1.0, 1.0, ""
    dark = brightness(look.ground) < 0.35  # noqa: PLR2004 - by eye
    return drawn("#ffffff" if dark else "#000000", "#ffffff")


def specks(colour: str, size: float, seed: str, opacity: float) -> Marks:
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
    size, pitch = 6.0, 0.15
    steps = int(size / pitch)
    twill = "".join(f"M{number(i * pitch)} {number(size)}l6-6" for i in range(-steps, steps))
    slubs = _slubs("slub", 90, size, 2.2)
    deep = _slubs("deep", 90, size, 2.2)
    return (
        size,
        size,
        (
            _lines(twill, "#ffffff", 0.05, 0.13)
            + _lines(slubs, "#ffffff", 0.06, 0.12)
            + _lines(deep, "#000000", 0.07, 0.12)
        ),
    )


def _linen(dark: str, light: str) -> tuple[float, float, Marks]:
    size = 6.0
    across = _slubs("across", 84, size, 1.6, upright=False)
    along = _slubs("along", 84, size, 1.4)
    return size, size, _lines(across, dark, 0.06, 0.10) + _lines(along, light, 0.06, 0.26)


def _slubs(seed: str, count: int, size: float, longest: float, *, upright: bool = True) -> str:
    """Thick places of a yarn; one that leaves the repeat comes in on its other side."""
    out = ""
    for i in range(count):
        place = (wander(seed, i, "place") + 1) * size / 2
        start = (wander(seed, i, "start") + 1) * size / 2
        length = 0.4 + (longest - 0.4) * abs(wander(seed, i, "length"))
        for shift in (0.0, -size) if start + length > size else (0.0,):
            x, y = (place, start + shift) if upright else (start + shift, place)
            out += f"M{number(x)} {number(y)}{'v' if upright else 'h'}{number(length, 1)}"
    return out


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
    return 3.0, 3.0, specks("#000000", 3.0, "f", 0.11) + specks("#ffffff", 3.0, "g", 0.08)


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
