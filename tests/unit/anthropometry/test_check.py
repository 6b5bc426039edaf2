"""Checks: what the others say of each value."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.anthropometry.rules import Sex, check, estimate, layman_errors
from tests.builders.anthropometry import SHEET, somebody, the_middle

few = settings(max_examples=40, database=None)
seeds = st.integers(0, 10_000)
perhaps = st.sampled_from([None, *Sex])


@few
@given(seeds, st.sampled_from(list(Sex)), st.sampled_from(SHEET))
def test_a_check_says_what_an_estimate_without_that_value_says(seed, sex, key):
    person = somebody(sex, seed, keys=SHEET)
    rest = {each: value for each, value in person.items() if each != key}

    found, told = check(person, sex=sex)[key], estimate(rest, sex=sex)[key]

    assert found.expected == pytest.approx(told.mid, rel=1e-6)
    assert found.low == pytest.approx(told.low, rel=1e-6)
    assert found.high == pytest.approx(told.high, rel=1e-6)


@few
@given(seeds, st.sampled_from(SHEET))
def test_without_the_sex_too(seed, key):
    person = somebody(seed=seed, keys=SHEET)
    rest = {each: value for each, value in person.items() if each != key}

    assert check(person)[key].expected == pytest.approx(estimate(rest)[key].mid, rel=1e-5)


@few
@given(seeds, perhaps, st.randoms())
def test_the_order_of_entry_does_not_matter(seed, sex, chance):
    person = somebody(seed=seed, keys=SHEET)
    other = dict(chance.sample(sorted(person.items()), len(person)))

    assert check(other, sex=sex) == check(person, sex=sex)


def test_nobody_in_the_middle_is_far_off():
    for sex in Sex:
        assert all(each.distance < 0.1 for each in check(the_middle(sex), sex=sex).values())


def test_the_distance_is_in_sds():
    person = the_middle()
    seat = check(person, sex=Sex.WOMEN)["seat"]
    sd = math.log(seat.high / seat.low) / 2 / 1.6448536

    found = check(person | {"seat": seat.expected * math.exp(3 * sd)}, sex=Sex.WOMEN)

    assert found["seat"].distance == pytest.approx(3)


def test_a_layman_s_tape_makes_everything_less_odd():
    person = the_middle() | {"chest": 1100.0}

    exact = check(person, sex=Sex.WOMEN)["chest"]
    vague = check(person, sex=Sex.WOMEN, errors=layman_errors(person))["chest"]

    assert vague.distance < exact.distance


def test_one_value_is_checked_against_everybody_and_none_against_nobody():
    assert check({}) == {}
    assert check({"chest": 1500}, sex=Sex.WOMEN)["chest"].distance > 4
    assert check({"body_rise": 250}) == {}
