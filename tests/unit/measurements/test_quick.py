import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.kernel.lengths import NotALength, Unit
from shop.measurements.rules import NO_FACTS, SizeTable
from shop.measurements.rules.quick import read_told
from shop.measurements.rules.shown_facts import shown_facts
from shop.measurements.rules.statures import (
    Stature,
    other_readings,
    parse_height,
    parse_weight,
    show_height,
)
from shop.measurements.rules.tickets import NotALabel, jeans, read_label
from shop.measurements.rules.ways_in import WayIn, ways_in

CM, INCH = Unit.CM, Unit.INCH
ME = {"height_said": "168", "weight_said": "62"}


def told(unit=CM, table=SizeTable.WOMEN, known=NO_FACTS, meant="", **typed):
    return read_told({**ME, **typed}, unit, table=table, known=known, meant=meant)


@pytest.mark.parametrize(
    ("typed", "unit", "mm"),
    [
        ("168", CM, 1680), ("168,5 cm", INCH, 1685), ("1.68 m", CM, 1680), ("1,7m", CM, 1700),
        ("5'6\"", CM, 1676), ("5' 6", CM, 1676), ("5 ft 6", CM, 1676), ("5ft 6 1/2 in", CM, 1689),
        ("5 feet", CM, 1524), ("5\N{PRIME}11\N{DOUBLE PRIME}", CM, 1803), ("66", INCH, 1676),
        ("66 1/2 in", CM, 1689), ("5'6.5\"", CM, 1689),
    ],
)  # fmt: skip
def test_heights_are_written_in_many_ways(typed, unit, mm):
    assert parse_height(typed, unit) == mm


@pytest.mark.parametrize("typed", ["", "tall", "5'12\"", "5 ft 14", "1.2.3", "6'-1"])
def test_anything_else_is_no_height(typed):
    with pytest.raises(NotALength):
        parse_height(typed, CM)


def test_who_measures_in_inches_weighs_in_pounds():
    assert parse_weight("137", INCH) == 62_142
    assert parse_weight("137", CM) == 137_000
    assert parse_weight("62 kg", INCH) == 62_000


@given(st.integers(1300, 2200))
def test_a_height_is_shown_to_half_an_inch(mm):
    assert abs(parse_height(show_height(mm, INCH), INCH) - mm) <= 7
    assert parse_height(show_height(mm, CM), CM) == mm


@pytest.mark.parametrize(
    ("height", "weight", "unit", "meant"),
    [
        ("1.68", "62", CM, Stature(mm=1680, grams=62_000)),
        ("66", "62", CM, Stature(mm=1676, grams=62_000)),
        ("5.6", "62", CM, Stature(mm=1676, grams=62_000)),
        ("168", "137", CM, Stature(mm=1680, grams=62_142)),
        ("62", "168", CM, Stature(mm=1680, grams=62_000)),
        ("168", "62", INCH, Stature(mm=1680, grams=62_000)),
        ("66", "137", CM, Stature(mm=1676, grams=62_142)),
    ],
)
def test_odd_heights_and_weights_are_asked_about(height, weight, unit, meant):
    found = told(unit, height_said=height, weight_said=weight)

    assert "height_said" in found.faults
    assert "height_said" not in found.facts
    if (unit, height, weight) == (INCH, "168", "62"):
        return  # both units are wrong: pounds for kilograms is as likely
    assert f"{meant.mm}:{meant.grams}" in found.choices


def test_what_is_meant_answers_the_question():
    found = told(height_said="1.68", meant="1680:62000")

    assert found.facts == {"height_said": 1680, "weight_said": 62_000}
    assert (found.faults, found.choices) == ({}, {})


def test_only_what_was_offered_answers():
    assert told(height_said="1.68", meant="1980:62000").faults
    assert told(height_said="1.68", meant="nonsense").faults


def test_who_is_odd_but_right_may_insist():
    asked = told(height_said="168", weight_said="130")

    assert "1680:130000" in asked.choices
    assert told(height_said="168", weight_said="130", meant="1680:130000").facts == {
        "height_said": 1680,
        "weight_said": 130_000,
    }


def test_what_nobody_can_be_is_not_offered():
    assert other_readings("abc", "def", CM) == ()
    found = told(height_said="abc", weight_said="62")
    assert (dict(found.choices), list(found.faults)) == ({}, ["height_said"])


@pytest.mark.parametrize(
    ("height", "weight", "at"),
    [("168", "banana", ["weight_said"]), ("168", "620", ["weight_said"]),
     ("5 ft 14", "62", ["height_said"]), ("tall", "slim", ["height_said", "weight_said"])],
)  # fmt: skip
def test_what_cannot_be_read_is_told_beside_its_field(height, weight, at):
    found = told(height_said=height, weight_said=weight)

    assert list(found.faults) == at
    assert (dict(found.choices), found.facts) == ({}, {})


def test_the_question_stands_where_something_was_told():
    typed = {"height_said": "", "weight_said": "abc"}

    found = read_told(typed, CM, table=SizeTable.WOMEN, known={}, measured={"height_said": 1680})

    assert list(found.faults) == ["weight_said"]


@pytest.mark.parametrize(
    ("height", "weight", "at"),
    [("0", "62", "height_said"), ("0 cm", "62", "height_said"), ("168", "0", "weight_said")],
)
def test_nothing_is_no_height_and_no_weight(height, weight, at):
    found = told(height_said=height, weight_said=weight)

    assert (list(found.faults), found.facts) == ([at], {})


def test_what_is_usual_is_never_asked_about():
    for height, weight in (("150", "45"), ("168", "62"), ("190", "110"), ("205", "95")):
        assert told(height_said=height, weight_said=weight).faults == {}


@pytest.mark.parametrize(
    ("label", "typed", "mm"),
    [
        ("label_collar", "39", 390), ("label_collar", "15 1/2", 394), ("label_collar", "15.5", 394),
        ("label_collar", "41 cm", 410), ("label_waist", "W32", 813), ("label_waist", "32", 813),
        ("label_waist", "82", 820), ("label_waist", "82 cm", 820), ("label_inseam", "L34", 864),
        ("label_inseam", "34", 864), ("label_inseam", "86 cm", 860), ("label_sleeve", "34", 864),
        ("label_sleeve", "65", 650),
    ],
)  # fmt: skip
def test_labels_of_lengths_are_understood(label, typed, mm):
    assert read_label(label, typed, table=SizeTable.MEN, unit=CM) == mm


@pytest.mark.parametrize(
    ("typed", "table", "unit", "mm"),
    [
        ("50", SizeTable.MEN, CM, 1000),
        ("EU 50", SizeTable.MEN, INCH, 1000),
        ("40", SizeTable.MEN, CM, 1016),
        ("46", SizeTable.MEN, INCH, 1168),
        ("UK 40", SizeTable.MEN, CM, 1016),
        ("40R", SizeTable.MEN, CM, 1016),
        ("38", SizeTable.WOMEN, CM, 880),
        ("UK 12", SizeTable.WOMEN, CM, 920),
        ("36", SizeTable.WOMEN, INCH, 914),
        ("98", SizeTable.NONE, CM, 980),
        ("98 cm", SizeTable.NONE, INCH, 980),
        ("38 in", SizeTable.NONE, CM, 965),
    ],
)
def test_sizes_of_jackets_and_dresses_are_understood(typed, table, unit, mm):
    assert read_label("label_chest", typed, table=table, unit=unit) == mm


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("label_collar", "M"), ("label_collar", "99"), ("label_waist", "48"),
        ("label_waist", "XL"), ("label_inseam", "3"), ("label_sleeve", "long"),
        ("label_chest", "L"), ("label_chest", "UK 12"),
    ],
)  # fmt: skip
def test_other_labels_are_refused_with_an_example(label, typed):
    with pytest.raises(NotALabel, match="Write"):
        read_label(label, typed, table=SizeTable.MEN, unit=CM)


def test_a_number_that_men_and_women_read_differently_needs_the_sex():
    with pytest.raises(NotALabel, match="a man or of a woman"):
        read_label("label_chest", "50", table=SizeTable.NONE, unit=CM)


@pytest.mark.parametrize("typed", ["W32 L34", "32/34", "w32l34", "32 x 34"])
def test_jeans_say_waist_and_inseam_at_once(typed):
    assert jeans(typed) == ("32", "34")
    assert told(label_waist=typed).facts["label_inseam"] == 864


def test_an_inseam_of_its_own_wins():
    assert told(label_waist="W32 L34", label_inseam="L30").facts["label_inseam"] == 762


@pytest.mark.parametrize("typed", ["17", "0", "abc", "130", "3.5", "\N{SUPERSCRIPT TWO}1"])
def test_an_age_is_that_of_an_adult(typed):
    found = told(age=typed)

    assert set(found.faults) == {"age"}
    assert "age" not in found.facts


def test_a_child_is_refused_with_the_reason():
    assert "children grow faster" in told(age="12").faults["age"]


def test_what_is_left_empty_is_not_known():
    assert told(age=" ").facts == {"height_said": 1680, "weight_said": 62_000}


@pytest.mark.parametrize("unit", Unit)
def test_what_is_sent_as_it_was_shown_does_not_drift(unit):
    known = {
        "height_said": 1683,
        "weight_said": 62_030,
        "age": 34,
        "label_collar": 391,
        "label_waist": 811,
        "label_sleeve": 653,
        "label_chest": 987,
    }

    found = read_told(shown_facts(known, unit), unit, table=SizeTable.NONE, known=known)

    assert found.facts == known


def test_the_way_that_fits_the_case_comes_first():
    assert ways_in(to_garment=True)[0] is WayIn.WALK
    assert ways_in(to_garment=False)[0] is WayIn.QUICK
    assert all(set(ways_in(to_garment=each)) == set(WayIn) for each in (True, False))
