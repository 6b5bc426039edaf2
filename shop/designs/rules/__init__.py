"""What a design is in words, and what the garment will measure. Pure."""

from shop.designs.rules.comparing import about, against_body, beside, source_words, span
from shop.designs.rules.configuration import STEP_LABELS, Configuration, Step
from shop.designs.rules.layers import IGNORED_SHRINKAGE, finished, missing_measures
from shop.designs.rules.places import Place
from shop.designs.rules.points import (
    Allowance,
    Because,
    Finished,
    Guess,
    MeasuresMissing,
    confirmed,
    guesses,
)
from shop.designs.rules.wording import (
    CLOTH,
    FIT,
    NAME_MAX,
    Chosen,
    answer,
    described,
    sentence,
)

__all__ = [
    "CLOTH", "FIT", "IGNORED_SHRINKAGE", "NAME_MAX", "STEP_LABELS", "Allowance", "Because",
    "Chosen", "Configuration", "Finished", "Guess", "MeasuresMissing", "Place", "Step", "about",
    "against_body", "answer", "beside", "confirmed", "described", "finished", "guesses",
    "missing_measures", "sentence", "source_words", "span",
]  # fmt: skip
