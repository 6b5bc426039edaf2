"""Cloth from close by, thread by thread, with a bar of one centimetre."""

from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from shop.preview.draw.cloth.closeup import closeup
from shop.preview.draw.cloth.filtering import filtered, good_size
from shop.preview.draw.cloth.grid import Grid
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.planes.fields import Plane, noise
from shop.preview.draw.planes.tone import on_screen
from shop.preview.draw.type import sans

REFERENCE: Final = 480
SAMPLES: Final = 1250  # along a side; the same at every size, so that the piece is the same
NARROW: Final = 3.2  # pixels; threads narrower than this are filtered, lest they make bands
LOUPE_CM: Final = 2.4  # of fine cloth that is shown
THREADS: Final = 72  # that are shown of coarse cloth
WIDEST_CM: Final = 4.4
REPEATS: Final = 2.3  # of a stripe or herringbone that are shown
CHECKS: Final = 1.25
FLOWERS_CM: Final = 8.5
DOTS: Final = 3.4  # repeats of a dotted print
PAD: Final = 16
BAR: Final = "#ffffff"
LABEL: Final = "1 cm"


def swatch(
    look: ClothLook, pixels: int = REFERENCE, *, pixels_per_cm: float | None = None
) -> Image.Image:
    """Return a square of the cloth with a bar that is one centimetre long.

    Fine cloth is shown larger than life, a large pattern smaller; `pixels_per_cm` overrules that.
    """
    fabric = fabric_of(look)
    cm = pixels / pixels_per_cm if pixels_per_cm else seen_cm(look)
    grid = Grid(fabric=fabric, cm=cm, samples=SAMPLES)
    light = _sized(grid, pixels) * _table(pixels)
    image = Image.fromarray(np.ascontiguousarray(on_screen(light).transpose(1, 2, 0)))
    _mark(image, pixels / cm)
    return image


def seen_cm(look: ClothLook) -> float:
    """Return how many cm of the cloth its swatch shows."""
    fabric = fabric_of(look)
    if fabric.printed:
        return FLOWERS_CM if look.pattern == "floral" else DOTS * fabric.printed.cell
    repeat = look.repeat_mm / 10
    if look.pattern == "check":
        return max(LOUPE_CM, CHECKS * repeat)
    loupe = min(max(LOUPE_CM, THREADS / fabric.warp.per_cm), WIDEST_CM)
    return max(loupe, REPEATS * repeat if look.pattern in {"stripe", "herringbone"} else 0)


def _sized(grid: Grid, pixels: int) -> Plane:
    """Return the close-up in pixels. Threads too narrow for them leave their colour only."""
    box = (0.0, 0.0, *grid.seen)
    light = np.stack(
        [
            np.asarray(
                Image.fromarray(plane).resize((pixels, pixels), Image.Resampling.LANCZOS, box)
            )
            for plane in np.ascontiguousarray(closeup(grid), np.float32)
        ]
    )
    threads = max(grid.fabric.warp.per_cm, grid.fabric.weft.per_cm)
    return np.clip(light if pixels / grid.cm > NARROW * threads else _calmed(light), 0, None)


def _calmed(light: Plane) -> Plane:
    size = good_size(light.shape[1] + 2 * PAD) - light.shape[1]
    above = size // 2
    padded = np.pad(light, ((0, 0), (above, size - above), (above, size - above)), mode="reflect")
    return filtered(padded, 1)[:, above : above + light.shape[1], above : above + light.shape[2]]


@lru_cache(maxsize=4)
def _table(pixels: int) -> Plane:
    """Return the light on a cutting that lies on a table, not quite flat."""
    x = np.linspace(-0.5, 0.5, pixels, dtype=np.float32)
    slow = noise((pixels, pixels), (pixels / 2, pixels / 3), "table")
    return 1 - 0.05 * x[None, :] - 0.06 * x[:, None] + 0.02 * slow


def _mark(image: Image.Image, scale: float) -> None:
    """Draw the bar: one centimetre between the outer edges of its ends."""
    draw = ImageDraw.Draw(image, "RGBA")
    size = image.width / REFERENCE
    thick, left, bottom = max(2, round(2 * size)), round(22 * size), image.height - round(22 * size)
    right = left + round(scale) - 1
    font = sans(round(17 * size))
    wide = max(right, left + font.getlength(LABEL))
    draw.rounded_rectangle(
        [left - 11 * size, bottom - 35 * size, wide + 11 * size, bottom + 11 * size],
        6 * size,
        fill=(24, 22, 20, 165),
    )
    draw.rectangle([left, bottom - thick + 1, right, bottom], fill=BAR)
    for x in (left, right - thick + 1):
        draw.rectangle([x, bottom - round(8 * size), x + thick - 1, bottom], fill=BAR)
    draw.text((left, bottom - 12 * size), LABEL, font=font, fill=BAR, anchor="ls")
