"""A delivered garment as it was made, what was said of it, and what we know of who wears it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from shop.fitting.rules.verdicts import WAYS, FitVerdict, Since
from shop.measurements.rules import Body, Heard, Layer, Source
from shop.measurements.rules.reminders import Weighed


@dataclass(frozen=True, kw_only=True)
class FitAnswer:
    """One answer; mm as far as she knows how much."""

    said: FitVerdict
    since: Since = Since.START
    mm: int | None = None


@dataclass(frozen=True, kw_only=True)
class Made:
    """One point of a garment as it was made, in mm."""

    code: str
    name: str
    of: str  # the measure that it follows from
    mm: int
    body_mm: int  # 0 when the garment was made like another and the body was not asked
    source: Source
    is_followed: bool = False  # made like a garment that fits, not from the body
    per_mille: int = 1000  # by how much of the body's growth the point grows


@dataclass(frozen=True, kw_only=True)
class Worn:
    """A delivered garment, and the answers about it by point."""

    line: str  # public id
    garment: str
    name: str
    cloth: str  # its code
    cloth_name: str
    made_at: datetime  # when she confirmed its measurements
    ordered_on: date
    delivered_at: datetime
    points: tuple[Made, ...]
    told: Mapping[str, FitAnswer] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A correction that was accepted or declined, and from which answers it came."""

    public_id: str
    layer: Layer
    garment: str
    point: str
    cloth: str
    mm: int
    is_accepted: bool
    at: datetime
    heard: tuple[Heard, ...] = ()

    @property
    def place(self) -> tuple[Layer, str, str, str]:
        return (self.layer, self.garment, self.point, self.cloth)


@dataclass(frozen=True, kw_only=True)
class Wearer:
    """What is known of who wears it, as it stands now."""

    body: Body = field(default_factory=dict)
    taken: Mapping[str, datetime] = field(default_factory=dict)  # when each value was told
    weighed: tuple[Weighed, ...] = ()  # every weight told, the oldest first
    decided: tuple[Decided, ...] = ()
    followed: frozenset[tuple[str, str]] = frozenset()  # kinds and points made like another now


def off_mm(told: FitAnswer, usual_mm: int) -> int:
    """Return by how much the garment is larger than it should be; less than nothing if smaller."""
    return WAYS[told.said] * (told.mm if told.mm is not None else usual_mm)
