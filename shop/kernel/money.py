"""Money in whole minor units. Rounding happens here or nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount: 12950 EUR is 129.50 euro."""

    minor: int
    currency: str

    def __add__(self, other: Self) -> Self:
        return self._with(self.minor + self._minor_of(other))

    def __sub__(self, other: Self) -> Self:
        return self._with(self.minor - self._minor_of(other))

    def __mul__(self, quantity: int) -> Self:
        return self._with(self.minor * quantity)

    def __lt__(self, other: Self) -> bool:
        return self.minor < self._minor_of(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def share(self, fraction: Decimal | Fraction) -> Self:
        """Return this fraction of the amount, rounded half up to a minor unit.

        A negative half goes down: what is given back is what was taken.
        """
        exact = Fraction(self.minor) * Fraction(fraction)
        half_up = int(abs(exact) + Fraction(1, 2))
        return self._with(half_up if exact >= 0 else -half_up)

    def _with(self, minor: int) -> Self:
        return type(self)(minor, self.currency)

    def _minor_of(self, other: Self) -> int:
        if other.currency != self.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")
        return other.minor


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Return the sum; of nothing it is zero of this currency."""
    return sum(amounts, start=Money(0, currency))


def tax_within(gross: Money, rate_percent: Decimal) -> Money:
    """Return the tax contained in a gross amount: EUR 119 at 19 % holds EUR 19."""
    rate = Fraction(rate_percent) / 100
    return gross.share(rate / (1 + rate))
