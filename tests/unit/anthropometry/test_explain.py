"""Causes: the classic slips on the sheets of people drawn from the model."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.anthropometry.rules import (
    GIRTHS,
    LENGTHS,
    VARIABLES,
    Sex,
    Slip,
    check,
    estimate,
    explain,
    layman_errors,
    repairs,
)
from tests.builders.anthropometry import CORE, SHEET, TELLING, somebody, the_middle

few = settings(max_examples=60, database=None)
seeds = st.integers(0, 10_000)
sexes = st.sampled_from(list(Sex))
fields = st.sampled_from(CORE)
girths = st.sampled_from([key for key in CORE if key in GIRTHS])
SMALL = ("chest", "waist", "seat", "neck", "back_length", *TELLING)
sheets = st.sampled_from([SHEET, VARIABLES])


@few
@given(seeds, sexes, fields, sheets)
def test_inches_typed_for_cm_are_always_found(seed, sex, key, sheet):
    person = somebody(sex, seed, keys=sheet)

    cause = explain(person | {key: person[key] / 2.54}, sex=sex)

    assert cause is not None
    assert cause.key == key


@few
@given(seeds, sexes, fields, sheets)
def test_cm_typed_for_inches_are_always_found(seed, sex, key, sheet):
    person = somebody(sex, seed, keys=sheet)

    cause = explain(person | {key: person[key] * 2.54}, sex=sex)

    assert cause is not None
    assert cause.key == key


@few
@given(seeds, sexes, girths, st.booleans())
def test_half_a_girth_is_always_found(seed, sex, key, sex_is_known):
    person = somebody(sex, seed, keys=SHEET)

    cause = explain(person | {key: person[key] / 2}, sex=sex if sex_is_known else None)

    assert cause is not None
    assert cause.key == key


@pytest.mark.parametrize("sex", [None, *Sex])
@pytest.mark.parametrize("keys", [SHEET, SMALL, VARIABLES, LENGTHS, ("chest",)])
def test_a_body_in_the_middle_is_never_asked_about(sex, keys):
    for whose in Sex:
        assert explain(the_middle(whose, keys), sex=sex and whose) is None


@few
@given(seeds, sexes, fields, st.randoms())
def test_the_order_of_entry_does_not_matter(seed, sex, key, chance):
    person = somebody(sex, seed, keys=SHEET)
    wrong = person | {key: person[key] / 2.54, "chest": person["chest"] * 1.3}
    other = dict(chance.sample(sorted(wrong.items()), len(wrong)))

    assert repairs(other, sex=sex) == repairs(wrong, sex=sex)
    assert explain(other, sex=sex) == explain(wrong, sex=sex)


@pytest.mark.parametrize(
    ("typed", "slip", "key", "meant"),
    [
        ({"chest": 380}, Slip.INCH_FOR_CM, "chest", 965.2),
        ({"inseam": 1930}, Slip.CM_FOR_INCH, "inseam", 759.8),
        ({"seat": 510}, Slip.HALF, "seat", 1020.0),
        ({"waist": 680}, Slip.DIGITS, "waist", 860.0),
    ],
)
def test_each_cause_is_told_with_the_value_that_was_meant(typed, slip, key, meant):
    cause = explain(the_middle() | typed, sex=Sex.WOMEN)

    assert cause is not None
    assert (cause.slip, cause.key, cause.with_key) == (slip, key, "")
    assert cause.repaired == {key: pytest.approx(meant, abs=0.1)}
    assert 0.5 < cause.probability <= 1


def test_two_fields_swapped_are_told_together():
    person = the_middle()
    wrong = person | {"chest": person["waist"], "waist": person["chest"]}

    cause = explain(wrong, sex=Sex.WOMEN)

    assert cause is not None
    assert cause.slip is Slip.SWAPPED
    assert {cause.key, cause.with_key} == {"chest", "waist"}
    assert cause.repaired == {"chest": person["chest"], "waist": person["waist"]}


def test_what_is_just_wrong_has_a_hint_and_no_repair():
    person = the_middle()

    found = repairs(person | {"biceps": person["biceps"] + 90}, sex=Sex.WOMEN)

    assert [(each.slip, each.key) for each in found] == [(Slip.SLIP, "biceps")]
    assert found[0].repaired["biceps"] == pytest.approx(person["biceps"], rel=0.02)


def test_several_slips_are_told_one_after_the_other():
    person = the_middle()
    wrong = person | {
        "chest": person["chest"] / 2.54,
        "waist": person["waist"] / 2.54,
        "inseam": person["outseam"],
        "outseam": person["inseam"],
    }

    found = repairs(wrong, sex=Sex.WOMEN)

    assert {(each.slip, each.key) for each in found} == {
        (Slip.INCH_FOR_CM, "chest"),
        (Slip.INCH_FOR_CM, "waist"),
        (Slip.SWAPPED, "outseam"),
    }
    assert explain(wrong, sex=Sex.WOMEN) == found[0]


def test_a_whole_sheet_in_inches_is_told_field_by_field():
    person = the_middle()
    wrong = person | {key: person[key] / 2.54 for key in CORE}

    found = repairs(wrong, sex=Sex.WOMEN)

    assert {each.slip for each in found} == {Slip.INCH_FOR_CM}
    assert {each.key for each in found} == set(CORE)
    assert all(each.repaired == {each.key: pytest.approx(person[each.key])} for each in found)


def test_flat_girths_are_told_and_the_one_that_is_right_is_left_alone():
    person = the_middle(keys=SMALL)
    wrong = person | {key: person[key] / 2 for key in ("chest", "waist", "seat")}

    found = repairs(wrong, sex=Sex.WOMEN)

    assert {(each.slip, each.key) for each in found} == {
        (Slip.HALF, key) for key in ("chest", "waist", "seat")
    }


def test_only_suspects_are_named():
    wrong = the_middle() | {"chest": 380.0}

    assert explain(wrong, sex=Sex.WOMEN, suspects={"waist", "seat"}) is None
    assert explain(wrong, sex=Sex.WOMEN, suspects={"chest"}) is not None


def test_weight_is_named_only_when_it_is_a_suspect():
    wrong = the_middle()
    wrong |= {"weight": wrong["weight"] / 0.45359237}

    assert explain(wrong, sex=Sex.WOMEN) is None
    cause = explain(wrong, sex=Sex.WOMEN, suspects=VARIABLES)
    assert cause is not None
    assert (cause.slip, cause.key) == (Slip.LB_FOR_KG, "weight")


def test_what_she_insists_on_is_believed():
    person = the_middle()
    odd = person | {"chest": person["chest"] * 1.25}

    assert explain(odd, sex=Sex.WOMEN) is not None
    assert explain(odd, sex=Sex.WOMEN, insisted={"chest"}) is None


def test_beside_an_odd_value_she_insists_on_other_slips_are_still_found():
    person = the_middle()
    odd = person | {"chest": person["chest"] * 1.25, "inseam": person["inseam"] / 2.54}

    found = repairs(odd, sex=Sex.WOMEN, insisted={"chest"})

    assert [(each.slip, each.key) for each in found] == [(Slip.INCH_FOR_CM, "inseam")]


@pytest.mark.parametrize("grams", [45_000, 110_000, 150_000, 180_000])
def test_thin_and_heavy_people_whose_measures_go_together_are_left_alone(grams):
    for sex in Sex:
        known = {"height": 1700, "weight": grams, "age": 40}
        rest = estimate(known, sex=sex)
        assert explain(known | {key: rest[key].mid for key in CORE}, sex=sex) is None


def test_a_layman_s_tape_is_asked_about_less():
    person = the_middle()
    wrist = check(person, sex=Sex.WOMEN)["wrist"]
    sd = math.log(wrist.high / wrist.low) / 2 / 1.6448536
    odd = person | {"wrist": wrist.expected * math.exp(5 * sd)}

    assert explain(odd, sex=Sex.WOMEN) is not None
    assert explain(odd, sex=Sex.WOMEN, errors=layman_errors(CORE)) is None


def test_nothing_known_is_nothing_wrong():
    assert explain({}) is None
    assert repairs({"underbust": 800}) == ()


def test_one_value_that_nobody_has_is_asked_about():
    cause = explain({"chest": 390})

    assert cause is not None
    assert (cause.slip, cause.repaired) == (Slip.INCH_FOR_CM, {"chest": pytest.approx(990.6)})
