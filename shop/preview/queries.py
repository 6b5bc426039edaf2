"""Where pictures are found, what they show in words, and what an address asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from flask import current_app
from sqlalchemy.orm import Session

from shop.artwork import queries as artworks
from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue import queries as catalogue
from shop.catalogue.rules import Cloth, GarmentModel, MeasurePoint, with_cloths
from shop.designs.models import Design
from shop.designs.rules import CLOTH, sentence
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements import rules as measures
from shop.preview import draw, rules
from shop.preview.draw import ClothLook, View, figures
from shop.preview.draw.choosing import settled
from shop.preview.draw.hits import seen_groups
from shop.preview.draw.initials import STITCHED, letters_in
from shop.preview.draw.reader import garment_spec, garments
from shop.preview.draw.requests import (
    FORMATS,
    JPEG,
    USUAL,
    WEBP,
    WIDTHS,
    Artwork,
    CardRequest,
    ClothRequest,
    GarmentRequest,
    VisibleChoices,
    digest,
)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Where one picture is found in all its widths, and the shape of it."""

    base: str
    query: str = ""
    width: int = USUAL
    height: int = 960

    def at(self, width: int, kind: str = JPEG) -> str:
        return f"{self.base}-{width}.{kind}{self.query}"

    @property
    def src(self) -> str:
        return self.at(USUAL)

    @property
    def srcset(self) -> str:
        return ", ".join(f"{self.at(width)} {width}w" for width in WIDTHS)

    @property
    def large(self) -> str:
        return self.at(WIDTHS[-1])

    @property
    def fine(self) -> str:
        """The best there is, for who has looked for a while."""
        return self.at(WIDTHS[-1], WEBP)


def look_of(cloth: Cloth) -> ClothLook:
    """Return what the eye sees of a cloth."""
    return ClothLook(
        code=cloth.code,
        weave=cloth.weave,
        pattern=cloth.pattern,
        ground=cloth.ground,
        accent=cloth.accent,
        repeat_mm=cloth.repeat_mm,
        family=cloth.family,
    )


def pictures(garment: str, choices: Mapping[str, str], cloth: Cloth) -> dict[str, Picture]:
    """Return the design's pictures: front, back, and the cloth from close by."""
    found = {view.value: picture_of(garment, choices, cloth, view) for view in View}
    return found | {"cloth": swatch_of(cloth)}


def picture_of(
    garment: str, choices: Mapping[str, str], cloth: Cloth, view: View = View.FRONT
) -> Picture:
    """Return where a design's picture is found; only choices that show are part of its address.

    A garment that nobody has drawn yet is shown by its cloth.
    """
    if garment not in garments():
        return swatch_of(cloth)
    own = [(ARTWORK, choices[ARTWORK])] if choices.get(ARTWORK) and takes_print(garment) else []
    query = urlencode([*visible_choices(garment, choices), *own, ("cloth", cloth.code)])
    return Picture(base=f"/pictures/{mark(look_of(cloth))}/{garment}/{view}", query=f"?{query}")


def swatch_of(cloth: Cloth) -> Picture:
    base = f"/pictures/{mark(look_of(cloth))}/cloths/{cloth.code}"
    return Picture(base=base, height=USUAL)


def tile_url(garment: str, group: str, value: str) -> str:
    """Return the address of an option's picture; nothing for what a drawing does not show."""
    if garment not in garments() or group not in draw.shown_groups(garment):
        return ""
    return f"/pictures/{draw.ENGINE}/tiles/{garment}/{group}/{value}.svg"


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


@dataclass(frozen=True, kw_only=True)
class LaidPicture:
    """Where the drawing of a garment on a table is found, from one side."""

    url: str
    alt: str


def laid_pictures(
    garment: str, choices: Mapping[str, str], points: Sequence[MeasurePoint]
) -> list[LaidPicture]:
    """Return the drawings that show where the tape lies; none for what nobody has drawn.

    Each point has its place in the row as its number.
    """
    if garment not in garments():
        return []
    query = [*visible_choices(garment, choices), *(("point", point.code) for point in points)]
    return [
        LaidPicture(
            url=f"/pictures/{draw.ENGINE}/laid/{garment}/{view}.svg?{urlencode(query)}",
            alt=_laid_words(view, points),
        )
        for view in draw.laid_views(garment, [point.code for point in points])
    ]


def laid_url(garment: str) -> str:
    """Return the address of the bare drawing; nothing for a garment that nobody has drawn."""
    return f"/pictures/{draw.ENGINE}/laid/{garment}/front.svg" if garment in garments() else ""


def laid(garment: str, asked: Mapping[str, str], points: Sequence[str], *, view: str) -> str:
    """Return a garment on a table as SVG; raise NotFound for what is not drawn."""
    if garment not in garments() or view not in set(View):
        raise missing()
    return draw.laid(garment, dict(visible_choices(garment, asked)), points, view=View(view))


def _laid_words(view: View, points: Sequence[MeasurePoint]) -> str:
    names = ", ".join(f"{n} {point.name}" for n, point in enumerate(points, start=1))
    if view is View.FRONT:
        return _("The garment from the front, with the tape at each point: %(names)s", names=names)
    return _("The garment from behind, with the tape at each point: %(names)s", names=names)


def alt_text(model: GarmentModel, choices: Mapping[str, str], cloth: Cloth, view: str) -> str:
    """Say in one sentence what the picture shows, under 250 characters."""
    if view not in set(View) or model.garment not in garments():
        return rules.alt_text(model, choices, cloth, view="cloth", seen=())
    seen = seen_groups(model.garment, View(view))
    return rules.alt_text(model, choices, cloth, view=view, seen=seen)


def wanted(
    garment: str,
    asked: Mapping[str, str],
    look: ClothLook,
    *,
    view: str,
    width: int,
    kind: str,
    artwork: Artwork | None = None,
) -> GarmentRequest:
    """Return what an address asks for; raise NotFound for what there is no picture of."""
    if garment not in garments() or view not in set(View):
        raise missing()
    _check(width, kind)
    return GarmentRequest(
        garment=garment,
        choices=visible_choices(garment, asked),
        look=look,
        view=View(view),
        width=width,
        kind=kind,
        artwork=artwork if takes_print(garment) else None,
    )


def wanted_cloth(look: ClothLook, *, width: int, kind: str) -> ClothRequest:
    _check(width, kind)
    return ClothRequest(look=look, width=width, kind=kind)


def card_url(session: Session, design: Design) -> str:
    """Return the address of a saved design's card; nothing for a garment that nobody has drawn."""
    if design.garment not in garments():
        return ""
    return f"/pictures/{wanted_card(session, design).mark}/cards/{design.public_id}.jpg"


def wanted_card(session: Session, design: Design) -> CardRequest:
    """Return the card of a design as it is today; raise NotFound for what has none.

    Artwork of the customer's own is on it once she shows the design to everybody.
    """
    if design.garment not in garments():
        raise missing()
    choices = design.choices
    model = catalogue.model_by_digest(session, design.digest)
    cloth = catalogue.cloth(session, choices.get(CLOTH, ""))
    is_public = design.published_at is not None and takes_print(design.garment)
    return CardRequest(
        garment=design.garment,
        choices=visible_choices(design.garment, choices),
        look=look_of(cloth),
        house=current_app.extensions["settings"].name,
        title=design.name,
        line=sentence(with_cloths(model, [cloth]), choices, cloth),
        cloth=cloth.name,
        artwork=artwork_of(session, choices.get(ARTWORK, "")) if is_public else None,
    )


def artwork_of(session: Session, public_id: str) -> Artwork | None:
    """Return the pixels that a design names; None when there are none, or none any more."""
    found = artworks.find(session, public_id) if public_id else None
    if found is None:
        return None
    try:
        return Artwork(sha256=found.sha256, content=artworks.small(found.sha256))
    except NotFound:
        return None


@lru_cache(maxsize=64)
def takes_print(garment: str) -> bool:
    return any(panel.print for panel in garment_spec(garment).panels)


def missing() -> NotFound:
    return NotFound(_("There is no such picture."))


def visible_choices(garment: str, choices: Mapping[str, str]) -> VisibleChoices:
    """Return the choices that differ from what is drawn when nothing is said, in one order."""
    groups = garment_spec(garment).groups
    known = settled(garment_spec(garment), choices)
    differing = {group: value for group, value in known.items() if value != groups[group][0]}
    if (letters := letters_in(choices)) and "monogram" in differing:
        differing[STITCHED] = letters
    return tuple(sorted(differing.items()))


@lru_cache(maxsize=512)
def mark(look: ClothLook) -> str:
    """Return what changes whenever the engine or the look of the cloth does."""
    return digest(look)[:10]


def _check(width: int, kind: str) -> None:
    if width not in WIDTHS or kind not in FORMATS:
        raise missing()
