"""The words in which people judge a garment, and how much they mean."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.kernel.texts import lazy as _


class FitVerdict(StrEnum):
    """What is wrong at one point, or that nothing is."""

    RIGHT = "right"
    LONG = "long"
    SHORT = "short"
    TIGHT = "tight"
    LOOSE = "loose"


class Since(StrEnum):
    """Since when it is so: a garment that shrank was cut too short, its wearer is as she was."""

    START = "start"
    WASH = "wash"


class Much(StrEnum):
    """How much, for who has no tape at hand."""

    LITTLE = "little"
    CLEARLY = "clearly"
    MUCH = "much"


LABELS: Final[Mapping[FitVerdict, str]] = {
    FitVerdict.RIGHT: _("fits"),
    FitVerdict.LONG: _("too long"),
    FitVerdict.SHORT: _("too short"),
    FitVerdict.TIGHT: _("too tight"),
    FitVerdict.LOOSE: _("too loose"),
}
ACROSS: Final[Mapping[FitVerdict, str]] = {  # what lies straight across is never long
    FitVerdict.LONG: _("too wide"),
    FitVerdict.SHORT: _("too narrow"),
}
SINCE_LABELS: Final[Mapping[Since, str]] = {
    Since.START: _("Since the first day"),
    Since.WASH: _("Since it was washed"),
}
MUCH_LABELS: Final[Mapping[Much, str]] = {
    Much.LITTLE: _("a little"),
    Much.CLEARLY: _("clearly"),
    Much.MUCH: _("much"),
}
# the garment is larger (+) or smaller (-) than it should be
WAYS: Final[Mapping[FitVerdict, int]] = {
    FitVerdict.RIGHT: 0,
    FitVerdict.LONG: 1,
    FitVerdict.LOOSE: 1,
    FitVerdict.SHORT: -1,
    FitVerdict.TIGHT: -1,
}
