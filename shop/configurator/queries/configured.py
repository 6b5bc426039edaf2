"""A priced garment: all that follows from a configuration, worked out for many at once."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import Cloth, GarmentModel
from shop.configurator.queries.artwork import Printed
from shop.configurator.queries.sources import Sources
from shop.configurator.queries.wearer import Wearer
from shop.configurator.rules import Note, Resolved, resolved
from shop.designs import rules as designs
from shop.designs.rules import Chosen, Configuration, Finished, Guess, MeasuresMissing
from shop.kernel.cache import Cache
from shop.kernel.errors import ShopError
from shop.kernel.texts import translations
from shop.making.rules import Making, made_of
from shop.measurements.rules import AS_CUT, Body, Tuning
from shop.pricing import rules as pricing
from shop.pricing.rules import Quote

KEPT: Final = 1000  # designs with their price in a process: a few kilobytes each


@dataclass(frozen=True, kw_only=True)
class Priced:
    """A whole design in one cloth, whoever wears it: what it takes, costs, and is called."""

    making: Making
    sentence: str
    quote: Quote


@dataclass(frozen=True, kw_only=True)
class Configured:
    """One garment, complete: what it is, takes, costs and will measure, and what is amiss."""

    resolved: Resolved
    wearer: Wearer | None
    priced: Priced
    missing: tuple[str, ...]  # measurements that it needs and the wearer lacks
    finished: tuple[Finished, ...]  # empty while some are missing
    printed: Printed | None

    @property
    def configuration(self) -> Configuration:
        """Her configuration with the choices that could be kept."""
        return self.resolved.situation.configuration

    @property
    def model(self) -> GarmentModel:
        return self.resolved.situation.model

    @property
    def whole(self) -> Mapping[str, str]:
        """Every question that is asked with its answer."""
        return self.resolved.situation.whole

    @property
    def cloth(self) -> Cloth:
        return self.resolved.cloth

    @property
    def making(self) -> Making:
        return self.priced.making

    @property
    def sentence(self) -> str:
        return self.priced.sentence

    @property
    def quote(self) -> Quote:
        return self.priced.quote

    @property
    def notes(self) -> tuple[Note, ...]:
        """What of her configuration could not be kept."""
        return self.resolved.notes

    @property
    def text_faults(self) -> Mapping[str, str]:
        return self.resolved.text_faults

    @property
    def described(self) -> tuple[Chosen, ...]:
        """Every answered question, for reading."""
        return designs.described(self.model, self.whole)

    @property
    def needed_keys(self) -> tuple[str, ...]:
        """The body measurements this design is made from."""
        return designs.missing_measures(self.model, self.whole, {})

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """The estimated values that it is cut from: she confirms each by itself."""
        return designs.guesses(self.finished)

    @property
    def size(self) -> str:
        """The standard size it is made in; empty for a body of her own, and for nobody."""
        return self.wearer.size if self.wearer else ""

    @property
    def is_orderable(self) -> bool:
        """Tell whether only the customer's confirmation is missing."""
        is_open = self.missing or self.text_faults or self.notes or self.configuration.draft
        return self.wearer is not None and not is_open


@dataclass(frozen=True, kw_only=True)
class NotToBeHad:
    """A configuration of which nothing can be made today, and the sentence that says why."""

    configuration: Configuration
    reason: str


def worked_out(
    asked: Iterable[Configuration], sources: Sources
) -> tuple[Configured | NotToBeHad, ...]:
    """Work out many configurations; one that cannot be had does no harm to the others."""
    return tuple(_or_why_not(each, sources) for each in asked)


def configured(asked: Configuration, sources: Sources) -> Configured:
    """Work out one configuration; contradictions in it are told, never hidden.

    Raises NotFound for a garment that is not offered, Refused when no cloth is left for it.
    """
    worn_by = sources.wearer_of(asked)
    picture = sources.artworks.get(asked.choices.get(ARTWORK, ""))
    found = resolved_from(asked, sources)
    bare, whole = sources.model_for(asked), found.situation.whole
    missing, finished = _finished(bare, found, worn_by)
    return Configured(
        resolved=found,
        wearer=worn_by,
        priced=_priced(bare, found, sources),
        missing=missing,
        finished=finished,
        printed=picture if whole.get(ARTWORK) else None,
    )


Measures: TypeAlias = tuple[tuple[str, ...], tuple[Finished, ...]]  # missing, or finished
_SIZED: Final[Cache[Hashable, Measures]] = Cache(limit=KEPT)


def _finished(bare: GarmentModel, found: Resolved, worn_by: Wearer | None) -> Measures:
    """Return what is missing, or what the garment will measure.

    Of a standard size that is reckoned once in a process; of a person nothing is kept.
    """
    if worn_by is None or not worn_by.size:
        body, tuning = (worn_by.body, worn_by.tuning) if worn_by else ({}, AS_CUT)
        return _reckoned(found, body, tuning)
    key = (bare, tuple(found.situation.whole.items()), found.cloth, worn_by.size)
    return _SIZED.find(key) or _SIZED.keep(key, _reckoned(found, worn_by.body, worn_by.tuning))


def _reckoned(found: Resolved, body: Body, tuning: Tuning) -> Measures:
    model, whole = found.situation.model, found.situation.whole
    try:
        return (), designs.finished(model, whole, found.cloth, body, tuning)
    except MeasuresMissing as lack:
        return lack.keys, ()


_PRICED: Final[Cache[Hashable, Priced]] = Cache(limit=KEPT)


def _priced(bare: GarmentModel, found: Resolved, sources: Sources) -> Priced:
    """Return what the same whole design takes and costs, worked out once in a process."""
    currency, locale = sources.currency, sources.locale
    model, whole, cloth = found.situation.model, found.situation.whole, found.cloth
    key = (bare, tuple(whole.items()), cloth, currency, locale, translations())
    if (known := _PRICED.find(key)) is not None:
        return known
    making = made_of(model, whole, cloth)
    quote = pricing.quote(
        model, whole, cloth, currency=currency, cloth_mm=making.cloth_mm, locale=locale
    )
    sentence = designs.sentence(model, whole, cloth)
    return _PRICED.keep(key, Priced(making=making, sentence=sentence, quote=quote))


def resolved_from(asked: Configuration, sources: Sources) -> Resolved:
    """Resolve one configuration by the rules, the shelf and the body of the sources."""
    worn_by = sources.wearer_of(asked)
    picture = sources.artworks.get(asked.choices.get(ARTWORK, ""))
    return resolved(
        asked,
        bare=sources.model_for(asked),
        shelf=sources.shelf_for(asked),
        body=worn_by.body if worn_by else {},
        currency=sources.currency,
        artwork=picture.fault if picture else None,
    )


def _or_why_not(asked: Configuration, sources: Sources) -> Configured | NotToBeHad:
    try:
        return configured(asked, sources)
    except ShopError as refusal:
        return NotToBeHad(configuration=asked, reason=str(refusal))
