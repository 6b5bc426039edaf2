import pytest

from shop.checkout import rules
from shop.kernel.money import Money
from tests.builders.catalogue import shipped_model

STANDARD, EXPRESS = rules.SHIPPING_METHODS


@pytest.mark.parametrize(
    ("method", "goods", "price"),
    [
        (STANDARD, 0, 690),
        (STANDARD, 14_999, 690),
        (STANDARD, 15_000, 0),
        (EXPRESS, 14_999, 1490),
        (EXPRESS, 99_999, 1490),
    ],
)
def test_what_the_parcel_costs(method, goods, price):
    assert rules.shipping_price(method, Money(goods, "EUR")) == Money(price, "EUR")


@pytest.mark.parametrize(
    ("code", "method"),
    [("standard", STANDARD), ("express", EXPRESS), ("", STANDARD), ("pigeon", STANDARD)],
)
def test_a_way_by_its_code(code, method):
    assert rules.shipping_method(code) is method


@pytest.mark.parametrize(
    ("size", "choices", "returnable"),
    [
        ("men-M", {}, True),
        ("men-M", {"monogram-text": ""}, True),
        ("men-M", {"monogram-text": "AV"}, False),
        ("", {}, False),
        ("", {"monogram-text": "AV"}, False),
    ],
)
def test_what_may_be_returned(size, choices, returnable):
    assert rules.is_returnable(shipped_model("shirt"), choices, size=size) is returnable


@pytest.mark.parametrize(
    ("kinds", "opening"),
    [
        ([True], "Made in a standard size, so you may return it"),
        ([True, True], "Made in a standard size"),
        ([False], "Made to your own measurements or marked for you, so there is no right"),
        ([True, False], "Garments in standard sizes may be returned"),
    ],
)
def test_what_is_told_about_returning(kinds, opening):
    told = rules.statements(kinds, cut_on="Tue 24 November")

    assert told["withdrawal"].startswith(opening)
    assert "not before Tue 24 November" in told["change"]


def test_countries_are_told_apart():
    assert len(set(rules.COUNTRIES)) == len(rules.COUNTRIES) == 30
