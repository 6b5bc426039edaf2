"""Cloth put into a style: one look-up, one product and one sum per pixel."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shop.preview.draw.cloth.tile import WHOLE, Tile
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.planes.tone import linear, linear_of, on_screen
from shop.preview.draw.raster.studio import WALL, room
from shop.preview.draw.raster.style import Layer, Style
from shop.preview.draw.spec import Slot

SHEEN: Final = 0.07
MOST_INDICES: Final = 2  # tile sizes whose look-up a style remembers
Paint = Tile | str


def coloured(
    style: Style, paints: Mapping[Slot, Paint], artwork: Image.Image | None = None
) -> Image.Image:
    """Return the picture.

    `paints` holds a tile or a colour word for each slot; a missing slot takes the main cloth, a
    missing artwork shows none.
    """
    main = paints[Slot.MAIN]
    light = style.backdrop.copy()
    _add_main(light, style, main)
    flat = light.reshape(3, -1)
    for slot, layer in style.layers.items():
        if slot is Slot.ARTWORK:
            if artwork is not None:
                _print(flat, layer, artwork, style, main)
        else:
            flat[:, layer.where] += _woven(layer, paints.get(slot, main))
    _add_sheen(light, style.sheen, main)
    return _framed(style, light)


def _add_main(light: Plane, style: Style, paint: Paint) -> None:
    if isinstance(paint, str):
        light += linear_of(paint)[:, None, None] * style.light
        return
    index = _index_of(style, paint)
    for channel, plane in enumerate(paint.steps):
        light[channel] += np.take(plane.ravel(), index) * style.stepped


def _index_of(style: Style, tile: Tile) -> NDArray[np.int32]:
    """Return which texel every pixel shows; worked out once for a style and a size of tile."""
    tall, wide = tile.steps.shape[1:]
    key = (tall, wide, tile.across, tile.down)
    known = style.indices.get(key)
    if known is None:
        known = _texels(style.u, style.v, tile)
        while len(style.indices) >= MOST_INDICES:
            style.indices.pop(next(iter(style.indices)), None)
        style.indices[key] = known
    return known


def _texels(u: Plane, v: Plane, tile: Tile) -> NDArray[np.int32]:
    tall, wide = tile.steps.shape[1:]
    across = np.mod(np.floor(u * np.float32(tile.across)).astype(np.int32), wide)
    down = np.mod(np.floor(v * np.float32(tile.down)).astype(np.int32), tall)
    return down * np.int32(wide) + across


def _woven(layer: Layer, paint: Paint) -> Plane:
    if isinstance(paint, str):
        return linear_of(paint)[:, None] * layer.light
    if layer.u is None or layer.v is None:
        return np.asarray(paint.mean, np.float32)[:, None] * layer.light
    index = _texels(layer.u, layer.v, paint)
    return paint.steps.reshape(3, -1)[:, index] * (layer.light / np.float32(WHOLE))


def _print(flat: Plane, layer: Layer, artwork: Image.Image, style: Style, main: Paint) -> None:
    """Replace the cloth by the artwork where it is opaque, in the same light."""
    if layer.u is None or layer.v is None or not layer.where.size:
        return
    seen = _texels_of(artwork, layer.u, layer.v)
    if isinstance(main, str):
        under = linear_of(main)[:, None]
    else:
        texels = _index_of(style, main).ravel()[layer.where]
        under = main.steps.reshape(3, -1)[:, texels] / np.float32(WHOLE)
    opaque = np.maximum(seen[:, 3], 1e-3)
    ink = linear(np.minimum(seen[:, :3] / opaque[:, None], 1)).T
    flat[:, layer.where] += (ink - under) * seen[:, 3] * layer.light


def _texels_of(artwork: Image.Image, u: Plane, v: Plane) -> Plane:
    """Return red, green, blue and opacity. The artwork keeps its proportions, in the middle above.

    It is first made as small as it is shown, so that nothing of it shimmers.
    """
    used = min(1.0, float(v.max()) * artwork.width / artwork.height)
    shown = max(2.0, used * (u.size / float(v.max())) ** 0.5)
    small = artwork.convert("RGBa")
    small.thumbnail((max(2, round(shown)), 1 << 14), Image.Resampling.LANCZOS)
    pixels = np.pad(np.asarray(small, np.float32) / 255, ((1, 2), (1, 2), (0, 0)))
    x = np.clip((u - (1 - used) / 2) / used * small.width + 0.5, 0, small.width + 1)
    y = np.clip(v / used * small.width + 0.5, 0, small.height + 1)
    column, row = x.astype(np.int32), y.astype(np.int32)
    right, below = (x - column)[:, None], (y - row)[:, None]
    return (
        pixels[row, column] * (1 - right) * (1 - below)
        + pixels[row, column + 1] * right * (1 - below)
        + pixels[row + 1, column] * (1 - right) * below
        + pixels[row + 1, column + 1] * right * below
    )


def _add_sheen(light: Plane, sheen: Plane, paint: Paint) -> None:
    """Add the gleam, mostly in the cloth's own colour: a grey one makes navy look like plastic."""
    gloss = 0.4 if isinstance(paint, str) else paint.gloss
    mean = linear_of(paint) if isinstance(paint, str) else np.asarray(paint.mean, np.float32)
    bright = float(mean.max())
    tint = (0.30 + 0.70 * mean / max(bright, 1e-3)) * (0.25 + 0.75 * min(1.0, 4 * bright + 0.2))
    for channel, share in enumerate(np.float32(SHEEN * gloss) * tint):
        light[channel] += np.float32(share) * sheen


def _framed(style: Style, light: Plane) -> Image.Image:
    canvas, box = style.canvas, style.box.part
    if style.frame is None:
        wall = room(canvas.wide, canvas.tall) * style.ground
        style.frame = np.stack([on_screen(np.float32(part) * wall) for part in WALL], -1)
    picture = style.frame.copy()
    for channel, plane in enumerate(light):
        picture[(*box, channel)] = on_screen(plane)
    return Image.fromarray(picture)
