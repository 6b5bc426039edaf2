"""Where pictures are found, and what they show in words."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from shop.catalogue.rules import Cloth
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements import rules as measures
from shop.preview import draw
from shop.preview.draw import ClothLook, View, figures
from shop.preview.draw.reader import garments

STITCHED: Final = "monogram-text"  # letters of the customer's own, shown as she typed them


def look_of(cloth: Cloth) -> ClothLook:
    """Return what the eye sees of a cloth."""
    return ClothLook(
        code=cloth.code,
        weave=cloth.weave,
        pattern=cloth.pattern,
        ground=cloth.ground,
        accent=cloth.accent,
        repeat_mm=cloth.repeat_mm,
    )


def pictures(garment: str, choices: Mapping[str, str], cloth: Cloth) -> dict[str, str]:
    """Return the addresses of the design's pictures: front, back, and the cloth from close by."""
    urls = {view.value: picture_url(garment, choices, cloth, view) for view in View}
    return urls | {"cloth": swatch_url(cloth)}


def picture_url(
    garment: str, choices: Mapping[str, str], cloth: Cloth, view: View = View.FRONT
) -> str:
    """Return the address of one picture; only choices that show are part of it.

    A garment that nobody has drawn yet is shown by its cloth.
    """
    if garment not in garments():
        return swatch_url(cloth)
    shown = sorted((draw.shown_groups(garment) | {STITCHED}) & choices.keys())
    query = urlencode([*((group, choices[group]) for group in shown), ("cloth", cloth.code)])
    return f"/pictures/{_mark(look_of(cloth))}/{garment}/{view}.svg?{query}"


def tile_url(garment: str, group: str, value: str) -> str:
    """Return the address of an option's picture; nothing for what a drawing does not show."""
    if garment not in garments() or group not in draw.shown_groups(garment):
        return ""
    return f"/pictures/{draw.ENGINE}/tiles/{garment}/{group}/{value}.svg"


def swatch_url(cloth: Cloth) -> str:
    return f"/pictures/{_mark(look_of(cloth))}/cloths/{cloth.code}.svg"


def tape_url(measure: str) -> str:
    """Return the address of the figure with the tape; nothing for what is not drawn."""
    is_drawn = measure in figures.figure().tapes
    return f"/pictures/{draw.ENGINE}/tape/{measure}.svg" if is_drawn else ""


def tape(measure: str) -> str:
    """Return the figure with the tape as SVG; raise NotFound for what is not drawn."""
    if measure not in figures.figure().tapes:
        raise NotFound(_("There is no such picture."))
    known = measures.measure(measure)
    return figures.tape(measure, name=str(known.name), how=str(known.how))


def alt_text(sentence: str, view: str) -> str:
    """Say what the picture shows."""
    views = {"front": _("front view"), "back": _("back view"), "cloth": _("the cloth close up")}
    return f"{sentence}, {views[view]}"


@lru_cache(maxsize=512)
def _mark(look: ClothLook) -> str:
    return hashlib.sha256(f"{draw.ENGINE} {look}".encode()).hexdigest()[:10]
