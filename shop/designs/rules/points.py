"""A point of measure through its layers, as it is kept with the order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _
from shop.measurements.rules import Source


class MeasuresMissing(Invalid):
    """The body lacks measurements that this garment is made from."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(_("Some measurements that this garment needs are missing."))
        self.keys = keys


class Because(StrEnum):
    """Why something is added at a point, or taken off."""

    CUT = "cut"  # the garment as the house cuts it, in the fit `of`
    CHOICE = "choice"  # an answer, named `of`
    STRETCH = "stretch"
    CLOSER = "closer"
    LOOSER = "looser"
    TAUGHT = "taught"  # a garment we made taught it; `of` says which
    LIKE = "like"  # so much makes it the garment `of` that fits
    SHRINKAGE = "shrinkage"
    SEWING = "sewing"  # what is cut beyond shrinkage, by the garment's own figure


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """So many mm at a point, and why."""

    because: Because
    mm: int
    of: str = ""

    @property
    def words(self) -> str:
        """Say why, as it stands before the figure: `slim fit`, `stretch of the cloth`."""
        return {
            Because.CUT: self.of or _("as the house cuts it"),
            Because.CHOICE: self.of,
            Because.STRETCH: _("stretch of the cloth"),
            Because.CLOSER: _("worn a little closer"),
            Because.LOOSER: _("worn a little looser"),
            Because.TAUGHT: self.of,
            Because.LIKE: _("as «%(garment)s»", garment=self.of),
            Because.SHRINKAGE: _("shrinkage of the cloth"),
            Because.SEWING: _("for sewing and pressing"),
        }[self.because]


@dataclass(frozen=True, kw_only=True)
class Finished:
    """One point of measure through its four layers, in mm: body, ease, finished, cut.

    Where a garment that fits is followed, the body may be unknown: then there is no ease either.
    """

    code: str
    name: str
    how: str
    body_key: str
    body_mm: int | None
    source: str  # where the body's value came from
    ease_mm: int
    mm: int
    plus_mm: int
    minus_mm: int
    cut_mm: int
    ease_parts: tuple[Allowance, ...] = ()  # they add up to the ease
    cut_parts: tuple[Allowance, ...] = ()  # they add up to what is cut beyond the finished measure
    low: int | None = None  # the body's interval, for what was not measured
    high: int | None = None
    insisted: bool = False  # the body's value looked wrong, and she said it is right
    like: str = ""  # the garment that fits, whose measure this is
    confirmed: bool = False  # she looked at the estimated value and said it is right

    @property
    def base_mm(self) -> int | None:
        """The share of the body that the garment follows: what the ease is added to."""
        return None if self.body_mm is None else self.mm - self.ease_mm

    @property
    def is_guess(self) -> bool:
        """Tell whether it is cut from an estimate, which she must confirm by itself."""
        return self.source == Source.ESTIMATE and not self.like


@dataclass(frozen=True, kw_only=True)
class Guess:
    """An estimated value of the body that a garment is cut from, in mm, with its interval."""

    key: str
    mm: int
    low: int | None
    high: int | None

    @property
    def code(self) -> str:
        """What a confirmation says: this value of this measure, and no other."""
        return f"{self.key}={self.mm}"


def guesses(points: Iterable[Finished]) -> tuple[Guess, ...]:
    """Return the estimated values that these points are cut from, each once."""
    found = (
        Guess(key=each.body_key, mm=each.body_mm, low=each.low, high=each.high)
        for each in points
        if each.is_guess and each.body_mm is not None
    )
    return tuple(dict.fromkeys(found))


def confirmed(points: Iterable[Finished]) -> tuple[Finished, ...]:
    """Return the points as she confirmed them: each estimate is marked as looked at."""
    return tuple(replace(each, confirmed=True) if each.is_guess else each for each in points)
