"""What the model knows of a body: 42 variables, in mm, g or years."""

from enum import StrEnum
from typing import Final


class Sex(StrEnum):
    """Whose proportions to take; the data has no others."""

    MEN = "men"
    WOMEN = "women"


AGE: Final = "age"  # years
WEIGHTS: Final = ("weight_said", "weight")  # g
SAID: Final = ("height_said", "weight_said")  # as people remember them
GIRTHS: Final = (
    "neck", "neck_base", "chest", "waist", "seat", "shoulder_girth", "biceps", "forearm", "wrist",
    "hand", "thigh", "lower_thigh", "calf", "ankle", "heel", "head", "foot_girth",
)  # fmt: skip
VARIABLES: Final = (
    "age", "height_said", "weight_said", "weight", "height", "neck", "neck_base", "chest", "waist",
    "seat", "shoulder_width", "shoulder_length", "shoulder_girth", "across_back", "sleeve_cb",
    "arm_length", "shoulder_to_elbow", "biceps", "forearm", "wrist", "hand", "back_length",
    "front_length", "trunk_girth", "outseam", "hipbone_height", "seat_height", "inseam",
    "knee_height", "crotch_length", "crotch_back", "thigh", "lower_thigh", "calf", "ankle", "heel",
    "nape_height", "armpit_height", "bust_height", "head", "foot_length", "foot_girth",
)  # fmt: skip
LENGTHS: Final = tuple(key for key in VARIABLES if key not in {AGE, *WEIGHTS, *SAID})  # mm, taped
BODY_RISE: Final = "body_rise"  # mm; derived: outseam minus inseam
PLACE: Final = {key: place for place, key in enumerate(VARIABLES)}
