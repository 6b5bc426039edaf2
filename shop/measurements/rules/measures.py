"""Everything that can be measured on a body, with its limits.

Terms follow ISO 8559-1. `usual` is the 0.5 to 99.5 percentile of both sexes in ANSUR II (2012),
widened by a quarter because soldiers are not everyone, and never inside our own standard sizes.
Of the six that the survey does not have, `usual` is our proposal, by their neighbours.
`possible` is wide enough for every adult known: values beyond it are slips.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shop.kernel.texts import lazy as _

Limits = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One thing to measure; limits in mm, both ends included."""

    key: str
    name: str
    one: str  # as it stands in a sentence: "a chest"
    term: str  # ISO 8559-1, empty where the standard has none
    how: str
    usual: Limits
    possible: Limits
    is_girth: bool = False  # it goes all the way round: what a garment leaves room about

    def is_usual(self, mm: int) -> bool:
        return self.usual[0] <= mm <= self.usual[1]

    def is_possible(self, mm: int) -> bool:
        return self.possible[0] <= mm <= self.possible[1]


MEASURES: Final = (
    Measure(
        key="height",
        name=_("Height"),
        one=_("a height"),
        term="stature",
        how=_("Stand against a wall without shoes. Measure from the floor to the top of the head."),
        usual=(1430, 2000),
        possible=(500, 2800),
    ),
    Measure(
        key="neck",
        name=_("Neck"),
        one=_("a neck"),
        term="neck girth",
        how=_("Round the neck, just under the Adam's apple. Leave room for one finger."),
        usual=(270, 500),
        possible=(90, 1300),
        is_girth=True,
    ),
    Measure(
        key="chest",
        name=_("Chest"),
        one=_("a chest"),
        term="chest girth, bust girth",
        how=_("Level, round the fullest part. Breathe normally and let the arms hang."),
        usual=(730, 1430),
        possible=(250, 3720),
        is_girth=True,
    ),
    Measure(
        key="waist",
        name=_("Waist"),
        one=_("a waist"),
        term="",
        how=_("Level with the navel, all the way round. Relax the belly."),
        usual=(600, 1350),
        possible=(210, 3510),
        is_girth=True,
    ),
    Measure(
        key="seat",
        name=_("Seat"),
        one=_("a seat"),
        term="hip girth",
        how=_("Stand with the heels together. Level, round the fullest part of the seat."),
        usual=(800, 1350),
        possible=(280, 3510),
        is_girth=True,
    ),
    Measure(
        key="shoulder_width",
        name=_("Shoulder width"),
        one=_("a shoulder width"),
        term="shoulder breadth",
        how=_("Over the back, from the bony tip of one shoulder to the other. Let somebody help."),
        usual=(300, 490),
        possible=(100, 1280),
    ),
    Measure(
        key="shoulder_length",
        name=_("Shoulder length"),
        one=_("a shoulder length"),
        term="shoulder length",
        how=_("From the root of the neck to the bony tip of the shoulder. Keep the arm down."),
        usual=(100, 190),
        possible=(30, 310),
    ),
    Measure(
        key="across_back",
        name=_("Across back"),
        one=_("a back width"),
        term="across back width",
        how=_("Over the back, from one arm crease to the other. Let the arms hang."),
        usual=(280, 550),
        possible=(90, 1430),
    ),
    Measure(
        key="sleeve_cb",
        name=_("Sleeve from mid back"),
        one=_("a sleeve from mid back"),
        term="back neck point to wrist",
        how=_("From the bone at the nape over shoulder and elbow to the wrist. Bend the arm."),
        usual=(670, 1030),
        possible=(230, 1650),
    ),
    Measure(
        key="arm_length",
        name=_("Arm length"),
        one=_("an arm length"),
        term="outer arm length",
        how=_("Let the arm hang. From the tip of the shoulder to the wrist bone."),
        usual=(450, 710),
        possible=(150, 1140),
    ),
    Measure(
        key="biceps",
        name=_("Biceps"),
        one=_("a biceps"),
        term="upper-arm girth, flexed",
        how=_("Bend the arm and clench it. Round the thickest part of the upper arm."),
        usual=(220, 490),
        possible=(70, 1280),
        is_girth=True,
    ),
    Measure(
        key="forearm",
        name=_("Forearm"),
        one=_("a forearm"),
        term="forearm girth",
        how=_("Clench the fist. Round the thickest part below the elbow."),
        usual=(210, 390),
        possible=(70, 1020),
        is_girth=True,
    ),
    Measure(
        key="wrist",
        name=_("Wrist"),
        one=_("a wrist"),
        term="wrist girth",
        how=_("Round the wrist, over the bone. Keep the tape close but not tight."),
        usual=(130, 210),
        possible=(40, 550),
        is_girth=True,
    ),
    Measure(
        key="back_length",
        name=_("Back length"),
        one=_("a back length"),
        term="back neck point to waist",
        how=_("From the bone at the nape down the spine. Stop level with the navel."),
        usual=(340, 580),
        possible=(110, 930),
    ),
    Measure(
        key="front_length",
        name=_("Front length"),
        one=_("a front length"),
        term="front neck point to waist",
        how=_("From the hollow at the front of the neck straight down. Stop at the navel."),
        usual=(280, 490),
        possible=(90, 790),
    ),
    Measure(
        key="outseam",
        name=_("Outseam"),
        one=_("an outseam"),
        term="waist height",
        how=_("Stand without shoes. Down the side, from the level of the navel to the floor."),
        usual=(830, 1240),
        possible=(290, 1990),
    ),
    Measure(
        key="inseam",
        name=_("Inseam"),
        one=_("an inseam"),
        term="inside leg height",
        how=_("Stand without shoes. Inside the leg, from the crotch to the floor."),
        usual=(650, 1010),
        possible=(220, 1620),
    ),
    Measure(
        key="body_rise",
        name=_("Body rise"),
        one=_("a body rise"),
        term="body rise",
        how=_("From the level of the navel down to the crotch. It is the outseam less the inseam."),
        usual=(120, 280),
        possible=(40, 700),
    ),
    Measure(
        key="crotch_length",
        name=_("Crotch length"),
        one=_("a crotch length"),
        term="total crotch length",
        how=_("From the navel in front, through the legs. End at navel level behind."),
        usual=(480, 790),
        possible=(160, 2060),
    ),
    Measure(
        key="thigh",
        name=_("Thigh"),
        one=_("a thigh"),
        term="thigh girth",
        how=_("Level, just under the fold of the seat. Stand on both legs alike."),
        usual=(440, 840),
        possible=(150, 2190),
        is_girth=True,
    ),
    Measure(
        key="lower_thigh",
        name=_("Lower thigh"),
        one=_("a lower thigh"),
        term="",
        how=_("Level, just above the knee cap. Keep the leg straight."),
        usual=(300, 550),
        possible=(100, 1430),
        is_girth=True,
    ),
    Measure(
        key="calf",
        name=_("Calf"),
        one=_("a calf"),
        term="calf girth",
        how=_("Round the thickest part of the calf. Stand on both legs alike."),
        usual=(270, 500),
        possible=(90, 1300),
        is_girth=True,
    ),
    Measure(
        key="ankle",
        name=_("Ankle"),
        one=_("an ankle"),
        term="ankle girth",
        how=_("Round the thinnest part, just above the ankle bone. Keep the tape level."),
        usual=(170, 290),
        possible=(50, 760),
        is_girth=True,
    ),
    Measure(
        key="heel",
        name=_("Heel"),
        one=_("a heel girth"),
        term="",
        how=_("Round the heel and over the instep. Point the foot a little."),
        usual=(260, 410),
        possible=(90, 1070),
        is_girth=True,
    ),
    Measure(
        key="nape_height",
        name=_("Nape height"),
        one=_("a nape height"),
        term="back neck point height",
        how=_("Stand without shoes. From the bone at the nape to the floor."),
        usual=(1220, 1740),
        possible=(420, 2790),
    ),
    Measure(
        key="bust_height",
        name=_("Bust height"),
        one=_("a bust height"),
        term="bust height",
        how=_("Stand without shoes. From the fullest part of the chest to the floor."),
        usual=(1010, 1490),
        possible=(350, 2390),
    ),
    Measure(
        key="knee_height",
        name=_("Knee height"),
        one=_("a knee height"),
        term="knee height",
        how=_("Stand without shoes. From the middle of the knee cap to the floor."),
        usual=(360, 590),
        possible=(120, 950),
    ),
    Measure(
        key="under_bust",
        name=_("Under-bust"),
        one=_("an under-bust"),
        term="underbust girth",
        how=_("Level, just below the bust, where a bra lies. Breathe normally."),
        usual=(600, 1250),
        possible=(220, 3200),
        is_girth=True,
    ),
    Measure(
        key="high_bust",
        name=_("High bust"),
        one=_("a high bust"),
        term="upper chest girth",
        how=_("High under the arms, above the bust and round the back. Let the arms hang."),
        usual=(700, 1350),
        possible=(250, 3450),
        is_girth=True,
    ),
    Measure(
        key="natural_waist",
        name=_("Natural waist"),
        one=_("a natural waist"),
        term="waist girth",
        how=_("Round the narrowest place, above the navel. Bend to the side once to find it."),
        usual=(550, 1350),
        possible=(200, 3450),
        is_girth=True,
    ),
    Measure(
        key="trouser_waist",
        name=_("Trouser waist"),
        one=_("a trouser waist"),
        term="high hip girth",
        how=_("Over the hip bones, where trousers sit. Keep the tape level."),
        usual=(620, 1400),
        possible=(230, 3600),
        is_girth=True,
    ),
    Measure(
        key="knee",
        name=_("Knee"),
        one=_("a knee"),
        term="knee girth",
        how=_("Level, round the middle of the knee cap. Bend the leg a little."),
        usual=(290, 560),
        possible=(100, 1430),
        is_girth=True,
    ),
    Measure(
        key="upper_arm",
        name=_("Upper arm, relaxed"),
        one=_("a relaxed upper arm"),
        term="upper-arm girth",
        how=_("Round the thickest part of the upper arm. Let the arm hang loose."),
        usual=(200, 480),
        possible=(75, 1250),
        is_girth=True,
    ),
)

_BY_KEY: Final[Mapping[str, Measure]] = {measure.key: measure for measure in MEASURES}
KEYS: Final = tuple(_BY_KEY)
GIRTHS: Final = frozenset(each.key for each in MEASURES if each.is_girth)
ASKED_ONLY: Final = frozenset(
    ("under_bust", "high_bust", "natural_waist", "trouser_waist", "knee", "upper_arm")
)  # what the body model knows nothing of: never estimated
MODELLED: Final = tuple(key for key in KEYS if key not in ASKED_ONLY)
CORE: Final = ("neck", "chest", "waist", "seat", "shoulder_width", "sleeve_cb", "biceps", "wrist",
               "back_length")  # fmt: skip  # what a shirt is cut from


def measure(key: str) -> Measure:
    """Return the measure of this key; raise KeyError for a key nobody knows."""
    return _BY_KEY[key]
