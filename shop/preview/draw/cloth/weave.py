"""Weaves as matrices: 1 where the warp lies on top, rows are picks, columns are ends."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

Weave = NDArray[np.uint8]
HERRINGBONE_ENDS: Final = 24  # of one direction


def _matrix(*rows: str) -> Weave:
    return np.array([[int(mark) for mark in row] for row in rows], np.uint8)


def herringbone(ends: int) -> Weave:
    """Return a 2/2 twill that turns back after so many ends, broken at the turn."""
    twill = np.tile(_TWILL_22, (1, ends // 4))
    return np.hstack([twill, np.roll(twill[:, ::-1], 2, 0)])


_TWILL_22 = _matrix("1100", "0110", "0011", "1001")

WEAVES: Final[Mapping[str, Weave]] = {
    "plain": _matrix("10", "01"),
    "oxford": _matrix("1100", "0011"),
    "basket": _matrix("1100", "1100", "0011", "0011"),
    "twill-21": _matrix("110", "011", "101"),
    "twill-22": _TWILL_22,
    "twill-31": _matrix("1110", "0111", "1011", "1101"),
    "satin": _matrix("11110", "11011", "01111", "11101", "10111"),
    "crepe": _matrix("110100", "011010", "101101", "010011", "100110", "001101"),
    "herringbone": herringbone(HERRINGBONE_ENDS),
    "jersey": _matrix("10", "01"),
}
