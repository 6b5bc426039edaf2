"""Why a correction is proposed: what was said of which garments, kept in codes, told in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shop.kernel.texts import gettext as _
from shop.kernel.texts import in_a_sentence
from shop.measurements.rules.bodies import Source
from shop.measurements.rules.tuning import Layer

Words = Callable[[int], str]  # writes a length, in the reader's unit
Days = Callable[[date], str]  # writes a day


class Why(StrEnum):
    """The rule by which the layer was found."""

    GUESSED = "guessed"  # the body's value was not measured
    CONFIRMED = "confirmed"  # it was not measured, and the garment fits
    WORN = "worn"  # the body's value was measured: she likes it so
    FOLLOWED = "followed"  # the garment was made like another, not from the body
    PARTLY = "partly"  # the point says too little of the measure it follows from
    CONTRARY = "contrary"  # the points that follow from one measure do not agree
    TWO_KINDS = "two_kinds"  # two kinds of garment say the same of one measure
    WASHED = "washed"  # it came with the wash
    UNDONE = "undone"  # it fits without the correction that was made since


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was said of one point of one delivered garment."""

    line: str  # public id of the order's line
    garment: str  # its name as it was bought
    on: str  # the day it was ordered, ISO
    point: str
    point_name: str
    said: str
    since: str
    mm: int
    made_mm: int = 0  # the point as the garment was made, and as it should have been
    right_mm: int = 0

    @property
    def words(self) -> tuple[str, str, str, int]:
        """What makes this the same answer as another, whenever it was given."""
        return (self.line, self.point, f"{self.said} {self.since}", self.mm)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why, from what, and for the body the value that was and the one that is proposed, in mm."""

    why: Why
    heard: tuple[Heard, ...]
    was_mm: int  # of the body, or of the point as the garment was made
    measure: str = ""  # key of the measure that the point follows from
    source: str = ""  # where the body's value came from
    low: int | None = None  # of the proposed value of the body
    high: int | None = None
    cloth: str = ""  # its name, where it is the cloth that is corrected
    replaces: tuple[str, ...] = ()  # public ids of corrections that this one makes needless


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A correction that follows from answers; for the body `point` is the key of the measure."""

    layer: Layer
    garment: str
    point: str
    mm: int
    reason: Reason
    cloth: str = ""

    @property
    def place(self) -> tuple[Layer, str, str, str]:
        """Where it is made; there is one open correction at a place."""
        return (self.layer, self.garment, self.point, self.cloth)


SAID: Final[Mapping[str, Callable[..., str]]] = {
    "right": lambda **words: _("%(garment)s of %(day)s: %(point)s fits.", **words),
    "long": lambda **words: _("%(garment)s of %(day)s: %(point)s %(much)s too long.", **words),
    "short": lambda **words: _("%(garment)s of %(day)s: %(point)s %(much)s too short.", **words),
    "narrow": lambda **words: _("%(garment)s of %(day)s: %(point)s %(much)s too narrow.", **words),
    "wide": lambda **words: _("%(garment)s of %(day)s: %(point)s %(much)s too wide.", **words),
    "tight": lambda **words: _("%(garment)s of %(day)s: %(point)s %(much)s too tight.", **words),
    "loose": lambda **words: _("%(garment)s of %(day)s: %(point)s %(much)s too loose.", **words),
}


def heard_in_words(heard: Heard, *, length: Words, day: Days) -> str:
    """Return what was said as a line: `Shirt of 3 May: sleeve 1 cm too long`."""
    return SAID[heard.said](
        garment=heard.garment,
        day=day(date.fromisoformat(heard.on)),
        point=in_a_sentence(heard.point_name),
        much=length(heard.mm),
    )


def garments_in_words(reason: Reason, *, day: Days) -> str:
    """Return only which garments taught it, for where there is little room: `shirt of 3 May`."""
    named = [
        _(
            "%(garment)s of %(day)s",
            garment=in_a_sentence(each.garment),
            day=day(date.fromisoformat(each.on)),
        )
        for each in reason.heard
    ]
    return ", ".join(dict.fromkeys(named))


def why_in_words(reason: Reason, *, name: str) -> str:
    """Say why it is this layer; `name` is the measure as it stands in a sentence."""
    if reason.why in {Why.GUESSED, Why.CONFIRMED}:
        return _guessed(reason, name)
    return {
        Why.WORN: _(
            "Your %(name)s was measured, so it stays; the cut of this garment changes.", name=name
        ),
        Why.FOLLOWED: _("It was made like a garment of yours, so only the cut changes."),
        Why.PARTLY: _("This depends more on the cut than on your body, so the cut changes."),
        Why.CONTRARY: _("Other points on your %(name)s fit, so the cut changes here.", name=name),
        Why.TWO_KINDS: _(
            "Two kinds of garment say the same, so your %(name)s itself may be off. "
            "It is best to take the tape once more.",
            name=name,
        ),
        Why.WASHED: _("It came with the wash: this cloth changes more than we said."),
        Why.UNDONE: _("It fits without the correction that was made since, so that goes again."),
    }[reason.why]


def _guessed(reason: Reason, name: str) -> str:
    opening = {
        Source.SIZE: _("Your %(name)s came from a standard size.", name=name),
        Source.GARMENT: _("Your %(name)s was worked out from a garment.", name=name),
    }.get(Source(reason.source), _("Your %(name)s was estimated.", name=name))
    if reason.why is Why.CONFIRMED:
        return opening + " " + _("The garment fits, so the value is right.")
    return opening
