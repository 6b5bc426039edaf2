"""The engine: from a garment's model and the present choices to what is possible, and why.

Every function is pure: it depends on its arguments alone, and not on what was asked before. The
wearer's measurements, where rules ask for them, ride in the choices as `body.chest`, in mm.
"""

from shop.configurator.rules.answers import WITHOUT, complete, is_possible, possible
from shop.configurator.rules.cheapest import Cheapest, cheapest
from shop.configurator.rules.differ import Difference, differ
from shop.configurator.rules.engine import forget, proofs_asked, remembered
from shop.configurator.rules.examples import examples
from shop.configurator.rules.lint import Finding, Kind, Report, lint
from shop.configurator.rules.reasons import (
    Change,
    Dropped,
    Repair,
    Why,
    body_of,
    reconcile,
    repair,
    wanted_choices,
    why,
)
from shop.configurator.rules.surprise import surprise

__all__ = [
    "WITHOUT", "Change", "Cheapest", "Difference", "Dropped", "Finding", "Kind", "Repair",
    "Report", "Why", "body_of", "cheapest", "complete", "differ", "examples", "forget",
    "is_possible", "lint", "possible", "proofs_asked", "reconcile", "remembered", "repair",
    "surprise", "wanted_choices", "why",
]  # fmt: skip
