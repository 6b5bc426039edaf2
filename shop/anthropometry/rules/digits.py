"""Numbers as people type them, with two neighbouring digits the wrong way round."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shop.anthropometry.rules.variables import AGE, WEIGHTS

MM_PER_INCH: Final = Fraction(254, 10)
QUARTERS: Final = 4  # of an inch: how finely people read a tape in inches
NEAR: Final = 0.5  # mm: a typed quarter inch is kept as whole mm


@lru_cache(maxsize=4096)
def slips_of_digits(key: str, value: float) -> tuple[tuple[float, float, int], ...]:
    """Return what was typed and what may be meant, in the unit of the variable, and how many.

    A length may have been typed in cm or in inches; a weight in kg; an age in years.
    """
    found = {meant for meant in _meant(key, value) if meant > 0 and meant != value}
    return tuple((value, meant, len(found)) for meant in sorted(found))


def _meant(key: str, value: float) -> Iterator[float]:
    if key == AGE:
        yield from map(float, _turned(f"{value:.0f}"))
        return
    fine = 100 if key in WEIGHTS else 1  # tenths of a kg in g; tenths of a cm in mm
    yield from (float(each) * 10 * fine for each in _turned(f"{value / 10 / fine:.1f}"))
    if key in WEIGHTS:
        return
    quarters = round(value * QUARTERS / float(MM_PER_INCH))
    if abs(float(quarters * MM_PER_INCH / QUARTERS) - value) <= NEAR:
        whole, rest = divmod(quarters, QUARTERS)
        for each in _turned(str(whole)):
            yield float(round((int(float(each)) + Fraction(rest, QUARTERS)) * MM_PER_INCH))


def _turned(number: str) -> Iterator[str]:
    """Give the number with each pair of neighbouring digits the other way round."""
    digits = number.replace(".", "")
    point = len(number) - number.find(".") - 1 if "." in number else 0
    if point and number.endswith("0"):  # typed without decimals
        digits, point = digits[:-1], 0
    for at in range(len(digits) - 1):
        turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        if turned != digits and turned[0] != "0":
            yield f"{turned[: len(turned) - point]}.{turned[len(turned) - point :]}0"
