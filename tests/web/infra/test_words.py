from datetime import UTC, date, datetime

import pytest

from shop.infra import words
from shop.kernel.lengths import Unit
from shop.kernel.money import Money


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [(12950, "EUR", "€129.50"), (12900, "EUR", "€129"), (0, "EUR", "€0"), (-690, "EUR", "-€6.90"),
     (1_234_567, "GBP", "£12,345.67"), (500, "JPY", "JP¥500"), (5, "EUR", "€0.05")],
)  # fmt: skip
def test_money(app, minor, currency, written):
    assert words.money(Money(minor, currency)) == written
    assert words.minor(minor, currency) == written


@pytest.mark.parametrize(("minor", "written"), [(0, ""), (1200, "+ €12"), (-450, "− €4.50")])
def test_a_difference_of_prices(app, minor, written):
    assert words.price_difference(Money(minor, "EUR")) == written


def test_days_and_moments_are_the_shops(app):
    assert words.day(date(2026, 12, 15)) == "Tue 15 December"
    assert words.short_day(date(2026, 12, 15)) == "15 Dec"
    assert words.moment(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "1 Jan 2027, 00:30"


def test_lengths(app):
    assert words.length(395) == "39.5 cm"
    assert words.length(394, Unit.INCH) == "15 1/2 in"
    assert [words.signed_length(mm) for mm in (64, -10, 0)] == ["+ 6.4 cm", "− 1 cm", "0 cm"]


def test_a_list_reads_as_a_sentence(app):
    assert words.listed(["cloth", "collar", "cuff"]) == "cloth, collar and cuff"
    assert words.listed([]) == ""
