"""Checks as sequences of threads; the same count along and across makes them square."""

from collections.abc import Callable, Mapping
from typing import Final

from shop.preview.draw.cloth.yarns import Colours
from shop.preview.draw.colours import mixed

Count = Callable[[str, str, int, float], Colours]
GINGHAM_MM: Final = 15  # up to here bands of one width
LINES_MM: Final = 40  # up to here lines on a ground, beyond a plaid
LINE_CM: Final = 0.16
NIGHT: Final = "#14181a"


def usual(repeat_mm: int) -> str:
    """Return the kind of check that cloths of this repeat mostly are."""
    if repeat_mm <= GINGHAM_MM:
        return "gingham"
    return "lines" if repeat_mm <= LINES_MM else "plaid"


def _gingham(ground: str, accent: str, count: int, repeat: float) -> Colours:
    return ((ground, count - count // 2), (accent, count // 2))


def _lines(ground: str, accent: str, count: int, repeat: float) -> Colours:
    line = max(2, round(LINE_CM / repeat * count))
    return ((ground, count - line), (accent, line))


def _plaid(ground: str, accent: str, count: int, repeat: float) -> Colours:
    """Return wide dark bands on the ground, a line of the accent between them, a thin one beside.

    A woodman's check: the ground square stays the largest.
    """
    dark, soft = mixed(ground, NIGHT, 0.62), mixed(ground, accent, 0.28)
    band, line, thin = round(0.20 * count), max(2, round(0.036 * count)), max(1, count // 64)
    gap = round(0.05 * count)
    rest = count - 2 * band - 2 * gap - line - thin
    return (
        (ground, rest // 2),
        (soft, thin),
        (ground, rest - rest // 2),
        (dark, band),
        (ground, gap),
        (accent, line),
        (ground, gap),
        (dark, band),
    )


def _glen(light: str, dark: str, count: int, repeat: float) -> Colours:
    """Return four dark four light, then two and two: the count of a Prince of Wales check."""
    fours = round(count / 2 / 8)
    twos = (count - 8 * fours) // 4
    return ((dark, 4), (light, 4)) * fours + ((dark, 2), (light, 2)) * twos


KINDS: Final[Mapping[str, Count]] = {
    "gingham": _gingham, "lines": _lines, "plaid": _plaid, "glen": _glen,
}  # fmt: skip
