"""What a body probably measures, and what was probably typed wrong. Pure.

Lengths in mm, weights in g, age in years; whole or not.
"""

from shop.anthropometry.rules.causes import explain, repairs
from shop.anthropometry.rules.checks import Check, check
from shop.anthropometry.rules.coefficients import (
    FILE,
    shipped,
    written,
)
from shop.anthropometry.rules.estimates import Estimate, estimate
from shop.anthropometry.rules.fitting import fitted
from shop.anthropometry.rules.mixture import Z90
from shop.anthropometry.rules.reach import Outside, outside
from shop.anthropometry.rules.slips import Cause, Slip
from shop.anthropometry.rules.tapes import LABELS, label_errors, layman_errors
from shop.anthropometry.rules.variables import (
    AGE,
    BODY_RISE,
    GIRTHS,
    LENGTHS,
    VARIABLES,
    WEIGHTS,
    Sex,
)

__all__ = [
    "AGE",
    "BODY_RISE",
    "FILE",
    "GIRTHS",
    "LABELS",
    "LENGTHS",
    "VARIABLES",
    "WEIGHTS",
    "Z90",
    "Cause",
    "Check",
    "Estimate",
    "Outside",
    "Sex",
    "Slip",
    "check",
    "estimate",
    "explain",
    "fitted",
    "label_errors",
    "layman_errors",
    "outside",
    "repairs",
    "shipped",
    "written",
]
