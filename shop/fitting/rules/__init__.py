"""What can be said of a garment's fit, and what follows from it. Pure."""

from shop.fitting.rules.findings import HINTS, Finding, Hint, Note
from shop.fitting.rules.garments import Decided, FitAnswer, Made, Wearer, Worn
from shop.fitting.rules.offered_verdicts import MOST_MM, amounts, is_girth, label, sayings
from shop.fitting.rules.proposing import Outcome, outcome
from shop.fitting.rules.verdicts import MUCH_LABELS, SINCE_LABELS, FitVerdict, Much, Since

__all__ = [
    "HINTS",
    "MOST_MM",
    "MUCH_LABELS",
    "SINCE_LABELS",
    "Decided",
    "Finding",
    "FitAnswer",
    "FitVerdict",
    "Hint",
    "Made",
    "Much",
    "Note",
    "Outcome",
    "Since",
    "Wearer",
    "Worn",
    "amounts",
    "is_girth",
    "label",
    "outcome",
    "sayings",
]
