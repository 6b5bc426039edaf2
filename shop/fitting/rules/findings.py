"""What one answer means: the layer it points to, or why it teaches nothing yet.

The README of the subject has the rows; the first that holds decides. What several answers say
together is in `proposing`. The limits are our proposals: two weeks is a few washes; a point that
grows by less than half or by more than one and a half of the body's growth says more of the cut
than of the body.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shop.fitting.rules.garments import FitAnswer, Made, Wearer, Worn, off_mm
from shop.fitting.rules.offered_verdicts import MOST_MM, amounts, is_girth
from shop.fitting.rules.verdicts import Much, Since
from shop.kernel.texts import lazy as _
from shop.measurements.rules import Layer, Measured, Source, Why
from shop.measurements.rules.reminders import has_changed, weight_then

WASHED_AFTER: Final = timedelta(days=14)
TELLING: Final = range(500, 1501)  # per mille of the body's growth
GUESSES: Final = frozenset({Source.ESTIMATE, Source.SIZE, Source.GARMENT})


class Hint(StrEnum):
    """Why an answer teaches nothing yet, and what to do instead."""

    SEND_BACK = "send_back"
    WASH_FIRST = "wash_first"
    MEASURED_SINCE = "measured_since"
    WEIGHT_CHANGED = "weight_changed"
    NOT_FOLLOWED = "not_followed"
    FOLLOWED_NOW = "followed_now"


HINTS: Final[Mapping[Hint, str]] = {
    Hint.SEND_BACK: _("No correction explains so much. Write to us, and we look at the garment."),
    Hint.WASH_FIRST: _("Cloth settles in the first washes. Wash it a few times, then look again."),
    Hint.MEASURED_SINCE: _("You measured anew since. The next garment follows what is there now."),
    Hint.WEIGHT_CHANGED: _("Your weight has changed since you measured. Take the tape once more."),
    Hint.NOT_FOLLOWED: _("It was made like a garment that the next one does not follow."),
    Hint.FOLLOWED_NOW: _("The next one is made like a garment in your wardrobe, not like this."),
}


@dataclass(frozen=True, kw_only=True)
class Note:
    """An answer that proposes nothing, and why."""

    line: str
    point: Made
    hint: Hint


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One answer and the layer it points to; `off` is how much larger the garment is, in mm."""

    worn: Worn
    point: Made
    told: FitAnswer
    off: int
    layer: Layer
    why: Why

    @property
    def place(self) -> tuple[Layer, str, str, str]:
        if self.layer is Layer.BODY:
            return (Layer.BODY, "", self.point.of, "")
        cloth = self.worn.cloth if self.layer is Layer.CUT else ""
        return (self.layer, self.worn.garment, self.point.code, cloth)

    @property
    def is_right(self) -> bool:
        return self.off == 0


def found(worn: Worn, point: Made, wearer: Wearer, *, now: datetime) -> tuple[Finding | Note, ...]:
    """Return what the answer about this point means; nothing where nothing was said."""
    told = worn.told.get(point.code)
    if told is None:
        return ()
    off = off_mm(told, amounts(point)[Much.LITTLE])
    if hint := _hint(worn, point, told, wearer, now=now):
        return (Note(line=worn.line, point=point, hint=hint),) if off else ()
    if told.since is Since.WASH and off:
        return (_finding(worn, point, told, off, (Layer.CUT, Why.WASHED)),)
    layer, why = _layer(point, wearer)
    here = _finding(worn, point, told, off, (layer, why))
    if off:
        return (here,)
    ease = _finding(worn, point, told, 0, (Layer.EASE, Why.UNDONE))
    cut = _finding(worn, point, told, 0, (Layer.CUT, Why.UNDONE))
    return (
        *((here,) if layer is Layer.BODY else ()),
        ease,
        *((cut,) if _is_washed(worn, now) else ()),
    )


def corrected(wearer: Wearer, key: str) -> bool:
    """Tell whether the body's present value came from a correction that she accepted."""
    told_at = wearer.taken.get(key)
    return told_at is not None and any(
        each.is_accepted and each.layer is Layer.BODY and each.point == key and each.at >= told_at
        for each in wearer.decided
    )


def value_made_from(point: Made, wearer: Wearer) -> Measured:
    """Return the body's value that the garment was made from, with what is known of it by now."""
    known = wearer.body.get(point.of)
    if known is None or known.mm != point.body_mm:
        return Measured(mm=point.body_mm, source=point.source)
    return known


def _hint(
    worn: Worn, point: Made, told: FitAnswer, wearer: Wearer, *, now: datetime
) -> Hint | None:
    off = off_mm(told, amounts(point)[Much.LITTLE])
    if abs(off) > MOST_MM:
        return Hint.SEND_BACK
    if told.since is Since.WASH and off:
        return None if _is_washed(worn, now) else Hint.WASH_FIRST
    if point.is_followed:
        return None if (worn.garment, point.code) in wearer.followed else Hint.NOT_FOLLOWED
    if _was_measured_since(point, wearer):
        return Hint.MEASURED_SINCE
    return Hint.WEIGHT_CHANGED if is_girth(point) and _weight_changed(point.of, wearer) else None


def _layer(point: Made, wearer: Wearer) -> tuple[Layer, Why]:
    if point.is_followed:
        return Layer.EASE, Why.FOLLOWED
    if point.per_mille not in TELLING:
        return Layer.EASE, Why.PARTLY
    is_guess = value_made_from(point, wearer).source in GUESSES
    return (Layer.BODY, Why.GUESSED) if is_guess else (Layer.EASE, Why.WORN)


def _finding(
    worn: Worn, point: Made, told: FitAnswer, off: int, found: tuple[Layer, Why]
) -> Finding:
    layer, why = found
    return Finding(worn=worn, point=point, told=told, off=off, layer=layer, why=why)


def _is_washed(worn: Worn, now: datetime) -> bool:
    return now - worn.delivered_at >= WASHED_AFTER


def _was_measured_since(point: Made, wearer: Wearer) -> bool:
    known = wearer.body.get(point.of)
    if known is None:
        return True
    return known.mm != point.body_mm and not corrected(wearer, point.of)


def _weight_changed(key: str, wearer: Wearer) -> bool:
    taken = wearer.taken.get(key)
    then = weight_then(wearer.weighed, taken) if taken else None
    return then is not None and has_changed(then, wearer.weighed[-1])
