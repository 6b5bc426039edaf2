"""Amounts on the wire: Stripe's idea of a minor unit differs from ISO's for some currencies."""

from typing import Final

from babel.numbers import get_currency_precision

from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _

# Source: docs.stripe.com/currencies, «Zero-decimal», «Three-decimal» and «Special cases»: ISK and
# UGX have no cents, yet are sent as if they had.
NO_DECIMALS: Final = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
     "XOF", "XPF"}
)  # fmt: skip
THREE_DECIMALS: Final = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
_POWERS: Final = (1, 10, 100, 1_000, 10_000)


def to_stripe(amount: Money) -> int:
    """Return the whole number Stripe takes for exactly this amount.

    Raises Refused for a thousandth that no card can pay: the last of three decimals must be 0.
    """
    ours, theirs = _places(amount.currency)
    number, rest = divmod(amount.minor * _POWERS[theirs], _POWERS[ours])
    if rest or (theirs == 3 and number % 10):  # noqa: PLR2004  # decimals
        raise Refused(_("This amount cannot be paid by card: it is too finely divided."))
    return number


def from_stripe(number: int, currency: str) -> Money:
    """Return the amount that Stripe's whole number means; raise ValueError if it is not exact."""
    code = currency.upper()
    ours, theirs = _places(code)
    minor, rest = divmod(number * _POWERS[ours], _POWERS[theirs])
    if rest:
        raise ValueError(f"{number} {code} is no whole number of our minor units")
    return Money(minor, code)


def _places(currency: str) -> tuple[int, int]:
    """Return the decimals of our minor unit and of Stripe's."""
    theirs = 3 if currency in THREE_DECIMALS else 2
    return get_currency_precision(currency), 0 if currency in NO_DECIMALS else theirs
