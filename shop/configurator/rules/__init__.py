"""From a garment's model and the present choices to what is possible, why, and the whole design.

Every function is pure: it depends on its arguments alone, and not on what was asked before. The
wearer's measurements, where rules ask for them, ride in the choices as `body.chest`, in mm.
"""

from shop.configurator.rules.answers import WITHOUT, complete, is_possible, possible
from shop.configurator.rules.cheapest import Cheapest, cheapest
from shop.configurator.rules.differ import Difference, differ
from shop.configurator.rules.engine import forget, proofs_asked, remembered
from shop.configurator.rules.examples import examples
from shop.configurator.rules.lint import Finding, Kind, Report, lint
from shop.configurator.rules.notes import Note, text_faults
from shop.configurator.rules.reasons import (
    Change,
    Dropped,
    Repair,
    Why,
    measures_in,
    reconcile,
    repair,
    wanted_choices,
    why,
)
from shop.configurator.rules.resolving import (
    Resolved,
    Whole,
    measures_of,
    resolved,
    whole_of,
    without_artwork,
)
from shop.configurator.rules.situation import Situation
from shop.configurator.rules.surprise import surprise
from shop.configurator.rules.words import changed_words, follow_words, sentences

__all__ = [
    "WITHOUT", "Change", "Cheapest", "Difference", "Dropped", "Finding", "Kind", "Note",
    "Repair", "Report", "Resolved", "Situation", "Whole", "Why", "changed_words", "cheapest",
    "complete", "differ", "examples", "follow_words", "forget", "is_possible", "lint",
    "measures_in", "measures_of", "possible", "proofs_asked", "reconcile", "remembered",
    "repair", "resolved", "sentences", "surprise", "text_faults", "wanted_choices", "whole_of",
    "why", "without_artwork",
]  # fmt: skip
