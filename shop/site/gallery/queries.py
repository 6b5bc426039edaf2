"""A design against what we offer now, and its versions against each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue import queries as catalogue
from shop.catalogue.rules import GarmentModel
from shop.configurator.rules import whole_of
from shop.designs import queries as designs
from shop.designs.models import Design, DesignVersion
from shop.designs.rules import CLOTH
from shop.kernel.errors import NotFound, Refused
from shop.kernel.texts import gettext as _
from shop.site.gallery.differences import Whole, changed, lost
from shop.stock import queries as stock
from shop.stock.rules import ClothOnShelf


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a saved design stands today: what is in its way, or what it would lose."""

    refusal: str = ""  # the sentence, when nothing can be started from it
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One version of a design as its owner reads it."""

    no: int
    saved_at: datetime
    says: str  # what changed since the version before
    is_newest: bool
    is_published: bool


def standing(session: Session, design: Design) -> Standing:
    """Compare a design with what may be chosen today."""
    try:
        bare = catalogue.model_of(session, design.garment)
        shelf = stock.shelf(session, garment=design.garment)
        today = whole_of(bare, shelf, design.choices)
    except (NotFound, Refused) as refusal:
        return Standing(refusal=str(refusal))
    saved_with = catalogue.models_by_digest(session, [design.digest]).get(design.digest, bare)
    names = _names(session, shelf, [design.choices])
    before = Whole(model=saved_with, choices=_readable(design.choices), cloths=names)
    now = Whole(model=today.model, choices=_readable(today.choices), cloths=names)
    cloth = design.choices.get(CLOTH, "")
    sold_out = cloth if cloth != today.choices.get(CLOTH) and _is_on(shelf, cloth) else ""
    return Standing(losses=lost(before, now, today.dropped, sold_out))


def editions(session: Session, design: Design) -> list[Edition]:
    """Return the versions of a design, newest first, each with what it changed."""
    kept = designs.versions(session, design)
    shelf = stock.shelf(session)
    models = catalogue.models_by_digest(session, (each.digest for each in kept))
    names = _names(session, shelf, [each.choices for each in kept])
    wholes = [_whole(each, models, names) for each in kept]
    return [
        Edition(
            no=version.no,
            saved_at=version.saved_at,
            says=_says(wholes[at], wholes[at + 1] if at + 1 < len(wholes) else None),
            is_newest=version.no == design.no,
            is_published=version.no == design.published_no,
        )
        for at, version in enumerate(kept)
    ]


def _whole(
    version: DesignVersion, models: Mapping[str, GarmentModel], names: Mapping[str, str]
) -> Whole | None:
    model = models.get(version.digest)
    return Whole(model=model, choices=version.choices, cloths=names) if model else None


def _says(after: Whole | None, before: Whole | None) -> str:
    if before is None or after is None:
        return _("As it was first saved.")
    return changed(before, after) or _("The same choices.")


def _names(
    session: Session, shelf: tuple[ClothOnShelf, ...], wholes: list[dict[str, str]]
) -> dict[str, str]:
    """Return the names of these cloths, and of those that are not on offer any more."""
    names = {each.cloth.code: each.cloth.name for each in shelf}
    for code in {whole.get(CLOTH, "") for whole in wholes} - names.keys():
        try:
            names[code] = catalogue.cloth(session, code).name
        except NotFound:
            continue
    return names


def _readable(choices: Mapping[str, str]) -> dict[str, str]:
    """Leave out the picture of the customer's own: it is neither offered nor withdrawn by us."""
    return {code: answer for code, answer in choices.items() if code != ARTWORK}


def _is_on(shelf: tuple[ClothOnShelf, ...], code: str) -> bool:
    return any(each.cloth.code == code for each in shelf)
