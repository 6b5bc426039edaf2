"""What a garment that fits says of the body in it: finished less ease, and how sure that is.

Only points that measure what the body measures say something of it. What follows from a share of
the body (a short sleeve, the length of a skirt) is a matter of taste and says nothing.

How far a garment may be off, in mm of its finished length, is the house's judgement:

- another maker's regular is our slim or our relaxed: the ease may be that of the next fit;
- it is off by a sixth at least, so that a long tail says little of the back it covers;
- two per cent of the length at least: what people call a fit has so much play;
- the tape on the table is off by 5 mm, which counts twice where the width is doubled.

Errors of ease and tape add up as squares. What is then less sure than 8 % either way is not told:
the model of the body knows better.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, hypot
from typing import Final

from shop.catalogue.rules import Choices, Ease, GarmentModel, MeasurePoint, all_hold
from shop.designs.rules import FIT
from shop.measurements.rules import Body, Measured, Source, measure
from shop.wardrobe.rules.flats import Points, finished_mm, points_of

WHOLE: Final = 1000  # per mille
EASE_OFF: Final = 1 / 6
PLAY: Final = 0.02
TAPE_MM: Final = 5
SURE: Final = 0.08
REPLACED: Final = {Source.ESTIMATE, Source.SIZE}  # a garment knows better, if it is surer


@dataclass(frozen=True, kw_only=True)
class Implied:
    """What one point says of the body: a length in mm, and how far it may be off either way."""

    point: MeasurePoint
    mm: int
    less_mm: float
    more_mm: float

    @property
    def off(self) -> float:
        """How far it may be off, as a share of the length."""
        return max(self.less_mm, self.more_mm) / self.mm

    @property
    def measured(self) -> Measured:
        low, high = int(self.mm - self.less_mm), ceil(self.mm + self.more_mm)
        return Measured(mm=self.mm, source=Source.GARMENT, low=low, high=high)


def bodies(model: GarmentModel, made: Choices, finished: Points) -> Body:
    """Return what the garment's points say of the body, as far as it can be believed."""
    found = implied(model, made, finished)
    return {key: each.measured for key, each in found.items() if each.off <= SURE}


def implied(model: GarmentModel, made: Choices, finished: Points) -> dict[str, Implied]:
    """Return what the points say of each measure of the body, from the surest point of each."""
    found: dict[str, Implied] = {}
    for each in _implied(model, made, finished):
        known = found.get(each.point.of)
        if known is None or each.off < known.off:
            found[each.point.of] = each
    return found


def implied_by(
    point: MeasurePoint, model: GarmentModel, made: Choices, finished: int
) -> Implied | None:
    """Return what one point says of the body; None if it is taste, or no body can be in it."""
    base = body_mm(point, model, made, finished)
    if point.share_per_mille != WHOLE or base <= 0 or not measure(point.of).is_possible(base):
        return None
    less, more = _slack(point, made, base)
    return Implied(point=point, mm=base, less_mm=less, more_mm=more)


def body_mm(point: MeasurePoint, model: GarmentModel, made: Choices, finished: int) -> int:
    """Return the body's length from which this finished length follows, in mm.

    The other way round it gives the finished length again, to the millimetre.
    """
    ease = _ease(point, made)
    bare = finished - ease.mm - sum(_adjustments(point, model, made))
    return _rounded(bare * WHOLE * WHOLE, point.share_per_mille * (WHOLE + ease.per_mille))


def worth_knowing(found: Body, known: Body) -> Body:
    """Return what a garment tells anew: of what nobody knows, or knows less surely."""
    return {key: each for key, each in found.items() if _is_news(each, known.get(key))}


def _is_news(new: Measured, old: Measured | None) -> bool:
    if old is None:
        return True
    return old.source in REPLACED and _width(new) < _width(old)


def _width(value: Measured) -> float:
    """Return how wide its interval is; what has none, as sizes of old, is as unsure as can be."""
    if value.low is None or value.high is None:
        return float("inf")
    return value.high - value.low


def _implied(model: GarmentModel, made: Choices, finished: Points) -> Iterator[Implied]:
    for point in points_of(model, made):
        if point.code in finished:
            found = implied_by(point, model, made, finished[point.code])
            yield from [found] if found else []


def _slack(point: MeasurePoint, made: Choices, base: int) -> tuple[float, float]:
    """Return how far the body may be below and above, in mm of the body."""
    ease = _ease(point, made)
    tight, loose = _neighbours(point, made, base)
    least = max(abs(_room(ease, base)) * EASE_OFF, (base + _room(ease, base)) * PLAY)
    tape = finished_mm(point, TAPE_MM)
    stretch = 1 + ease.per_mille / WHOLE
    less, more = max(loose, least), max(tight, least)  # in more ease there is less body
    return hypot(less, tape) / stretch, hypot(more, tape) / stretch


def _neighbours(point: MeasurePoint, made: Choices, base: int) -> tuple[float, float]:
    """Return how much less the next closer fit has, and how much more the next looser one."""
    own = _room(_ease(point, made), base)
    rooms = [_room(ease, base) for ease in point.ease.values()]
    closer = own - max((room for room in rooms if room < own), default=own)
    looser = min((room for room in rooms if room > own), default=own) - own
    return closer or looser, looser or closer


def _room(ease: Ease, base: int) -> float:
    return ease.mm + base * ease.per_mille / WHOLE


def _ease(point: MeasurePoint, made: Choices) -> Ease:
    return point.ease.get(made.get(FIT, ""), Ease())


def _adjustments(
    point: MeasurePoint, model: GarmentModel, made: Mapping[str, str]
) -> Iterator[int]:
    return (mm for when, mm in point.adjustments if all_hold((when,), model, made, None))


def _rounded(above: int, below: int) -> int:
    """Return the quotient to the nearest whole, halves up."""
    return (2 * above + below) // (2 * below)
