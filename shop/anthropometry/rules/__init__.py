"""What a body probably measures, and what was probably typed wrong. Pure."""

from shop.anthropometry.rules.checks import Check, check
from shop.anthropometry.rules.estimates import Estimate, estimate
from shop.anthropometry.rules.variables import (
    BODY_RISE,
    GIRTHS,
    LENGTHS,
    VARIABLES,
    Sex,
)

__all__ = [
    "BODY_RISE",
    "GIRTHS",
    "LENGTHS",
    "VARIABLES",
    "Check",
    "Estimate",
    "Sex",
    "check",
    "estimate",
]
