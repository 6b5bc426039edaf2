"""How a cloth falls: what of it shapes the picture of a style, in four kinds.

Folds are baked into a style, so it must know how the cloth hangs, but not which cloth it is.
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, kw_only=True)
class Fall:
    loose: float  # of the folds
    crumple: float  # creases between flat facets
    seams: float  # how much seams darken; a busy print swallows them


class Hand(Enum):
    CRISP = Fall(loose=1.0, crumple=0, seams=1)
    SOFT = Fall(loose=0.85, crumple=0, seams=1)  # wool, flannel, jersey
    CREASED = Fall(loose=1.2, crumple=1, seams=1)  # linen
    PRINTED = Fall(loose=1.0, crumple=0, seams=1.7)
