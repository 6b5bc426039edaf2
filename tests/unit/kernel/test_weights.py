import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.kernel.weights import NotAWeight, WeightUnit, parse, says_same, show

PEOPLE = st.integers(30_000, 250_000)


@pytest.mark.parametrize(
    ("typed", "grams"),
    [("62", 62_000), ("62,5 kg", 62_500), (" 62.5kg ", 62_500), ("137 lb", 62_142),
     ("137 pounds", 62_142), ("9 st 11", 62_142), ("10 stone", 63_503)],
)  # fmt: skip
def test_a_weight_is_read_as_people_write_it(typed, grams):
    assert parse(typed) == grams


@pytest.mark.parametrize("typed", ["", "heavy", "-62", "62 cm", "6200 kg", "1e3", "62..5"])
def test_anything_else_is_refused(typed):
    with pytest.raises(NotAWeight):
        parse(typed)


@pytest.mark.parametrize(
    ("grams", "unit", "shown"),
    [(62_000, WeightUnit.KG, "62 kg"), (62_450, WeightUnit.KG, "62.5 kg"),
     (100_000, WeightUnit.KG, "100 kg"), (62_142, WeightUnit.POUND, "137 lb"),
     (62_369, WeightUnit.POUND, "137.5 lb")],
)  # fmt: skip
def test_a_weight_is_shown_short(grams, unit, shown):
    assert show(grams, unit) == shown


@given(PEOPLE, st.sampled_from(WeightUnit))
def test_what_is_shown_and_sent_back_is_the_same_weight(grams, unit):
    assert says_same(show(grams, unit), grams)
    assert abs(parse(show(grams, unit)) - grams) <= 115


@given(PEOPLE, st.sampled_from(WeightUnit))
def test_showing_twice_does_not_drift(grams, unit):
    once = parse(show(grams, unit))

    assert show(once, unit) == show(grams, unit)


def test_another_weight_is_not_the_same():
    assert not says_same("63 kg", 62_000)
    assert not says_same("much", 62_000)
