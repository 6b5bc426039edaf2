"""The words in which people judge a garment."""

from enum import StrEnum


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
