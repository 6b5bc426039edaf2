"""The letters of a monogram as they are drawn."""

from collections.abc import Mapping
from typing import Final

GENERIC_INITIALS: Final = "A·B"
STITCHED: Final = "monogram-text"  # the question for the letters
LONGEST: Final = 8  # letters that are drawn; the catalogue may ask for fewer


def letters_in(choices: Mapping[str, str]) -> str:
    """Return the customer's letters as she typed them, shortened to what fits."""
    return choices.get(STITCHED, "").strip()[:LONGEST]


def initials_in(choices: Mapping[str, str]) -> str:
    """Return the customer's letters, or letters that stand for some."""
    return letters_in(choices) or GENERIC_INITIALS
