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
    when fields were swapped, many when the whole sheet is in the other unit or flat; for SLIP what
    the others expect, which is no more than a hint. `probability` is that of this very cause.
    """

    key: str
    slip: Slip
    repaired: Mapping[str, float]
    probability: float = 0.0
    with_key: str = ""


# How often it happens to a field (a pair, a sheet), as odds against all being right. Judgement, not
# data; the whole is set so that hardly one person in a hundred is asked in vain (see the README).
OFTEN: Final[Mapping[Slip, float]] = {
    Slip.INCH_FOR_CM: 0.002,
    Slip.CM_FOR_INCH: 0.001,
    Slip.HALF: 0.001,
    Slip.DIGITS: 0.002,
    Slip.SLIP: 0.0035,
}
CONFUSED_OFTEN: Final = 0.006  # of a pair that looks or sounds alike
SWAPPED_OFTEN: Final = 0.00015  # of any other pair
SHEET_OFTEN: Final = 0.002  # all fields alike: in inches, or flat
SHEET_LEAST: Final = 3  # fields
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
USUAL: Final = 5.0  # sds of the distance²: so far, values still go together
DOUBT: Final = 0.5  # something is said when something is more probably wrong than not
MOST: Final = 6  # repairs to a sheet
BEAM: Final = 4  # ways followed at once when one cause does not explain all
