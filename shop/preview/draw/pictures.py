"""A design in its cloth, in pixels: the style, the cloth, and the two put together."""

from collections.abc import Mapping
from enum import IntEnum
from io import BytesIO
from typing import Final, Literal

from PIL import Image

from shop.preview.draw.choosing import settled
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.tile import Tile, tile
from shop.preview.draw.colours import tones, worn
from shop.preview.draw.initials import initials_in
from shop.preview.draw.looks import (
    BUTTONS,
    LABEL,
    LABEL_THREAD,
    LININGS,
    METAL,
    THREADS,
    WHITE,
    ClothLook,
)
from shop.preview.draw.raster.canvas import Canvas
from shop.preview.draw.raster.colour import Paint, coloured
from shop.preview.draw.raster.hands import Hand
from shop.preview.draw.raster.style import Style, styled
from shop.preview.draw.reader import garment_spec
from shop.preview.draw.spec import Slot, View

OVER: Final = 4  # texels for every pixel of the picture
OVER_LINED: Final = 6  # hard stripes show the look-up's rounding sooner
SOFT_FOLDS: Final = 0.9  # wool, flannel and knits fall rounder than this
CREASES: Final = 0.5  # a cloth that crumples more than this keeps creases
QUALITY: Final = {"jpeg": 84, "webp": 80}


class Size(IntEnum):
    """Widths of pictures in pixels; all are three by four."""

    SMALL = 360
    MEDIUM = 720
    LARGE = 1080


def style(
    garment: str, choices: Mapping[str, str], *, view: View, size: int, hand: Hand = Hand.CRISP
) -> Style:
    """Work out everything but the cloth; an unknown garment is a KeyError."""
    return styled(garment, choices, view=view, wide=size, hand=hand, initials=initials_in(choices))


def picture(
    garment: str,
    choices: Mapping[str, str],
    cloth: ClothLook,
    *,
    view: View = View.FRONT,
    size: int = Size.MEDIUM,
    artwork: Image.Image | None = None,
) -> Image.Image:
    """Return the garment in its cloth, 3 by 4; an unknown garment is a KeyError."""
    ready = style(garment, choices, view=view, size=size, hand=hand_of(cloth))
    return colour(ready, paints_of(garment, choices, cloth, size=size), artwork)


def colour(
    ready: Style, paints: Mapping[Slot, Paint], artwork: Image.Image | None = None
) -> Image.Image:
    """Return the style in its paints."""
    return coloured(ready, paints, artwork)


def paints_of(
    garment: str, choices: Mapping[str, str], cloth: ClothLook, *, size: int
) -> dict[Slot, Paint]:
    """Return what every slot is made of: tiles of cloth, and colours of the trimmings."""
    spec = garment_spec(garment)
    chosen = settled(spec, choices)
    scale = Canvas.of(spec.frame, size).scale
    look = tones(worn(cloth.ground))
    return {
        Slot.MAIN: _tile(cloth, scale),
        Slot.CONTRAST: _tile(WHITE, scale),
        Slot.THREAD: look.thread,
        Slot.BUTTON: BUTTONS.get(chosen.get("buttons", ""), BUTTONS["horn"]),
        Slot.METAL: METAL,
        Slot.LABEL: LABEL,
        Slot.LABEL_THREAD: LABEL_THREAD,
        Slot.LINING: LININGS.get(chosen.get("lining", ""), LININGS["ivory"]),
        Slot.MONOGRAM: THREADS[chosen.get("monogram-thread", "navy")],
    }


def hand_of(cloth: ClothLook) -> Hand:
    """Return how a cloth falls, so that cloths of one kind share their styles."""
    fabric = fabric_of(cloth)
    if fabric.crumple > CREASES:
        return Hand.CREASED
    if cloth.pattern in {"floral", "dots"}:
        return Hand.PRINTED
    return Hand.SOFT if fabric.folds < SOFT_FOLDS else Hand.CRISP


def encoded(image: Image.Image, form: Literal["jpeg", "webp"]) -> bytes:
    """Return the picture as a file; JPEG for at once, WebP when there is time."""
    out = BytesIO()
    if form == "jpeg":
        image.save(out, "JPEG", quality=QUALITY["jpeg"])
    else:
        image.save(out, "WEBP", quality=QUALITY["webp"], method=4)
    return out.getvalue()


def _tile(cloth: ClothLook, scale: float) -> Tile:
    over = OVER_LINED if cloth.pattern in {"stripe", "check"} else OVER
    return tile(fabric_of(cloth), scale, over)
