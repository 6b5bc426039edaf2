"""A walk with the tape: in which order, what is read twice, and when two readings agree."""

from collections.abc import Collection, Sequence
from statistics import median_low
from typing import Final

from shop.measurements.rules.measures import CORE, measure

# Down the body, with least turning of the tape; height first, all else is compared with it.
ORDER: Final = (
    "height", "neck", "shoulder_length", "shoulder_width", "across_back", "high_bust", "chest",
    "under_bust", "natural_waist", "waist", "trouser_waist", "seat", "back_length", "front_length",
    "sleeve_cb", "arm_length", "upper_arm", "biceps", "forearm", "wrist", "outseam", "inseam",
    "body_rise", "crotch_length", "thigh", "lower_thigh", "knee", "calf", "ankle", "heel",
    "nape_height", "bust_height", "knee_height",
)  # fmt: skip
USUAL: Final = ("height", *CORE)
# Slips of 3 to 5 cm escape every check (the study of the body model), and these decide most.
TWICE: Final = frozenset({"neck", "chest", "waist", "seat", "sleeve_cb", "inseam"})
# Within these two readings agree, in mm: one and a half times what experts differ by. Our proposal.
GIRTHS_AGREE, LENGTHS_AGREE = 15, 10
ENOUGH: Final = 3  # readings: the middle one is taken


def in_order(keys: Collection[str]) -> tuple[str, ...]:
    """Return the measures in the order in which they are walked; unknown ones are left out."""
    return tuple(key for key in ORDER if key in keys)


def settled(key: str, readings: Sequence[int]) -> int | None:
    """Return the value these readings give, in mm; None while another one is wanted.

    Two that agree give their mean, three their middle one.
    """
    if key not in TWICE:
        return readings[0] if readings else None
    if len(readings) >= ENOUGH:
        return median_low(readings[:ENOUGH])
    if len(readings) == len(("one", "other")) and agree(key, *readings):
        return round(sum(readings) / len(readings))
    return None


def agree(key: str, one: int, other: int) -> bool:
    """Tell whether two readings of a measure are as near as a tape can tell."""
    return abs(one - other) <= (GIRTHS_AGREE if measure(key).is_girth else LENGTHS_AGREE)


def after(keys: Sequence[str], key: str, left: Collection[str]) -> str:
    """Return the next measure that is left, going on from `key` and then from the top; or none."""
    at = keys.index(key) + 1 if key in keys else 0
    return next((each for each in (*keys[at:], *keys[:at]) if each in left), "")
