"""Cloth from close by, thread by thread, with a bar of one centimetre."""

from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from shop.preview.draw.cloth.crossings import wrapped_noise
from shop.preview.draw.cloth.fabric import Fabric, Sequence
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.tile import tile
from shop.preview.draw.cloth.weave import WEAVES
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.raster.fields import Plane, gradient, noise, resized
from shop.preview.draw.raster.light import lit
from shop.preview.draw.raster.tone import linear_of, on_screen
from shop.preview.draw.type import sans

OVER: Final = 3  # samples for every pixel
THREAD_PX: Final = 5.0  # a thread narrower than this is banded, not seen
WIDEST_CM: Final = 4.0  # of the cutting
BAR: Final = "#ffffff"


def swatch(look: ClothLook, pixels: int = 480) -> Image.Image:
    """Return a square of the cloth. Fine cloth is shown larger; the bar says how large."""
    fabric = fabric_of(look)
    scale = _scale(fabric, look, pixels)
    if fabric.printed or _repeat(look) > 0.4 * pixels / scale:
        light = _from_afar(fabric, pixels, scale)
    else:
        light = _threads(fabric, pixels, scale)
    image = Image.fromarray(np.ascontiguousarray(on_screen(light).transpose(1, 2, 0)))
    _mark(image, scale)
    return image


def _repeat(look: ClothLook) -> float:
    return look.repeat_mm / 10 if look.pattern in {"stripe", "check"} else 0


def _scale(fabric: Fabric, look: ClothLook, pixels: int) -> float:
    """Return pixels per cm: one and a half repeats of a pattern, or threads wide enough to see."""
    if fabric.printed:
        return pixels / (9.0 if fabric.printed.kind == "floral" else 4 * fabric.printed.repeat)
    if look.pattern == "check":
        return pixels / (1.5 * _repeat(look))
    threads = THREAD_PX * max(fabric.ends, fabric.picks)
    if look.pattern == "stripe":
        return min(threads, pixels / (2.2 * _repeat(look)))
    return max(threads, pixels / WIDEST_CM)


def _from_afar(fabric: Fabric, pixels: int, scale: float) -> Plane:
    """Return a large pattern at the density of its threads, as the eye sees it at arm's length."""
    found = tile(fabric, scale, 2)
    across = (np.arange(pixels) / scale * found.across).astype(int) % found.planes.shape[2]
    down = (np.arange(pixels) / scale * found.down).astype(int) % found.planes.shape[1]
    return found.planes[:, down[:, None], across[None, :]] * _table(pixels)


def _threads(fabric: Fabric, pixels: int, scale: float) -> Plane:
    """Return yarns with a round section that dive below each other."""
    random = np.random.default_rng(7)
    size, cm = pixels * OVER, pixels / scale
    matrix = WEAVES[fabric.weave]
    ends, picks = int(cm * fabric.ends) + 2, int(cm * fabric.picks) + 2
    step = ((np.arange(size) + 0.5) / (scale * OVER)).astype(np.float32)
    u = step[None, :] * fabric.ends + 0.10 * _wander(
        size, max(4, int(2 * cm)), ends // 2 + 2, random
    )
    v = step[:, None] * fabric.picks + 0.10 * _wander(
        size, picks // 2 + 2, max(4, int(2 * cm)), random
    )
    end, pick = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    beside, above = u - end - 0.5, v - pick - 0.5
    end, pick = np.clip(end, 0, ends - 1), np.clip(pick, 0, picks - 1)
    rows, columns = matrix.shape
    up = matrix[pick % rows, end % columns].astype(bool)
    goes_on = matrix[(pick + np.where(above > 0, 1, -1)) % rows, end % columns].astype(bool)
    floats = matrix[pick % rows, (end + np.where(beside > 0, 1, -1)) % columns] == 0
    warp_dip = np.where(goes_on, 0, 4 * above * above)
    weft_dip = np.where(floats, 0, 4 * beside * beside)
    warp = _round(beside) * (1 - 0.55 * warp_dip)
    weft = _round(above) * (1 - 0.55 * weft_dip) * (1 - 0.35 * max(0.0, fabric.cover))
    height = np.where(up, warp, weft).astype(np.float32)
    colours = _yarn_colours(fabric, (end, pick), up, (ends, picks), random)
    twist = np.where(up, np.sin(11 * beside + 8 * v), np.sin(11 * above + 8 * u))
    across, down = gradient(height)
    rise = np.float32(0.9 * scale * OVER / max(fabric.ends, fabric.picks))
    found = lit(across * rise, down * rise)
    fibre = noise((size, size), (OVER * 1.2, OVER * 1.2), "fibre")
    shade = found.shade * (0.42 + 0.58 * height) * (1 + 0.035 * twist + 0.03 * fibre) * 1.28
    light = colours * shade + 0.02 * fabric.gloss * found.sheen
    return np.stack([_reduced(plane) for plane in light]) * _table(pixels)


def _round(away: Plane) -> Plane:
    return np.sqrt(np.clip(1 - (1.75 * away) ** 2, 0.02, 1))


def _wander(size: int, rows: int, columns: int, random: np.random.Generator) -> Plane:
    return resized(random.standard_normal((rows, columns)).astype(np.float32), size, size)


def _yarn_colours(
    fabric: Fabric,
    place: tuple[Plane, Plane],
    up: Plane,
    count: tuple[int, int],
    random: np.random.Generator,
) -> Plane:
    end, pick = place
    ends, picks = count
    warp = _row(fabric.warp, ends) * _uneven(ends, fabric.slub[0], random)[:, None]
    weft = _row(fabric.weft, picks) * _uneven(picks, fabric.slub[1], random)[:, None]
    tall, wide = end.shape
    slow = wrapped_noise(tall, wide, tall / 6, wide / 40, random)
    colours = np.where(up[..., None], warp[end], weft[pick])
    colours *= (1 + 0.6 * max(fabric.slub) * slow)[..., None]
    return np.clip(colours, 0, 1).transpose(2, 0, 1).astype(np.float32)


def _uneven(count: int, slub: float, random: np.random.Generator) -> Plane:
    return np.clip(1 + 0.6 * slub * random.standard_normal(count), 0.5, 1.5).astype(np.float32)


def _row(colours: Sequence, count: int) -> Plane:
    base = np.concatenate([np.repeat(linear_of(colour)[None], n, 0) for colour, n in colours])
    return np.tile(base, (-(-count // len(base)), 1))[:count]


def _reduced(plane: Plane) -> Plane:
    return np.asarray(Image.fromarray(np.ascontiguousarray(plane, np.float32)).reduce(OVER))


@lru_cache(maxsize=4)
def _table(pixels: int) -> Plane:
    """Return the light on a cutting that lies on a table, not quite flat."""
    x = np.linspace(0, 1, pixels, dtype=np.float32)
    slow = noise((pixels, pixels), (pixels / 2, pixels / 3), "table")
    return 1.04 - 0.05 * x[None, :] - 0.06 * x[:, None] + 0.025 * slow


def _mark(image: Image.Image, scale: float) -> None:
    """Draw a bar of one centimetre, or of five or one millimetre where a centimetre is too long."""
    length, words = next(
        (cm, words)
        for cm, words in ((1.0, "1 cm"), (0.5, "5 mm"), (0.1, "1 mm"))
        if cm * scale < 0.45 * image.width
    )
    draw = ImageDraw.Draw(image, "RGBA")
    size = image.width / 480
    left, bottom = 20 * size, image.height - 20 * size
    right = left + length * scale
    font = sans(round(17 * size))
    wide = max(right - left, font.getlength(words))
    draw.rounded_rectangle(
        [left - 10 * size, bottom - 34 * size, left + wide + 10 * size, bottom + 10 * size],
        5 * size, fill=(24, 22, 20, 150),
    )  # fmt: skip
    for x in (left, right):
        draw.line([x, bottom - 7 * size, x, bottom + 1], fill=BAR, width=max(1, round(2 * size)))
    draw.line([left, bottom - 3 * size, right, bottom - 3 * size], fill=BAR,
              width=max(1, round(2 * size)))  # fmt: skip
    draw.text((left, bottom - 10 * size), words, font=font, fill=BAR, anchor="ls")
