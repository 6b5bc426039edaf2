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
    LB_FOR_KG = "lb_for_kg"  # of weights: pounds typed where kg were asked: 2.2 too large
    KG_FOR_LB = "kg_for_lb"  # 2.2 too small
    SWAPPED = "swapped"  # two fields took each other's value
    DIGITS = "digits"  # two neighbouring digits changed places
    SLIP = "slip"  # just wrong: nothing is better than what the others say


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What probably went wrong, and what would set it right.

    `repaired` has the values that should probably stand there, in the unit of the variable: two
    when fields were swapped; for SLIP what the others expect, which is no more than a hint.
    `probability` is that of this very cause, against all others and against nothing being wrong.
    """

    key: str
    slip: Slip
    repaired: Mapping[str, float]
    probability: float = 0.0
    with_key: str = ""


# How often it happens to a field (a pair, a sheet), as odds against all being right. Judgement, not
# data; the whole is set so that hardly one person in a hundred is asked in vain (see the README).
OFTEN: Final[Mapping[Slip, float]] = {
    Slip.INCH_FOR_CM: 0.01,
    Slip.CM_FOR_INCH: 0.005,
    Slip.HALF: 0.005,
    Slip.LB_FOR_KG: 0.01,
    Slip.KG_FOR_LB: 0.01,
    Slip.DIGITS: 0.003,
    Slip.SLIP: 0.006,
}
CONFUSED_OFTEN: Final = 0.009  # of a pair that looks or sounds alike
SWAPPED_OFTEN: Final = 0.0002  # of any other pair
SHEET_OFTEN: Final = 0.002  # all fields alike: in inches, or flat
SHEET_LEAST, SHEET_SHARE = 3, 2 / 3  # fields at least, and of all fields
SPARED: Final = (
    12.0  # of the distance²: so much better, and a field was no part of the sheet's slip
)
CONFUSED: Final = (
        ("chest", "waist"), ("waist", "seat"), ("chest", "seat"), ("inseam", "outseam"),
        ("arm_length", "sleeve_cb"), ("thigh", "lower_thigh"), ("lower_thigh", "calf"),
        ("biceps", "forearm"), ("forearm", "wrist"), ("wrist", "ankle"), ("calf", "ankle"),
        ("shoulder_width", "across_back"), ("shoulder_width", "shoulder_length"),
        ("back_length", "front_length"), ("inseam", "crotch_length"), ("seat", "thigh"),
        ("biceps", "wrist"), ("neck", "biceps"),
)  # fmt: skip
BREADTH: Final = 0.10  # of a slip: relative, the scale of its t distribution
SLIP_TAIL: Final = 2.0  # its degrees of freedom
INSISTED: Final = 0.5  # how readily a value she insists on is taken for a rare body
STOUTER: Final = 1.4  # the sd of weight for height of all people, over that of soldiers
USUAL: Final = 5.0  # sds of the distance²: so far, values still go together
DOUBT: Final = 0.5  # something is said when something is more probably wrong than not
BEAM: Final = (4, 4, 2, 2, 1, 1)  # ways followed after each repair of a sheet, six at most
