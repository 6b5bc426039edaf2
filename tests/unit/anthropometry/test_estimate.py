"""Estimates: what is promised of every number, on people who do not exist."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shop.anthropometry.rules import BODY_RISE, VARIABLES, Estimate, Sex, estimate
from tests.builders.anthropometry import SHEET, TELLING, somebody, the_middle

few = settings(max_examples=60, database=None)
seeds = st.integers(0, 10_000)
sexes = st.sampled_from(list(Sex))
perhaps = st.sampled_from([None, *Sex])
# outseam and inseam are known, so the body rise follows exactly
KNOWN_TO_THE_MILLIMETRE = [
    "age",
    "height_said",
    "outseam",
    "weight_said",
    "neck",
    "weight",
    "inseam",
]
keys = st.lists(st.sampled_from(VARIABLES), unique=True, max_size=20)


@few
@given(seeds, perhaps, keys)
@example(1, None, KNOWN_TO_THE_MILLIMETRE)
def test_all_that_is_not_known_is_estimated_and_nothing_else(seed, sex, known):
    found = estimate(somebody(seed=seed, keys=known), sex=sex)

    assert found.keys() - {BODY_RISE} == set(VARIABLES) - set(known)
    assert all(0 < each.low <= each.mid <= each.high for each in found.values())


@few
@given(seeds, perhaps, keys, st.data())
def test_a_little_more_changes_the_estimates_a_little(seed, sex, known, data):
    person = somebody(seed=seed, keys=known)
    before = estimate(person, sex=sex)
    key = data.draw(st.sampled_from(known or ["height"]))
    after = estimate(person | {key: person[key] * (1 + 1e-7)} if known else {}, sex=sex)

    every = tuple(before)
    assert every
    for each in every:
        assert math.isclose(after[each].mid, before[each].mid, rel_tol=1e-4)
        assert math.isclose(after[each].low, before[each].low, rel_tol=1e-4)
        assert math.isclose(after[each].high, before[each].high, rel_tol=1e-4)


@few
@given(seeds, sexes, keys, st.sampled_from(VARIABLES))
def test_an_interval_never_grows_when_one_more_value_is_known(seed, sex, known, more):
    person = somebody(sex, seed)
    before = estimate({key: person[key] for key in known}, sex=sex)
    after = estimate({key: person[key] for key in {*known, more}}, sex=sex)

    every = tuple(after.keys() - {BODY_RISE})
    assert every
    for key in every:
        width = before[key].high / before[key].low
        assert after[key].high / after[key].low <= width * (1 + 1e-9)


@few
@given(seeds, perhaps, keys, st.randoms())
def test_the_order_of_entry_does_not_matter(seed, sex, known, chance):
    person = somebody(seed=seed, keys=known)
    other = chance.sample(sorted(person.items()), len(person))

    assert estimate(dict(other), sex=sex) == estimate(person, sex=sex)


@few
@given(seeds, sexes, keys)
def test_a_median_that_comes_true_changes_no_other_median(seed, sex, known):
    person = somebody(sex, seed, keys=known)
    before = estimate(person, sex=sex)
    key = next(each for each in VARIABLES if each not in known)

    after = estimate(person | {key: before[key].mid}, sex=sex)

    every = tuple(after.keys() - {BODY_RISE})
    assert every
    for each in every:
        assert math.isclose(after[each].mid, before[each].mid, rel_tol=1e-9)


@few
@given(seeds, perhaps, keys)
def test_no_error_is_an_error_of_0(seed, sex, known):
    person = somebody(seed=seed, keys=known)

    assert estimate(person, sex=sex, errors=dict.fromkeys(known, 0.0)) == estimate(person, sex=sex)


@few
@given(seeds, sexes)
def test_what_is_known_with_an_error_says_less(seed, sex):
    person = somebody(sex, seed, keys=("waist", *TELLING))
    exact = estimate(person, sex=sex)
    vague = estimate(person, sex=sex, errors={"waist": 0.03})

    assert vague["chest"].high / vague["chest"].low > exact["chest"].high / exact["chest"].low
    assert vague["waist"].low < vague["waist"].mid < vague["waist"].high


def test_what_is_known_with_an_error_is_drawn_towards_the_others():
    person = the_middle(keys=TELLING)
    waist = estimate(person, sex=Sex.WOMEN)["waist"].mid

    found = estimate(person | {"waist": waist * 1.2}, sex=Sex.WOMEN, errors={"waist": 0.05})

    assert waist < found["waist"].mid < waist * 1.2


@few
@given(seeds)
def test_without_the_sex_the_estimate_lies_between_both(seed):
    person = somebody(seed=seed, keys=("height", "age"))
    men, women = (estimate(person, sex=sex) for sex in Sex)

    every = tuple(estimate(person).items())
    assert every
    for key, each in every:
        mids = sorted((men[key].mid, women[key].mid))
        assert mids[0] * (1 - 1e-4) <= each.mid <= mids[1] * (1 + 1e-4)


def test_the_sex_that_goes_with_what_is_known_weighs_more():
    man = somebody(Sex.MEN, seed=7, keys=SHEET)

    both, men = estimate(man), estimate(man, sex=Sex.MEN)

    assert math.isclose(both["shoulder_girth"].mid, men["shoulder_girth"].mid, rel_tol=1e-3)


def test_the_body_rise_is_outseam_minus_inseam():
    known = {"outseam": 1000, "inseam": 760}

    assert estimate(known, sex=Sex.WOMEN)[BODY_RISE].mid == pytest.approx(240)
    assert estimate({"outseam": 1000}, sex=Sex.WOMEN)[BODY_RISE].low > 150
    assert BODY_RISE not in estimate({"outseam": 1000, BODY_RISE: 250}, sex=Sex.WOMEN)
    assert BODY_RISE not in estimate({"outseam": 760, "inseam": 1000}, sex=Sex.WOMEN)


def test_the_widened_interval_is_a_quarter_wider_and_has_the_same_middle():
    widened = Estimate(mid=100.0, low=50.0, high=200.0).widened()

    assert widened.mid == 100.0
    assert widened.low == pytest.approx(100 * 0.5**1.25)
    assert widened.high == pytest.approx(100 * 2**1.25)


def test_what_the_model_does_not_know_is_ignored():
    person = the_middle(keys=TELLING)

    assert estimate(person | {"underbust": 800, "body_rise": 250}).keys() == (
        estimate(person).keys() - {BODY_RISE}
    )


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf])
def test_a_value_that_is_no_measure_is_refused(value):
    with pytest.raises(ValueError, match="above 0"):
        estimate({"chest": value})


def test_a_negative_error_is_refused():
    with pytest.raises(ValueError, match="relative sd"):
        estimate({"chest": 1000}, errors={"chest": -0.1})


def test_nothing_known_gives_the_middle_of_everybody():
    found = estimate({}, sex=Sex.MEN)

    assert found["height"].mid == pytest.approx(
        the_middle(Sex.MEN, keys=["height"])["height"], 1e-3
    )
