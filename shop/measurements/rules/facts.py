"""What we may know of a body that is no measurement to cut from: weight, age, what she says."""

from collections.abc import Mapping
from typing import Final

WEIGHT: Final = "weight"  # in grams, on a scale
AGE: Final = "age"  # in years, on the day it was told
HEIGHT_SAID: Final = "height_said"  # in mm, as people remember it
WEIGHT_SAID: Final = "weight_said"  # in grams, as people remember it
# in mm: what stands in clothes that fit
LABELS: Final = ("label_collar", "label_chest", "label_waist", "label_inseam", "label_sleeve")
FACTS: Final = (WEIGHT, AGE, HEIGHT_SAID, WEIGHT_SAID, *LABELS)

Facts = Mapping[str, int]  # key of a fact → its amount, in the unit given above
NO_FACTS: Final[Facts] = {}
