from shop.catalogue.rules.prices import keep_prices, prices_of, with_prices
from tests.builders.catalogue import a_group, a_model, values

FILE = a_model(a_group("collar", *values("spread", "band", band=-400)), base_price_minor=10_000)
LOADED = prices_of(FILE)


def test_prices_have_names() -> None:
    assert LOADED == {"": 10_000, "collar/spread": 0, "collar/band": -400}


def test_a_price_that_is_not_named_stays() -> None:
    assert prices_of(with_prices(FILE, {"collar/spread": 300})) == LOADED | {"collar/spread": 300}


def test_what_the_staff_changed_survives_a_file_that_did_not_change_it() -> None:
    now = LOADED | {"": 12_000, "collar/band": 0}
    file = with_prices(FILE, {"collar/spread": 250})

    assert prices_of(keep_prices(file, loaded=LOADED, now=now)) == {
        "": 12_000,
        "collar/spread": 250,
        "collar/band": 0,
    }


def test_a_new_price_in_the_file_wins() -> None:
    now = LOADED | {"": 12_000}
    file = with_prices(FILE, {"": 11_000})

    assert prices_of(keep_prices(file, loaded=LOADED, now=now)) == LOADED | {"": 11_000}


def test_a_value_that_is_gone_from_the_file_is_forgotten() -> None:
    now = LOADED | {"collar/band": 700}
    file = a_model(a_group("collar", *values("spread")), base_price_minor=10_000)

    assert keep_prices(file, loaded=LOADED, now=now) == file
