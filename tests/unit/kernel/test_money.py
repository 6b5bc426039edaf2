from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.kernel.money import Money, tax_within, total

minors = st.integers(-(10**12), 10**12)
fractions = st.fractions(min_value=-3, max_value=3, max_denominator=10**6)
rates = st.decimals(min_value=0, max_value=100, places=2)


def euro(minor):
    return Money(minor, "EUR")


@given(minors, fractions)
def test_a_share_is_the_nearest_minor_unit(minor, fraction):
    exact = minor * fraction

    assert abs(euro(minor).share(fraction).minor - exact) <= Fraction(1, 2)


@given(minors)
def test_half_a_unit_goes_away_from_nothing(minor):
    assert euro(2 * minor + 1).share(Fraction(1, 2)).minor == (minor + 1 if minor >= 0 else minor)


@given(minors)
def test_the_whole_is_the_amount_and_nothing_is_nothing(minor):
    assert euro(minor).share(Fraction(1)) == euro(minor)
    assert euro(minor).share(Fraction(0)) == euro(0)


@pytest.mark.parametrize(
    ("minor", "fraction", "share"),
    [(100, "0.125", 13), (1, "0.5", 1), (-1, "0.5", -1), (3, "0.5", 2), (1000, "0.333", 333)],
)
def test_shares_by_hand(minor, fraction, share):
    assert euro(minor).share(Decimal(fraction)) == euro(share)


def test_a_share_of_much_is_exact():
    assert euro(10**40 + 1).share(Fraction(1)) == euro(10**40 + 1)


@given(st.lists(minors))
def test_a_total_is_the_sum(amounts):
    assert total(map(euro, amounts), "EUR") == euro(sum(amounts))


def test_the_total_of_nothing_has_a_currency():
    assert total([], "CHF") == Money(0, "CHF")


@given(st.integers(0, 10**10), rates)
def test_tax_and_net_make_the_gross_and_the_tax_is_that_of_the_net(minor, rate):
    tax = tax_within(euro(minor), rate)
    net = euro(minor) - tax

    assert net + tax == euro(minor)
    assert abs(tax.minor - net.minor * Fraction(rate) / 100) <= 1


@pytest.mark.parametrize(
    ("gross", "rate", "tax"),
    [(11900, "19", 1900), (12100, "21", 2100), (14825, "21", 2573), (1, "21", 0), (500, "0", 0)],
)
def test_tax_by_hand(gross, rate, tax):
    assert tax_within(euro(gross), Decimal(rate)) == euro(tax)


@pytest.mark.parametrize("mix", [Money.__add__, Money.__sub__, Money.__lt__])
def test_currencies_do_not_mix(mix):
    with pytest.raises(ValueError, match="cannot mix EUR and CHF"):
        mix(euro(1), Money(1, "CHF"))


def test_money_adds_compares_and_multiplies():
    assert euro(3) + euro(4) - euro(2) == euro(5)
    assert euro(3) * 4 == euro(12)
    assert euro(3) < euro(4)
    assert not euro(4) < euro(4)
    assert bool(euro(-1))
    assert not euro(0)
    assert Money(1, "EUR") != Money(1, "CHF")
