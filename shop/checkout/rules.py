"""How parcels travel, what that costs, and what must be told before buying. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from shop.catalogue.rules import GarmentModel, GroupKind
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy
from shop.promises.rules import STANDARD_PARCEL_DAYS

PAY_WITHIN: Final = timedelta(hours=1)  # how long cloth and price are held for a payment
FREE_FROM_MINOR: Final = 15_000
# Where the house ships: the European Union and its neighbours with simple customs.
COUNTRIES: Final = (
    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ShippingMethod:
    """A way a parcel travels: price in minor units, days on the road in working days."""

    code: str
    name: str
    minor: int
    days: int
    is_free_for_much: bool


SHIPPING_METHODS: Final = (
    ShippingMethod(
        code="standard",
        name=lazy("Parcel"),
        minor=690,
        days=STANDARD_PARCEL_DAYS,
        is_free_for_much=True,
    ),
    ShippingMethod(
        code="express", name=lazy("Express parcel"), minor=1490, days=1, is_free_for_much=False
    ),
)


def shipping_method(code: str) -> ShippingMethod:
    """Return the method of this code; the first one for a code that is none."""
    return next((each for each in SHIPPING_METHODS if each.code == code), SHIPPING_METHODS[0])


def shipping_price(method: ShippingMethod, goods: Money) -> Money:
    """Return what the parcel costs; the standard one is free from a value of goods on."""
    is_free = method.is_free_for_much and goods.minor >= FREE_FROM_MINOR
    return Money(0 if is_free else method.minor, goods.currency)


def is_returnable(model: GarmentModel, whole: Mapping[str, str], *, size: str) -> bool:
    """Tell whether a garment keeps the right of withdrawal.

    EU Directive 2011/83, article 16 (c): goods made to the consumer's own measurements or clearly
    personalised have none; a choice among preset sizes and options keeps it.
    """
    texts = [g.code for g in model.groups if g.kind is GroupKind.TEXT]
    return bool(size) and not any(whole.get(code) for code in texts)


def statements(returnable: Iterable[bool], *, cut_on: str) -> dict[str, str]:
    """Return what is said before the purchase, by subject; kept with the order as it was."""
    kinds = set(returnable)
    return {"change": _change(cut_on), "withdrawal": _withdrawal(kinds)}


def _change(cut_on: str) -> str:
    return _(
        "You can change or cancel everything free of charge until we cut the cloth, "
        "which is not before %(day)s.",
        day=cut_on,
    )


def _withdrawal(kinds: set[bool]) -> str:
    if kinds == {True}:
        return _("Made in a standard size, so you may return it within 14 days of its arrival.")
    if kinds == {False}:
        return _(
            "Made to your own measurements or marked for you, so there is no right of withdrawal. "
            "Our alteration service stands behind the fit."
        )
    return _(
        "Garments in standard sizes may be returned within 14 days of their arrival. Those made "
        "to your own measurements or marked for you may not; our alteration service stands "
        "behind their fit."
    )
