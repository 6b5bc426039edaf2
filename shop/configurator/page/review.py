"""What she reads before she orders: the finished measures in words, beside a garment she knows."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from shop.configurator.queries import Configured, Wearer
from shop.designs.rules import Finished, Guess, Step, against_body, beside, source_words, span
from shop.kernel.lengths import Unit
from shop.measurements.rules import measure
from shop.wardrobe import queries as wardrobe
from shop.wardrobe.queries import KeptView


@dataclass(frozen=True, kw_only=True)
class Row:
    """One point of the garment as people read it."""

    point: Finished
    words: str  # how it lies to her body; empty where that says nothing
    beside: str  # how it lies to the garment she knows; empty where that has no such point
    measure: str  # what of her body it follows, as it stands in a sentence
    source: str  # where the body's value came from


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """An estimated value of hers, to be looked at and confirmed by itself."""

    guess: Guess
    name: str
    span: str  # empty where the interval is not known any more
    tape_url: str


@dataclass(frozen=True, kw_only=True)
class Other:
    """Another garment to measure it against."""

    name: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class Review:
    """All that stands beside the finished measures."""

    points: tuple[Finished, ...]
    unit: Unit
    doubts: tuple[Doubt, ...]
    missing: tuple[tuple[str, str], ...]  # what is lacking, and where it is measured
    known: KeptView | None  # the garment she knows
    others: tuple[Other, ...]
    key: Hashable  # under which the rows of a standard size are kept; those of a person never are

    @property
    def rows(self) -> tuple[Row, ...]:
        """The points as she reads them, worked out when they are shown."""
        return tuple(_row(each, self.known, self.unit) for each in self.points)


def review(session: Session, garment: Configured, *, unit: Unit) -> Review | None:
    """Return what she reads before she orders, in her unit; None elsewhere and for nobody."""
    worn_by = garment.wearer
    if garment.configuration.step is not Step.REVIEW or worn_by is None:
        return None
    kept = _kept(session, worn_by, garment.model.garment)
    known = _known(kept, garment.configuration.like)
    return Review(
        points=garment.finished,
        unit=unit,
        doubts=tuple(_doubt(each, garment, unit) for each in garment.guesses),
        missing=tuple((_name(key), _tape(garment, key)) for key in garment.missing),
        known=known,
        others=tuple(_other(each, known, garment) for each in kept),
        key=(garment.model, tuple(garment.whole.items()), worn_by.size) if worn_by.size else None,
    )


def _kept(session: Session, worn_by: Wearer, garment: str) -> list[KeptView]:
    if worn_by.profile is None:
        return []
    return wardrobe.kept_of(session, profile_id=worn_by.profile.id, garment=garment)


def _known(kept: Sequence[KeptView], asked: str) -> KeptView | None:
    """Return the garment that was asked for, or the one that is followed, or the newest."""
    followed = (each for each in kept if each.followed)
    chosen = (each for each in kept if each.public_id == asked)
    return next(chosen, None) or next(followed, None) or next(iter(kept), None)


def _row(point: Finished, known: KeptView | None, unit: Unit) -> Row:
    there = known.points.get(point.code) if known else None
    return Row(
        point=point,
        words=against_body(point, unit),
        beside=beside(point, there, known.name, unit) if known and there else "",
        measure=_name(point.body_key).lower(),
        source=source_words(point, unit),
    )


def _doubt(guess: Guess, garment: Configured, unit: Unit) -> Doubt:
    return Doubt(
        guess=guess,
        name=_name(guess.key),
        tape_url=_tape(garment, guess.key),
        span=span(guess.low, guess.high, unit) if guess.low and guess.high else "",
    )


def _other(each: KeptView, known: KeptView | None, garment: Configured) -> Other:
    url = replace(garment.configuration, like=each.public_id).url()
    return Other(name=each.name, url=url, is_chosen=each == known)


def _name(key: str) -> str:
    return str(measure(key).name)


def _tape(garment: Configured, key: str) -> str:
    """Return where this is measured with the tape, and leads back here."""
    profile = garment.wearer.profile_id if garment.wearer else ""
    query = urlencode({"keys": key, "next": garment.configuration.url()})
    return f"/profiles/{profile}/walk?{query}"
