"""From choices and a cloth to a quote. Worked examples are in this folder's README."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from babel.numbers import format_currency, format_decimal, get_currency_precision

from shop.catalogue.rules import (
    Choices,
    Cloth,
    GarmentModel,
    all_hold,
    answered,
    answers,
)
from shop.kernel.money import Money, total
from shop.kernel.texts import gettext as _
from shop.making import rules as making

MM_PER_METRE: Final = 1000


@dataclass(frozen=True, kw_only=True)
class PriceLine:
    """One thing that costs something, or that makes the garment cheaper."""

    code: str  # making | cloth | <group>/<value> | extras/<combination>
    name: str
    amount: Money
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """What a design costs, gross, in the order of the tailor's questions."""

    lines: tuple[PriceLine, ...]
    total: Money


def quote_of_0_4(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Turn a quote as 0.4 kept it, with one currency for all, into one as it is kept now."""
    currency = kept["currency"]
    lines = [
        {
            "code": line["code"],
            "name": line["name"],
            "note": line["note"],
            "amount": {"minor": line["minor"], "currency": currency},
        }
        for line in kept["lines"]
    ]
    return {"lines": lines, "total": {"minor": kept["total"], "currency": currency}}


def quote(
    model: GarmentModel,
    choices: Choices,
    cloth: Cloth,
    *,
    currency: str,
    cloth_mm: int,
    locale: str,
) -> Quote:
    """Return what the garment costs in this cloth, of which it takes `cloth_mm`.

    Choices left over from questions that are not asked cost nothing. Numbers in its notes are
    written as the locale does. The only rounding is that of the cloth, half up to a minor unit.
    """
    lines = (
        PriceLine(code="making", name=_("Making"), amount=Money(model.base_price_minor, currency)),
        _cloth_line(cloth, cloth_mm, currency, locale),
        *(_line(*option, currency) for option in _options(model, choices, cloth)),
    )
    return Quote(lines=lines, total=total((line.amount for line in lines), currency))


def total_of(model: GarmentModel, choices: Choices, cloth: Cloth, *, currency: str) -> Money:
    """Return what the garment costs in all, as its quote would say."""
    options = sum(minor for _code, _phrase, minor in _options(model, choices, cloth))
    needed = making.cloth_mm(model, choices, cloth)
    making_it = Money(model.base_price_minor + options, currency)
    return making_it + cloth_price(cloth, needed, currency)


def cloth_price(cloth: Cloth, mm: int, currency: str) -> Money:
    """Return the price of so much cloth, rounded half up to a minor unit."""
    return Money(cloth.price_per_metre_minor, currency).share(Fraction(mm, MM_PER_METRE))


def _cloth_line(cloth: Cloth, mm: int, currency: str, locale: str) -> PriceLine:
    metres = format_decimal(Decimal(mm) / MM_PER_METRE, format="0.0##", locale=locale)
    note = _(
        "%(metres)s m at %(price)s a metre",
        metres=metres,
        price=_written(Money(cloth.price_per_metre_minor, currency), locale),
    )
    amount = cloth_price(cloth, mm, currency)
    return PriceLine(code="cloth", name=cloth.name, amount=amount, note=note)


def _options(model: GarmentModel, choices: Choices, cloth: Cloth) -> Iterable[tuple[str, str, int]]:
    """Yield what the choices and their combinations cost: code, words and minor units."""
    live = answered(model, choices, cloth)
    for group in model.groups_that_cost:
        if group.code in live:
            for value in answers(model, live, group.code, cloth):
                if value.price_minor:
                    yield (
                        f"{group.code}/{value.code}",
                        value.phrase or value.name,
                        value.price_minor,
                    )
    for extra in model.extras:
        if extra.price_minor and all_hold(extra.when, model, live, cloth):
            yield f"extras/{extra.code}", extra.name, extra.price_minor


def _line(code: str, phrase: str, minor: int, currency: str) -> PriceLine:
    return PriceLine(code=code, name=phrase[:1].upper() + phrase[1:], amount=Money(minor, currency))


def _written(amount: Money, locale: str) -> str:
    """Write an amount with its sign of currency, whole amounts without minor units."""
    value = Decimal(amount.minor).scaleb(-get_currency_precision(amount.currency))
    if value == value.to_integral():
        return format_currency(
            value, amount.currency, format="¤#,##0", locale=locale, currency_digits=False
        )
    return format_currency(value, amount.currency, locale=locale)
