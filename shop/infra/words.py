"""Words, money, dates and lengths as the reader writes them: gettext and Babel at the edge."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone
from babel.lists import format_list
from babel.numbers import format_currency, get_currency_precision
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, has_request_context, session

from shop.kernel import lengths, texts
from shop.kernel.lengths import Unit
from shop.kernel.money import Money

MINUS: Final = "\N{MINUS SIGN}"
FOLDER: Final = Path(__file__).parents[1] / "translations"


def init_app(app: Flask) -> None:
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        texts.gettext, texts.ngettext, newstyle=True
    )
    shown = (
        *(money, minor, price_difference, plain_amount),
        *(day, short_day, date_in_full, full_day, moment),
        *(length, signed_length, listed, country),
    )
    app.jinja_env.filters.update({each.__name__: each for each in shown})
    app.before_request(speak)


def speak() -> None:
    """Use the house's language for what is said from now on, in this request or job."""
    texts.speak(_translations(_locale()))


def money(amount: Money) -> str:
    """Write the amount with its sign of currency: `€129.50`, whole amounts without cents."""
    return _money(amount.minor, amount.currency, _locale())


def minor(amount: int, currency: str) -> str:
    """Write minor units that lie in a table without their currency."""
    return _money(amount, currency, _locale())


def plain_amount(amount: Money) -> str:
    """Write the amount for machines: `129.50`."""
    return str(Decimal(amount.minor).scaleb(-get_currency_precision(amount.currency)))


def price_difference(amount: Money) -> str:
    """Write what a choice adds or takes: `+ €12`, `- €5`, nothing for nothing."""
    if not amount:
        return ""
    sign = "+" if amount.minor > 0 else MINUS
    return f"{sign} {money(Money(abs(amount.minor), amount.currency))}"


def day(value: date) -> str:
    """Write a day in full: `Tue 15 December`."""
    return _day(value, "EEE d MMMM", _locale())


def short_day(value: date) -> str:
    """Write a day for tables: `15 Dec`."""
    return _day(value, "d MMM", _locale())


def date_in_full(value: date) -> str:
    """Write a day that is years away: `1 January 2037`."""
    return _day(value, "d MMMM y", _locale())


def full_day(value: datetime) -> str:
    """Write the day of a moment in the shop's time zone, with its year: `22 Nov 2026`."""
    zone = get_timezone(current_app.extensions["settings"].timezone)
    return format_datetime(value, "d MMM y", tzinfo=zone, locale=_locale())


def moment(value: datetime) -> str:
    """Write a moment in the shop's time zone: `22 Nov 2026, 14:05`."""
    zone = get_timezone(current_app.extensions["settings"].timezone)
    return format_datetime(value, "d MMM y, HH:mm", tzinfo=zone, locale=_locale())


def length(mm: int, unit: Unit | None = None) -> str:
    """Write a length with its unit, in the reader's unit if none is named: `39.5 cm`."""
    chosen = unit or current_unit()
    return f"{lengths.show(mm, chosen)} {chosen}"


def signed_length(mm: int) -> str:
    """Write a difference of lengths: `+ 6.4 cm`, `- 1 cm`, `0 cm`."""
    sign = "+ " if mm > 0 else f"{MINUS} " if mm < 0 else ""
    return f"{sign}{length(abs(mm))}"


def country(code: str) -> str:
    """Write a country's name for its code: `Germany` for DE."""
    return str(Locale.parse(_locale()).territories.get(code, code))


def listed(words: list[str]) -> str:
    """Write a list as a sentence does: `cloth, collar and cuff`."""
    return format_list(words, locale=_locale())


def current_unit() -> Unit:
    """Return the unit the visitor measures in; mails and papers are in centimetres."""
    return Unit(session.get("unit", Unit.CM)) if has_request_context() else Unit.CM


def choose_unit(unit: Unit) -> None:
    session["unit"] = unit.value


def _locale() -> str:
    name: str = current_app.extensions["settings"].locale
    return name


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, locale: str) -> str:
    places = get_currency_precision(currency)
    value = Decimal(minor).scaleb(-places)
    whole = value == value.to_integral()
    written: str = format_currency(
        value,
        currency,
        locale=locale,
        currency_digits=not whole,
        format="¤#,##0" if whole else None,
    )
    return written


@lru_cache(maxsize=2048)
def _day(value: date, pattern: str, locale: str) -> str:
    return format_date(value, pattern, locale=Locale.parse(locale))


@lru_cache
def _translations(locale: str) -> NullTranslations:
    return Translations.load(str(FOLDER), [locale])


def facts() -> dict[str, Any]:
    """Return what every template may ask about language."""
    return {"lang": _language(_locale()), "unit": current_unit()}


@lru_cache
def _language(locale: str) -> str:
    return str(Locale.parse(locale).language)
