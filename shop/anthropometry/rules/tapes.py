"""How exactly values are known that no expert has measured: relative sds, for `errors`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from shop.anthropometry.rules.coefficients import shipped
from shop.anthropometry.rules.variables import GIRTHS, LENGTHS, PLACE

GIRTH_MM: Final = 10.0  # sd of a girth taken by a layman; two to three times an expert's
LENGTH_MM: Final = 8.0  # sd of a length

# Labels of clothes that fit: what we add to the half step of a label (uniform) is judgement, for
# how loosely people wear what "fits". Step and looseness (sd) in mm.
LABELS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "neck": (5.0, 5.0),  # collar, to half a cm
        "chest": (50.8, 15.0),  # to two inches
        "waist": (25.4, 12.0),  # trouser waist, to the inch
        "inseam": (25.4, 12.0),  # to the inch
        "sleeve_cb": (12.7, 8.0),  # shirt sleeve, to half an inch
    }
)


def layman_errors(keys: Iterable[str]) -> dict[str, float]:
    """Return how far a layman's tape is off, for those of the keys that are taken with a tape."""
    return {
        key: (GIRTH_MM if key in GIRTHS else LENGTH_MM) / _middle(key)
        for key in keys
        if key in LENGTHS
    }


def label_errors(keys: Iterable[str]) -> dict[str, float]:
    """Return how far labels of clothes that fit are off the body, for the keys that have labels."""
    return {key: label_sd_mm(key) / _middle(key) for key in keys if key in LABELS}


def label_sd_mm(key: str) -> float:
    step, looseness = LABELS[key]
    return float(np.hypot(step / np.sqrt(12), looseness))


def _middle(key: str) -> float:
    """Return what is usual, in mm, over both sexes."""
    return float(np.exp(np.mean([each.means[PLACE[key]] for each in shipped().of.values()])))
