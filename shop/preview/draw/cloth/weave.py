"""Weaves as matrices: 1 where the warp lies on top, rows are picks, columns are ends.

Source: the drafts that every weaving manual gives, e.g. Z. Grosicki, Watson's Textile Design and
Colour, chapters 1 to 4.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Weave = NDArray[np.uint8]


def _matrix(*rows: str) -> Weave:
    return np.array([[int(mark) for mark in row] for row in rows], np.uint8)


KNITTED: Final = "jersey"
WEAVES: Final[Mapping[str, Weave]] = {
    "plain": _matrix("10", "01"),
    "oxford": _matrix("1100", "0011"),
    "basket": _matrix("1100", "1100", "0011", "0011"),
    "twill-21": _matrix("110", "011", "101"),
    "twill-22": _matrix("0011", "0110", "1100", "1001"),
    "twill-33": _matrix("000111", "001110", "011100", "111000", "110001", "100011"),
    "twill-31": _matrix("0111", "1110", "1101", "1011"),
    "satin": _matrix("11110", "11011", "01111", "11101", "10111"),
    "crepe": _matrix(  # no float longer than three, no line that the eye could follow
        "101110011000", "100011100101", "000101011011", "011010100101", "110011001100",
        "111010100010", "100101011010", "001101010011", "001100101101", "110011010100",
        "010100100111", "011000111010",
    ),
    KNITTED: _matrix("0"),  # knitted: one yarn, course upon course
}  # fmt: skip


@lru_cache(maxsize=32)
def weave_of(name: str, turn: int = 0) -> Weave:
    """Return the draft; one that turns goes back after so many ends, a herringbone.

    At the turn the ends are broken: where one side shows warp, the other shows weft. An unknown
    name is a KeyError.
    """
    draft = WEAVES[name]
    if not turn:
        return draft
    rows, columns = draft.shape
    there = np.tile(draft, (1, -(-turn // columns)))[:, :turn]
    back = np.roll(there[:, ::-1], rows // 2, 0)
    return np.hstack([there, back])
