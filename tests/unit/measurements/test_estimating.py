import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.anthropometry.rules import LENGTHS
from shop.measurements.rules import (
    CORE,
    MODELLED,
    NO_FACTS,
    Measured,
    SizeTable,
    Source,
    completed,
    reach,
    refreshed,
)
from shop.measurements.rules.estimating import evidence_of
from shop.measurements.rules.helping import most_helpful
from shop.measurements.rules.labels import LABELS, SLEEVE_FROM_SHOULDER, told_by
from tests.builders.measurements import a_body

ANNA = {"height_said": 1680, "weight_said": 62_000, "age": 34}
CORE_16 = ("neck", "chest", "waist", "seat", "shoulder_width", "sleeve_cb", "arm_length", "biceps",
           "wrist", "back_length", "inseam", "outseam", "thigh", "lower_thigh", "calf",
           "crotch_length")  # fmt: skip
TABLES = st.sampled_from(SizeTable)
HEIGHTS = st.integers(1600, 1850)


def width(value):
    return math.log(value.high / value.low)


def estimated(body=None, facts=ANNA, table=SizeTable.WOMEN, keys=MODELLED):
    return completed(body or {}, facts, table=table, keys=keys)


def test_the_scale_of_today_wins_over_what_was_said_a_year_ago():
    heavier = {**ANNA, "weight": 80_000}

    found = estimated(facts=heavier, keys=("waist",))

    assert reach({}, heavier, table=SizeTable.WOMEN) == ()
    said_too = {"height_said": 1680, "age": 34, "weight": 80_000}
    assert found == estimated(facts=said_too, keys=("waist",))


def test_a_garment_says_less_than_a_tape_as_its_interval_is_wide():
    told = {"chest": Measured(mm=940, source=Source.GARMENT, low=902, high=963)}
    unsaid = a_body(Source.GARMENT, chest=940)

    known, errors = evidence_of(told, NO_FACTS)

    assert known == {"chest": 940.0}
    assert errors["chest"] * 940 == pytest.approx(18.5, abs=0.1)  # 61 mm are 3.29 sds
    assert evidence_of(unsaid, NO_FACTS)[1] == evidence_of(a_body(chest=940), NO_FACTS)[1]


def test_height_weight_and_age_give_a_whole_body():
    found = estimated()

    assert tuple(found) == MODELLED
    assert {value.source for value in found.values()} == {Source.ESTIMATE}
    assert all(value.low < value.mm < value.high for value in found.values())


def test_women_are_shorter_than_they_say():
    height = estimated()["height"]

    assert height.mm < 1680
    assert height.low < 1680 < height.high


def test_only_what_is_asked_and_lacking_is_estimated():
    body = a_body(neck=350)

    assert set(estimated(body, keys=("neck", "chest", "nonsense", "rise"))) == {"chest"}
    assert estimated(body, keys=("neck",)) == {}


def test_nothing_is_estimated_from_nothing():
    assert estimated(facts=NO_FACTS) == {}
    assert estimated(a_body(Source.SIZE), facts=NO_FACTS) == {}
    assert estimated(a_body(Source.ESTIMATE), facts=NO_FACTS) == {}


def test_sizes_and_older_estimates_count_for_nothing():
    plain = estimated(keys=("seat",))

    assert estimated(a_body(Source.SIZE, chest=1200), keys=("seat",)) == plain
    assert estimated(a_body(Source.ESTIMATE, chest=1200), keys=("seat",)) == plain
    assert estimated(a_body(Source.TAPE, chest=1000), keys=("seat",)) != plain
    assert estimated(a_body(Source.GARMENT, chest=1000), keys=("seat",)) != plain


@given(
    HEIGHTS,
    st.integers(21, 32),
    st.sampled_from((SizeTable.MEN, SizeTable.WOMEN)),
    st.sampled_from(CORE_16),
)
def test_an_interval_shrinks_when_a_value_becomes_known(mm, bmi, table, key):
    facts = {"height_said": mm, "weight_said": round(bmi * mm * mm / 1000)}
    before = completed({}, facts, table=table, keys=MODELLED)
    known = {key: Measured(mm=before[key].mm, source=Source.TAPE)}

    after = completed(known, facts, table=table, keys=MODELLED)

    rounding = 4 / 100  # whole mm of a wrist
    assert all(width(after[each]) <= width(before[each]) + rounding for each in after)


@given(HEIGHTS, TABLES)
def test_a_millimetre_more_moves_nothing_far(mm, table):
    one, next_ = (
        completed({}, {"height_said": each, "weight_said": 72_000}, table=table, keys=MODELLED)
        for each in (mm, mm + 1)
    )

    assert all(abs(one[key].mm - next_[key].mm) <= 4 for key in MODELLED)


@given(st.permutations(["neck", "waist", "inseam", "wrist"]))
def test_the_order_of_entry_does_not_matter(keys):
    lengths = {"neck": 340, "waist": 780, "inseam": 790, "wrist": 155}
    body = a_body(**{key: lengths[key] for key in keys})

    assert estimated(body) == estimated(a_body(**lengths))


def test_a_laymans_tape_is_off_by_a_centimetre():
    _known, errors = evidence_of(a_body(chest=950, sleeve_cb=800), NO_FACTS)

    assert errors["chest"] * 950 == pytest.approx(10, abs=1)
    assert errors["sleeve_cb"] * 800 == pytest.approx(8, abs=1)


def test_the_tape_wins_over_a_label():
    known, errors = evidence_of(a_body(neck=350), {"label_collar": 420})

    assert known == {"neck": 350}
    assert errors["neck"] < 0.04


def test_with_a_tape_for_some_the_rest_is_estimated_anew():
    body = estimated()

    moved = refreshed({**body, **a_body(chest=1000)}, ANNA, table=SizeTable.WOMEN)

    assert "chest" not in moved
    assert moved["biceps"].mm > body["biceps"].mm
    assert {value.source for value in moved.values()} == {Source.ESTIMATE}
    assert refreshed({**body, **a_body(chest=1000), **moved}, ANNA, table=SizeTable.WOMEN) == {}


def test_without_a_guess_nothing_is_refreshed():
    assert refreshed(a_body(), ANNA, table=SizeTable.WOMEN) == {}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"age": 17}, "adults only"),
        ({"age": 70}, "up to 56"),
        ({"weight_said": 45_000}, "so light"),
        ({"weight_said": 110_000}, "so heavy"),
    ],
)
def test_outside_of_our_figures_we_say_so_and_guess_nothing(facts, said):
    told = {**ANNA, **facts}

    assert any(said in sentence for sentence in reach({}, told, table=SizeTable.WOMEN))
    assert estimated(facts=told) == {}


def test_who_is_within_is_told_nothing():
    assert reach({}, ANNA, table=SizeTable.WOMEN) == ()


@pytest.mark.parametrize("table", SizeTable)
@pytest.mark.parametrize("label", LABELS)
def test_a_label_narrows_its_measure(table, label):
    said = {
        "label_collar": 390,
        "label_chest": 960,
        "label_waist": 760,
        "label_inseam": 813,
        "label_sleeve": 838,
    }
    key = LABELS[label].key
    facts = {"height_said": 1730, "weight_said": 70_000, "age": 40}

    with_it = completed({}, {**facts, label: said[label]}, table=table, keys=(key,))

    assert width(with_it[key]) < width(completed({}, facts, table=table, keys=(key,))[key])


def test_a_label_says_something_else_than_the_body():
    known, _errors = told_by({"label_collar": 400, "label_waist": 813}, table=SizeTable.MEN)
    women, _errors = told_by({"label_waist": 813}, table=SizeTable.WOMEN)
    either, _errors = told_by({"label_waist": 813})

    assert known == {"neck": 387, "waist": 873}
    assert (women, either) == ({"waist": 883}, {"waist": 878})


def test_a_short_sleeve_is_counted_from_the_shoulder():
    known, errors = told_by({"label_sleeve": 650}, table=SizeTable.MEN)

    assert known == {"arm_length": 590}
    assert errors["arm_length"] * 590 == pytest.approx(SLEEVE_FROM_SHOULDER.error_mm)
    assert set(told_by({"label_sleeve": 864})[0]) == {"sleeve_cb"}


def test_what_helps_most_comes_first():
    facts = {"height_said": 1750, "weight_said": 75_000, "age": 40}

    men = most_helpful({}, facts, table=SizeTable.MEN, keys=CORE_16, most=6)

    assert men == ("waist", "crotch_length", "inseam", "chest", "seat", "sleeve_cb")
    assert set(most_helpful({}, facts, table=SizeTable.WOMEN, keys=CORE_16, most=6)) == set(men)
    assert most_helpful({}, facts, table=SizeTable.MEN, keys=CORE) == (
        "waist",
        "chest",
        "seat",
        "sleeve_cb",
    )


def test_what_helps_depends_on_what_is_cut():
    legs = most_helpful({}, ANNA, table=SizeTable.WOMEN, keys=("inseam", "outseam"), most=1)

    assert legs == ("inseam",)
    assert most_helpful({}, ANNA, table=SizeTable.WOMEN, keys=("neck",), most=1) == ("neck",)


def test_what_was_taken_is_not_asked_for_again():
    body = {**estimated(), **a_body(waist=760)}

    found = most_helpful(body, ANNA, table=SizeTable.WOMEN, keys=CORE_16)

    assert "waist" not in found
    assert set(found) <= set(LENGTHS)
    assert (
        most_helpful(
            a_body(**dict.fromkeys(MODELLED, 500)), NO_FACTS, table=SizeTable.NONE, keys=CORE
        )
        == ()
    )


def test_nothing_helps_more_than_anything_when_nothing_is_known():
    assert most_helpful({}, NO_FACTS, table=SizeTable.NONE, keys=CORE) == ()
