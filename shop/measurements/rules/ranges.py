"""An interval as people say it: no finer than it is known."""

from typing import Final

from shop.kernel import lengths
from shop.kernel.lengths import Unit

# as fine as an interval is worth saying: half centimetres, quarter inches
STEP_MM: Final = {Unit.CM: 5.0, Unit.INCH: float(lengths.MM_PER_INCH) / 4}


def between(low: int, high: int, unit: Unit) -> str:
    """Return both ends with a dash, in the unit and without it: from 36.5 to 39.5 cm."""
    return f"{rounded(low, unit)}\N{EN DASH}{rounded(high, unit)}"


def rounded(mm: int, unit: Unit) -> str:
    """Return the length to half a centimetre or a quarter of an inch."""
    step = STEP_MM[unit]
    return lengths.show(round(int(mm / step + 0.5) * step), unit)
