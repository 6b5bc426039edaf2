"""What is wrong in a file, where, and what was probably meant."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

SHORT_LIST: Final = 12  # so many words still help when all are listed
ELSEWHERE: Final = "See the README of the catalogue for the words that are known."


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong at one line of a file."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}"


def hint(word: str, known: Collection[str], *, otherwise: str = ELSEWHERE) -> str:
    """Return the sentence that helps: the word that was meant, or all there are if few."""
    if near := difflib.get_close_matches(word, known, n=1, cutoff=0.6):
        return f"Did you mean `{near[0]}`?"
    if len(known) <= SHORT_LIST:
        return "Known are: " + ", ".join(f"`{each}`" for each in sorted(known)) + "."
    return otherwise
