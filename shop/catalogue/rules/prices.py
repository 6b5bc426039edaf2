"""A model's prices by name, so that staff can change them and files can be read again.

The base price has the name "", a value's addition is named "cuff/french", that of a combination
"extras/lined-flannel".
"""

from collections.abc import Mapping
from dataclasses import replace

from shop.catalogue.rules.garments import GarmentModel, Group

BASE = ""
EXTRAS = "extras"  # no question has this code
Prices = Mapping[str, int]


def price_name(group: str, value: str) -> str:
    return f"{group}/{value}"


def prices_of(model: GarmentModel) -> dict[str, int]:
    """Return all prices of the model in minor units, by name."""
    return (
        {BASE: model.base_price_minor}
        | {
            price_name(group.code, value.code): value.price_minor
            for group in model.groups
            for value in group.values
        }
        | {price_name(EXTRAS, extra.code): extra.price_minor for extra in model.extras}
    )


def with_prices(model: GarmentModel, prices: Prices) -> GarmentModel:
    """Return the model with these prices; a price that is not named stays."""
    return replace(
        model,
        base_price_minor=prices.get(BASE, model.base_price_minor),
        groups=tuple(_priced(group, prices) for group in model.groups),
        extras=tuple(
            replace(e, price_minor=prices.get(price_name(EXTRAS, e.code), e.price_minor))
            for e in model.extras
        ),
    )


def changed_by_staff(*, loaded: Prices, now: Prices) -> dict[str, int]:
    """Return the prices that are no longer what the file once said."""
    return {name: price for name, price in now.items() if loaded.get(name, price) != price}


def keep_prices(file: GarmentModel, *, loaded: Prices, now: Prices) -> GarmentModel:
    """Return the file's model with what the staff changed since it was loaded last.

    Where the file itself has a new price by now, the file wins.
    """
    in_file = prices_of(file)
    kept = {
        name: price
        for name, price in changed_by_staff(loaded=loaded, now=now).items()
        if in_file.get(name) == loaded[name]
    }
    return with_prices(file, kept)


def _priced(group: Group, prices: Prices) -> Group:
    values = tuple(
        replace(
            value, price_minor=prices.get(price_name(group.code, value.code), value.price_minor)
        )
        for value in group.values
    )
    return replace(group, values=values)
