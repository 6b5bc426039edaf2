"""Amounts and lengths as colleagues type them, with the sentence for what cannot be read."""

import re
from decimal import Decimal
from typing import Final

from babel.numbers import get_currency_precision
from wtforms.validators import ValidationError

from shop.kernel.texts import gettext as _

MINUS: Final = "\N{MINUS SIGN}"
NUMBER: Final = re.compile(r"(-?)(\d{1,9})(?:[.,](\d*))?", re.ASCII)
MOST: Final = 1_000_000  # of the currency, or metres: beyond, a finger slipped


def minor_of(typed: str, currency: str, *, may_be_less: bool = False) -> int:
    """Return minor units of `12`, `12.5` or `12,50`; raise ValidationError with a sentence.

    With `may_be_less` an amount may be below zero: what a plainer choice takes off the price.
    """
    places = get_currency_precision(currency)
    sign = -1 if may_be_less and typed[:1] in {"-", MINUS} else 1
    example = "12.50" if places else "1250"
    return sign * _scaled(typed[1:] if sign < 0 else typed, places, example=example)


def mm_of(typed: str) -> int:
    """Return millimetres of so many metres; raise ValidationError with a sentence."""
    return _scaled(typed, 3, example="12.5")


def written(minor: int, currency: str) -> str:
    """Write minor units as they are typed: `12.50`."""
    places = get_currency_precision(currency)
    return f"{Decimal(minor).scaleb(-places):.{places}f}"


def metres(mm: int) -> str:
    """Write millimetres as metres are typed, exactly: `28.20`, or `28.203` where it is so."""
    return f"{mm / 1000:.2f}" if mm % 10 == 0 else f"{mm / 1000:.3f}"


def whole_of(typed: str) -> int:
    """Return a whole number of `120`; raise ValidationError with a sentence."""
    return _scaled(typed, 0, example="120")


def _scaled(words: str, places: int, *, example: str) -> int:
    match = NUMBER.fullmatch(words)
    if match is None:
        raise ValidationError(
            _(
                "«%(typed)s» cannot be read. Write a number such as %(example)s.",
                typed=words,
                example=example,
            )
        )
    sign, whole, decimals = match.groups()
    if sign:
        raise ValidationError(_("This cannot be below zero."))
    if len(decimals or "") > places:
        raise ValidationError(
            _(
                "At most %(n)s digits after the point, such as %(example)s.",
                n=places,
                example=example,
            )
        )
    if int(whole) >= MOST:
        raise ValidationError(_("That is more than there can be. Look at the number again."))
    return int(Decimal(f"{whole}.{decimals or 0}").scaleb(places))
