"""Codes of rules: short, readable, one of a kind."""

import re
from typing import Final

RESERVED: Final = frozenset({"new", "text", "look", "publish", "discard", "take-over"})
CODE_MAX: Final = 60

_SMALL: Final = frozenset({"if", "the", "then", "is", "are", "a", "an", "of", "and", "or", "on",
                           "in", "wearer's"})  # fmt: skip
_ENDING: Final = len("-99")


def code_for(words: str, taken: set[str]) -> str:
    """Return a code from a sentence that no other rule has.

    `If the collar is button-down, then …` becomes `collar-button-down-…`.
    """
    plain = " ".join(word for word in words.lower().split() if word not in _SMALL)
    code = ""
    for part in re.findall(r"[a-z0-9]+", plain):
        longer = f"{code}-{part}".strip("-")
        if len(longer) > CODE_MAX - _ENDING:
            break
        code = longer
    if not code[:1].isalpha() or code in RESERVED:
        code = f"rule-{code}".strip("-")
    numbered = (f"{code}-{n}" for n in range(2, len(taken) + 3))
    return code if code not in taken else next(each for each in numbered if each not in taken)
