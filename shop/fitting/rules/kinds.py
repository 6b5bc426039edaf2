"""The words in which people judge a garment, and how much they mean."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.kernel.texts import lazy as _


class Said(StrEnum):
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


LABELS: Final[Mapping[Said, str]] = {
    Said.RIGHT: _("fits"),
    Said.LONG: _("too long"),
    Said.SHORT: _("too short"),
    Said.TIGHT: _("too tight"),
    Said.LOOSE: _("too loose"),
}
ACROSS: Final[Mapping[Said, str]] = {  # what lies straight across is never long
    Said.LONG: _("too wide"),
    Said.SHORT: _("too narrow"),
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
WAYS: Final[Mapping[Said, int]] = {  # the garment is larger (+) or smaller (-) than it should be
    Said.RIGHT: 0, Said.LONG: 1, Said.LOOSE: 1, Said.SHORT: -1, Said.TIGHT: -1,
}  # fmt: skip
