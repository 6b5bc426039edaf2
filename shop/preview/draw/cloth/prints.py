"""Prints: a cell drawn by rule, in the relief of the weave. Flowers drop by half to the side."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from shop.preview.draw.cloth.filtering import filtered, good_size
from shop.preview.draw.cloth.flowers import bouquet
from shop.preview.draw.cloth.yarns import Print
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.planes.tone import linear

PER_CM: Final = 64  # of the drawing of a flower print
DOT_PIXELS: Final = 512  # of the cell of a dotted one
DOTS_CM: Final = 10.0  # of a dotted tile: many cells, so that their weave varies
FINE: Final = 2
PAD: Final = 24  # texels that the filter sees beyond the cell
LIGHT_OF_BYTE: Final = linear(np.arange(256) / 255)


def printed(print_: Print, weave: Plane, scale: float, over: int) -> tuple[Plane, float]:
    """Return the printed cloth, whole cells wide, and its texels per cm.

    `weave` is the light of the white cloth; it goes on under the print.
    """
    size = 2 * round(print_.cell * scale * over / 2)
    cell = _softened(_sized(picture(print_), size), over, print_)
    times = 1 if print_.drops else 2 * max(1, round(DOTS_CM / print_.cell / 2))
    sheet = np.tile(_pair(cell, print_), (1, times, max(1, times // 2)))
    sheet *= _laid(weave / weave.mean(), sheet.shape[1:])
    return sheet, size / print_.cell


@lru_cache(maxsize=4)
def picture(print_: Print) -> NDArray[np.uint8]:
    """Return the cell, sRGB; the cell beside it is the same, dropped by half."""
    per_cm = DOT_PIXELS / print_.cell if print_.kind == "dots" else PER_CM
    size = round(print_.cell * per_cm) * FINE
    image = Image.new("RGB", (size, size), print_.ground)
    draw = ImageDraw.Draw(image)
    if print_.kind == "dots":
        radius = print_.dot * size
        for x, y in ((0, 0), (0, 1), (0.5, 0.5), (1, 0), (1, 1)):  # two to a repeat
            box = [x * size - radius, y * size - radius, x * size + radius, y * size + radius]
            draw.ellipse(box, fill=print_.accent)
    else:
        for patch in bouquet(print_):
            for outline in patch.copies(print_.cell):
                points = (outline * (per_cm * FINE)).round().astype(int)
                draw.polygon([(x, y) for x, y in points.tolist()], fill=patch.colour)
    return np.asarray(image.reduce(FINE))


def _sized(drawn: NDArray[np.uint8], size: int) -> Plane:
    """Return the cell over texels, linear."""
    return np.stack([_resized(LIGHT_OF_BYTE[drawn[..., c]], size) for c in range(3)])


def _resized(plane: Plane, size: int) -> Plane:
    how = Image.Resampling.BOX if size < plane.shape[0] else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(np.ascontiguousarray(plane)).resize((size, size), how))


def _pair(cell: Plane, print_: Print) -> Plane:
    """Return the cell and the one beside it, planes first."""
    half = cell.shape[1] // 2 if print_.drops else 0
    return np.concatenate([cell, np.roll(cell, half, 1)], 2)


def _softened(cell: Plane, over: int, print_: Print) -> Plane:
    """Filter the cell among its neighbours."""
    size = cell.shape[1]
    pad = min(PAD, size // 2)
    tall = good_size(size + 2 * pad) - size
    above, below = tall // 2, tall - tall // 2
    column = np.roll(cell, size // 2 if print_.drops else 0, 1)
    wide = np.concatenate([column[:, :, -above:], cell, column[:, :, :below]], 2)
    whole = np.concatenate([wide[:, -above:], wide, wide[:, :below]], 1)
    return filtered(whole, over)[:, above : above + size, above : above + size]


def _laid(weave: Plane, shape: tuple[int, ...]) -> Plane:
    """Return the weave's light repeated over the sheet; it is cut where whole pieces end."""
    rows, columns = shape
    times = -(-rows // weave.shape[0]), -(-columns // weave.shape[1])
    size = times[0] * weave.shape[0], times[1] * weave.shape[1]
    sheet = np.tile(weave, times)
    if size == (rows, columns):
        return sheet
    image = Image.fromarray(sheet).resize((columns, rows), Image.Resampling.BILINEAR)
    return np.asarray(image)


def cut_of(print_: Print, size: tuple[int, int], seen: tuple[float, float]) -> Plane:
    """Return the print on a square of cloth, (3, *size); `seen` is its width and height in cm."""
    drawn = picture(print_)
    per_cm = len(drawn) / print_.cell
    pair = _pair(drawn.transpose(2, 0, 1), print_).transpose(1, 2, 0)
    times = int(max(seen) // print_.cell) + 1
    most = int(max(seen) * per_cm) + 2
    sheet = Image.fromarray(np.tile(pair, (times, -(-times // 2), 1))[:most, :most])
    box = (0.0, 0.0, seen[0] * per_cm, seen[1] * per_cm)
    cut = sheet.resize(size[::-1], Image.Resampling.BICUBIC, box)
    return LIGHT_OF_BYTE[np.asarray(cut)].transpose(2, 0, 1)
