"""From a configuration to the whole design: what is kept of it, and what is said of the rest."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import BODY, Cloth, GarmentModel, with_cloths
from shop.configurator.rules.answers import complete, is_possible
from shop.configurator.rules.notes import Note, notes_on, text_faults
from shop.configurator.rules.reasons import Dropped, reconcile
from shop.configurator.rules.situation import Situation
from shop.designs.rules import Configuration
from shop.kernel.cache import Cache
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.making import rules as making
from shop.measurements.rules import Body
from shop.stock.rules import ClothOnShelf

KEPT: Final = 500  # whole designs in a process: what is asked for again and again, as a bag is


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A whole design from today's shelf: her choices that were kept, those dropped, and all."""

    model: GarmentModel
    kept: Mapping[str, str]
    dropped: tuple[Dropped, ...]
    choices: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """One configuration by the rules of today; `notes` say what of it could not be kept."""

    situation: Situation
    notes: tuple[Note, ...]
    text_faults: Mapping[str, str]  # a sentence for what cannot be made as typed, by question

    @property
    def cloth(self) -> Cloth:
        return self.situation.cloth


def resolved(
    configuration: Configuration,
    *,
    bare: GarmentModel,
    shelf: tuple[ClothOnShelf, ...],
    body: Body,
    currency: str,
    artwork: str | None,
) -> Resolved:
    """Resolve a configuration by these rules, with the cloths on this shelf, for this body.

    `artwork` is what is wrong with the picture it names, "" for nothing, None for a picture that
    is not to be seen: then it is left out. Raises Refused when no cloth is left.
    """
    choices = without_artwork(configuration.choices) if artwork is None else configuration.choices
    measures: dict[str, str] = measures_of(body)
    whole = whole_of(bare, shelf, choices, measures=measures)
    version = str(whole.model.version) if whole.model.version else ""
    now = Situation(
        model=whole.model,
        configuration=replace(configuration.with_choices(whole.kept), version=version),
        asked={**measures, **whole.kept},
        whole=whole.choices,
        shelf=shelf,
        currency=currency,
    )
    seen = replace(now.configuration, version=configuration.version)
    return Resolved(
        situation=now,
        notes=notes_on(replace(now, configuration=seen), whole.dropped),
        text_faults=_faults(whole, artwork or ""),
    )


def _faults(whole: Whole, artwork: str) -> dict[str, str]:
    in_letters = text_faults(whole.model, whole.choices)
    return in_letters | ({ARTWORK: artwork} if artwork and whole.choices.get(ARTWORK) else {})


def measures_of(body: Body) -> dict[str, str]:
    """Return measurements as the rules read them, in mm: `body.chest`."""
    return {f"{BODY}.{key}": str(each.mm) for key, each in body.items()}


def without_artwork(choices: Mapping[str, str]) -> dict[str, str]:
    return {group: value for group, value in choices.items() if group != ARTWORK}


def whole_of(
    bare: GarmentModel,
    shelf: tuple[ClothOnShelf, ...],
    choices: Mapping[str, str],
    *,
    measures: Mapping[str, str] | None = None,
) -> Whole:
    """Return the whole design, in the model with the cloths of which enough is left for it.

    The house's own answers take cloth too, such as a flared skirt, and follow from the cloths
    that are there: cloths are taken away until what is left suffices. Raises Refused when no cloth
    is left.
    """
    worn = dict(measures or {})
    key = (bare, shelf, tuple(choices.items()), tuple(worn.items()))
    return _WHOLES.find(key) or _WHOLES.keep(key, _completed(bare, shelf, choices, worn))


_WHOLES: Final[Cache[Hashable, Whole]] = Cache(limit=KEPT)


def _completed(
    bare: GarmentModel,
    shelf: tuple[ClothOnShelf, ...],
    choices: Mapping[str, str],
    worn: Mapping[str, str],
) -> Whole:
    left = shelf
    while True:
        model = with_cloths(bare, (each.cloth for each in left))
        kept, dropped = reconcile(model, {**worn, **choices})
        if not is_possible(model, {**worn, **kept}):
            raise Refused(
                _("No cloth for this garment is left on our shelves. More is on its way.")
            )
        whole = complete(model, {**worn, **kept})
        needed = making.lengths_mm(bare, whole, (each.cloth for each in left))
        enough = tuple(each for each in left if each.longest_mm >= needed[each.cloth.code])
        if len(enough) == len(left):
            return Whole(model=model, kept=kept, dropped=dropped, choices=whole)
        left = enough
