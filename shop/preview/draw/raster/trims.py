"""Buttons, buttonholes, links, labels and monograms: small solids in the cloth's own light."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from shop.preview.draw.drawing import Button, Text
from shop.preview.draw.planes.fields import Plane, blurred, eased, gradient
from shop.preview.draw.planes.light import lit
from shop.preview.draw.raster.canvas import Box, Canvas
from shop.preview.draw.raster.pieces import Piece, Shadow
from shop.preview.draw.spec import Slot
from shop.preview.draw.type import italic, serif

ROUND: Final = np.linspace(0, 2 * np.pi, 48)[:-1]
HOLES: Final = ((-0.24, -0.24), (0.24, -0.24), (-0.24, 0.24), (0.24, 0.24))
FINE: Final = 8
CAPITALS: Final = 0.67  # height of capitals in shares of the type size
SPACING: Final = 0.16  # between letters, in shares of the size


def button_pieces(button: Button, canvas: Canvas) -> Iterator[Piece]:
    """Yield the buttonhole, the button with its dish, holes and thread; or a metal link."""
    if button.kind == "link":
        yield _link(button, canvas)
        return
    if button.hole is not None:
        yield from _buttonhole(button, canvas)
    radius = button.size / 2
    box = canvas.box(_ring(button, 1), 3)
    cover = canvas.mask(_ring(button, 1), box)
    x, y, away = _polar(button, canvas, box)
    rise = 0.16 * radius * eased(1.02, 0.86, away) - 0.13 * radius * eased(0.78, 0.55, away)
    across, down = gradient(rise)
    found = lit(across * np.float32(1.3 * canvas.scale), down * np.float32(1.3 * canvas.scale))
    turn = np.radians(button.turn)
    shell = 1 + 0.05 * np.cos(2 * (np.arctan2(y, x) + turn) + 0.8) * eased(0.2, 0.8, away)
    shade = found.shade * shell * (0.9 + 0.1 * eased(1.0, 0.9, away))
    spark = 0.25 * np.exp(-(((x + 0.45) / 0.3) ** 2) - ((y + 0.5) / 0.22) ** 2)
    sheen = (1.2 * found.sheen + spark).astype(np.float32) * cover
    shadow = _shadow(button, canvas, (0.10, 0.16, 0.14, 0.38), (0.02, 0.04, 0.05, 0.40))
    yield Piece(
        slot=Slot.BUTTON,
        box=box,
        cover=cover,
        shade=shade.astype(np.float32),
        sheen=sheen,
        shadow=shadow,
    )
    yield from _sewn(button, canvas, box, turn)


def _sewn(button: Button, canvas: Canvas, box: Box, turn: float) -> Iterator[Piece]:
    radius = button.size / 2
    cos, sin = np.cos(turn), np.sin(turn)
    places = [
        (
            button.at[0] + radius * (hx * cos - hy * sin),
            button.at[1] + radius * (hx * sin + hy * cos),
        )
        for hx, hy in HOLES
    ]
    holes = np.zeros(box.shape, np.float32)
    for px, py in places:
        hole = np.stack([px + 0.13 * radius * np.cos(ROUND), py + 0.13 * radius * np.sin(ROUND)], 1)
        holes = np.maximum(holes, canvas.mask(hole, box))
    yield _plain(Slot.BUTTON, box, 0.85 * holes, 0.22)
    bars = canvas.strokes([(places[0], places[2]), (places[1], places[3])], box, 0.15 * radius)
    below = Shadow(box=box, by=0.25 * blurred(bars, 0.03 * canvas.scale))
    yield _plain(Slot.THREAD, box, 0.95 * bars, 0.97, shadow=below)


def _plain(
    slot: Slot, box: Box, cover: Plane, shade: float, *, shadow: Shadow | None = None
) -> Piece:
    return Piece(slot=slot, box=box, cover=cover, shade=np.full_like(cover, shade), shadow=shadow)


def _buttonhole(button: Button, canvas: Canvas) -> Iterator[Piece]:
    angle = np.radians(button.hole or 0)
    reach = np.array([np.cos(angle), np.sin(angle)]) * 0.76 * button.size
    line = np.array([button.at - reach, button.at + reach])
    box = canvas.box(line, 6)
    x, y = canvas.grid(box)
    way = (x - button.at[0]) * np.cos(angle) + (y - button.at[1]) * np.sin(angle)
    body = canvas.strokes([line], box, 0.22)
    zigzag = (0.93 + 0.06 * np.sign(np.sin(way * 2 * np.pi / 0.11))).astype(np.float32)
    below = Shadow(box=box, by=0.3 * blurred(body, 0.06 * canvas.scale))
    yield Piece(slot=Slot.THREAD, box=box, cover=0.75 * body, shade=zigzag, shadow=below)
    yield _plain(Slot.THREAD, box, 0.85 * canvas.strokes([line], box, 0.045), 0.25)


def _link(button: Button, canvas: Canvas) -> Piece:
    """Return a polished metal link: what it mirrors, not how it is lit."""
    box = canvas.box(_ring(button, 1), 3)
    x, y, away = _polar(button, canvas, box)
    rim = 0.55 + 0.35 * np.cos(2 * (np.arctan2(y, x) + 0.6)) * eased(0.1, 0.9, away)
    rim += 0.55 * np.maximum(0, -(0.6 * x + 0.8 * y)) ** 1.5
    face = 0.80 - 0.45 * (0.5 * x + 0.85 * y) + 0.25 * np.sin(3 * x + 5 * y)
    shade = np.where(eased(0.80, 0.72, away) > 0.5, face, 1.15 * rim)  # noqa: PLR2004 - inside
    shade *= 1 - 0.35 * np.exp(-(((away - 0.76) / 0.05) ** 2))
    spark = 3 * np.exp(-(((x + 0.35) / 0.22) ** 2) - ((y + 0.4) / 0.16) ** 2)
    return Piece(
        slot=Slot.METAL,
        box=box,
        cover=canvas.mask(_ring(button, 1), box),
        shade=np.clip(shade, 0.12, 1.7).astype(np.float32),
        sheen=(spark * (away < 1)).astype(np.float32),
        shadow=_shadow(button, canvas, (0.12, 0.20, 0.16, 0.45), (0.02, 0.05, 0.05, 0.40)),
    )


def _ring(button: Button, share: float) -> NDArray[np.float64]:
    radius = share * button.size / 2
    return np.stack(
        [button.at[0] + radius * np.cos(ROUND), button.at[1] + radius * np.sin(ROUND)], 1
    )


def _polar(button: Button, canvas: Canvas, box: Box) -> tuple[Plane, Plane, Plane]:
    """Return x, y and distance from the middle in shares of the radius."""
    x, y = canvas.grid(box)
    radius = np.float32(button.size / 2)
    right, down = (x - button.at[0]) / radius, (y - button.at[1]) / radius
    return right, down, np.hypot(right, down).astype(np.float32)


def _shadow(button: Button, canvas: Canvas, *casts: tuple[float, float, float, float]) -> Shadow:
    box = canvas.box(_ring(button, 1), 0.6 * canvas.scale + 3)
    dark = sum(
        np.float32(by)
        * blurred(canvas.mask(_ring(button, 1) + np.array([x, y]), box), blur * canvas.scale)
        for x, y, blur, by in casts
    )
    return Shadow(box=box, by=np.clip(dark, 0, 0.8).astype(np.float32))


def text_pieces(text: Text, words: str, canvas: Canvas) -> Iterator[Piece]:
    """Yield words woven into a label, or stitched letters that stand up from the cloth."""
    woven = text.slot is Slot.LABEL
    if not words:
        return
    size = text.size * (0.62 if woven else 0.72)
    image = _written(
        words, size * canvas.scale * FINE, SPACING if woven else 0.06, slanted=not woven
    )
    if text.turn:
        image = image.rotate(-text.turn, Image.Resampling.BICUBIC, expand=True)
    wide, tall = image.width / FINE, image.height / FINE
    left = text.at[0] * canvas.scale + canvas.centre - wide / 2
    top = text.at[1] * canvas.scale + canvas.top - 0.5 * size * canvas.scale - tall / 2
    box = Box(
        left=int(left) - 2, top=int(top) - 2, right=int(left + wide) + 3, bottom=int(top + tall) + 3
    )
    if box.left < 0 or box.top < 0 or box.right > canvas.wide or box.bottom > canvas.tall:
        return
    sheet = Image.new("L", (box.wide * FINE, box.tall * FINE))
    sheet.paste(image, (round((left - box.left) * FINE), round((top - box.top) * FINE)))
    cover = np.asarray(sheet.reduce(FINE), np.float32) / 255
    if woven:
        yield _plain(Slot.LABEL_THREAD, box, cover, 0.8)
        return
    yield _embroidered(cover, canvas, box)


def _embroidered(cover: Plane, canvas: Canvas, box: Box) -> Piece:
    rise = np.float32(0.10) * blurred(cover, 0.05 * canvas.scale)
    across, down = gradient(rise)
    shade = lit(across * np.float32(canvas.scale), down * np.float32(canvas.scale)).shade
    x, y = canvas.grid(box)
    satin = 1 + 0.10 * np.sin((0.85 * x + 0.5 * y) * np.float32(2 * np.pi / 0.07))
    below = Shadow(box=box, by=0.35 * blurred(cover, 0.06 * canvas.scale))
    return Piece(
        slot=Slot.MONOGRAM,
        box=box,
        cover=cover,
        shade=(shade * satin).astype(np.float32),
        shadow=below,
    )


def _written(words: str, capital: float, spacing: float, *, slanted: bool) -> Image.Image:
    font = (italic if slanted else serif)(max(1, round(capital / CAPITALS)))
    gap = spacing * capital
    widths = [font.getlength(letter) + gap for letter in words]
    room = round(capital)
    image = Image.new("L", (round(sum(widths)) + 2 * room, 3 * room))
    draw = ImageDraw.Draw(image)
    x = float(room)
    for letter, wide in zip(words, widths, strict=True):
        draw.text((x, 2 * room), letter, font=font, fill=255, anchor="ls")
        x += wide
    return image
