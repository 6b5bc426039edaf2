"""What goes wrong when people measure and type, and how often, as odds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Slip(StrEnum):
    """A concrete cause of a wrong value."""

    INCH_FOR_CM = "inch_for_cm"  # inches typed where cm were asked: 2.54 too small
    CM_FOR_INCH = "cm_for_inch"  # 2.54 too large
    HALF = "half"  # the flat width typed for the girth
    SWAPPED = "swapped"  # two fields took each other's value
    DIGITS = "digits"  # two neighbouring digits changed places
    SLIP = "slip"  # just wrong: nothing is better than what the others say


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What probably went wrong, and what would set it right.

    `repaired` has the values that should probably stand there, in the unit of the variable: two
    when fields were swapped; for SLIP what the others expect, which is no more than a hint.
    """

    key: str
    slip: Slip
    repaired: Mapping[str, float]
    probability: float
    with_key: str = ""


# Of all sheets, before anything is known of the values. Judgement, not data: the whole is set so
# that hardly one person in a hundred is asked in vain; the parts decide between causes only.
OFTEN: Final[Mapping[Slip, float]] = {
    Slip.INCH_FOR_CM: 0.03,
    Slip.CM_FOR_INCH: 0.02,
    Slip.HALF: 0.02,
    Slip.SWAPPED: 0.07,
    Slip.DIGITS: 0.03,
    Slip.SLIP: 0.06,
}
CONFUSED_SHARE: Final = 0.75  # of swaps; the rest falls on all other pairs
CONFUSED: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("chest", "waist"), ("waist", "seat"), ("chest", "seat"), ("inseam", "outseam"),
        ("arm_length", "sleeve_cb"), ("thigh", "lower_thigh"), ("lower_thigh", "calf"),
        ("biceps", "forearm"), ("forearm", "wrist"), ("wrist", "ankle"), ("calf", "ankle"),
        ("shoulder_width", "across_back"), ("shoulder_width", "shoulder_length"),
        ("back_length", "front_length"), ("inseam", "crotch_length"), ("seat", "thigh"),
        ("biceps", "wrist"), ("neck", "biceps"),
    )
)  # fmt: skip
BREADTH: Final = 0.10  # of a slip: relative, the scale of its t distribution
SLIP_TAIL: Final = 2.0  # its degrees of freedom
INSISTED: Final = 0.5  # how readily a value she insists on is taken for a rare body
DOUBT: Final = 0.5  # something is said when something is more probably wrong than not
MOST: Final = 6  # repairs to a sheet
