"""Cloth from close by, thread by thread, with a bar of one centimetre."""

from dataclasses import dataclass
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

REFERENCE: Final = 480  # pixels of the swatch whose threads are as wide as THREAD_PX
OVER: Final = 3  # samples for every pixel
STRIP: Final = 24  # rows of pixels worked out at a time
SLOW: Final = 240  # samples of what changes slowly
FINEST: Final = 40.0  # pixels per cm of a large pattern
THREAD_PX: Final = 5.0  # a thread narrower than this is banded, not seen
WIDEST_CM: Final = 4.0  # of the cutting
BAR: Final = "#ffffff"


def swatch(look: ClothLook, pixels: int = REFERENCE) -> Image.Image:
    """Return a square of the cloth, the same piece at every size.

    Fine cloth is shown larger than it is; the bar says how large.
    """
    drawn = max(pixels, REFERENCE)
    fabric = fabric_of(look)
    scale = _scale(fabric, look) * drawn / REFERENCE
    if fabric.printed or _repeat(look) > 0.4 * drawn / scale:
        light = _from_afar(fabric, drawn, scale)
    else:
        light = _threads(fabric, drawn, scale)
    image = Image.fromarray(np.ascontiguousarray(on_screen(light).transpose(1, 2, 0)))
    if drawn > pixels:
        image = image.resize((pixels, pixels), Image.Resampling.LANCZOS)
    _mark(image, scale * pixels / drawn)
    return image


def _repeat(look: ClothLook) -> float:
    return look.repeat_mm / 10 if look.pattern in {"stripe", "check"} else 0


def _scale(fabric: Fabric, look: ClothLook) -> float:
    """Return pixels per cm of the reference: one and a half repeats, or threads wide enough."""
    if fabric.printed:
        return REFERENCE / (9.0 if fabric.printed.kind == "floral" else 4 * fabric.printed.repeat)
    if look.pattern == "check":
        return REFERENCE / (1.5 * _repeat(look))
    threads = THREAD_PX * max(fabric.ends, fabric.picks)
    if look.pattern == "stripe":
        return min(threads, REFERENCE / (2.2 * _repeat(look)))
    return max(threads, REFERENCE / WIDEST_CM)


def _from_afar(fabric: Fabric, pixels: int, scale: float) -> Plane:
    """Return a large pattern at the density of its threads, as the eye sees it at arm's length."""
    coarse = min(1.0, FINEST / scale)
    found = tile(fabric, scale * coarse, 2)
    step = np.arange(round(pixels * coarse)) / (scale * coarse)
    across = (step * found.across).astype(int) % found.planes.shape[2]
    down = (step * found.down).astype(int) % found.planes.shape[1]
    cut = found.planes[:, down[:, None], across[None, :]]
    light = cut if coarse == 1 else np.stack([resized(one, pixels, pixels) for one in cut])
    return np.clip(light, 0, None) * _table(pixels)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Yarns:
    """What is the same in every strip of a swatch: colours, and how the yarns wander."""

    fabric: Fabric
    pixels: int
    scale: float
    warp: Plane
    weft: Plane
    along: Plane  # coarse planes, enlarged strip by strip
    aside: Plane
    slow: Plane

    @property
    def size(self) -> int:
        return self.pixels * OVER

    def strip(self, coarse: Plane, top: int, bottom: int) -> Plane:
        """Return rows of a coarse plane at full size."""
        rows = coarse.shape[0] / self.size
        box = (0, top * rows, coarse.shape[1], bottom * rows)
        image = Image.fromarray(coarse)
        size = self.size, bottom - top
        return np.asarray(image.resize(size, Image.Resampling.BICUBIC, box=box))


def _threads(fabric: Fabric, pixels: int, scale: float) -> Plane:
    """Return yarns with a round section that dive below each other.

    Worked out strip by strip: whole planes of every sample would take more than a gigabyte.
    """
    yarns = _yarns(fabric, pixels, scale)
    strips = [_strip(yarns, top, min(top + STRIP, pixels)) for top in range(0, pixels, STRIP)]
    return np.concatenate(strips, 1) * _table(pixels)


def _yarns(fabric: Fabric, pixels: int, scale: float) -> _Yarns:
    random = np.random.default_rng(7)
    cm = pixels / scale
    ends, picks = int(cm * fabric.ends) + 2, int(cm * fabric.picks) + 2
    lengthwise = max(4, int(2 * cm))
    return _Yarns(
        fabric=fabric,
        pixels=pixels,
        scale=scale,
        along=_wander(lengthwise, ends // 2 + 2, random),
        aside=_wander(picks // 2 + 2, lengthwise, random),
        warp=_row(fabric.warp, ends) * _uneven(ends, fabric.slub[0], random)[:, None],
        weft=_row(fabric.weft, picks) * _uneven(picks, fabric.slub[1], random)[:, None],
        slow=np.ascontiguousarray(wrapped_noise(SLOW, SLOW, SLOW / 6, SLOW / 40, random)),
    )


def _strip(yarns: _Yarns, top: int, bottom: int) -> Plane:
    """Return some rows of pixels; one more on either side knows how the yarns rise there."""
    first, last = max(0, top - 1) * OVER, min(yarns.pixels, bottom + 1) * OVER
    light = _lit_yarns(yarns, first, last)[:, top * OVER - first :][:, : (bottom - top) * OVER]
    return np.stack([_reduced(plane) for plane in light])


def _lit_yarns(yarns: _Yarns, first: int, last: int) -> Plane:
    fabric, per_cm = yarns.fabric, np.float32(yarns.scale * OVER)
    ends, picks = len(yarns.warp), len(yarns.weft)
    matrix = WEAVES[fabric.weave]
    across = (np.arange(yarns.size, dtype=np.float32) + np.float32(0.5)) / per_cm
    down = (np.arange(first, last, dtype=np.float32) + np.float32(0.5)) / per_cm
    wander = np.float32(0.10)
    u = across[None, :] * np.float32(fabric.ends) + wander * yarns.strip(yarns.along, first, last)
    v = down[:, None] * np.float32(fabric.picks) + wander * yarns.strip(yarns.aside, first, last)
    end, pick = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    beside, above = u - end.astype(np.float32) - 0.5, v - pick.astype(np.float32) - 0.5
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
    twist = np.where(up, np.sin(11 * beside + 8 * v), np.sin(11 * above + 8 * u))
    slope_x, slope_y = gradient(height)
    rise = np.float32(0.9 * per_cm / max(fabric.ends, fabric.picks))
    found = lit(slope_x * rise, slope_y * rise)
    fibre = noise(height.shape, (OVER * 1.2, OVER * 1.2), f"fibre {first}")
    shade = found.shade * (0.42 + 0.58 * height) * (1 + 0.035 * twist + 0.03 * fibre) * 1.28
    slubs = 1 + np.float32(0.6 * max(fabric.slub)) * yarns.strip(yarns.slow, first, last)
    gleam = np.float32(0.02 * fabric.gloss) * found.sheen
    return np.stack(
        [
            np.clip(np.where(up, yarns.warp[end, c], yarns.weft[pick, c]) * slubs, 0, 1) * shade
            + gleam
            for c in range(3)
        ]
    ).astype(np.float32)


def _round(away: Plane) -> Plane:
    return np.sqrt(np.clip(1 - (1.75 * away) ** 2, 0.02, 1))


def _wander(rows: int, columns: int, random: np.random.Generator) -> Plane:
    return random.standard_normal((rows, columns)).astype(np.float32)


def _uneven(count: int, slub: float, random: np.random.Generator) -> Plane:
    return np.clip(1 + 0.6 * slub * random.standard_normal(count), 0.5, 1.5).astype(np.float32)


def _row(colours: Sequence, count: int) -> Plane:
    base = np.concatenate([np.repeat(linear_of(colour)[None], n, 0) for colour, n in colours])
    return np.tile(base, (-(-count // len(base)), 1))[:count].astype(np.float32)


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
