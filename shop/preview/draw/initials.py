"""The letters of a monogram as they are drawn."""

from collections.abc import Mapping
from typing import Final

GENERIC_INITIALS: Final = "A·B"
LONGEST_MONOGRAM: Final = 8


def initials_in(choices: Mapping[str, str]) -> str:
    """Return the customer's letters, shortened to what fits, or letters that stand for some."""
    return choices.get("monogram-text", "").strip()[:LONGEST_MONOGRAM] or GENERIC_INITIALS
