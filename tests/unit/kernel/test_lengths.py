from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit

BODY_MM = st.integers(min_value=0, max_value=9_999)
CM, INCH = Unit.CM, Unit.INCH


@pytest.mark.parametrize(
    ("typed", "unit", "mm"),
    [
        ("39", CM, 390),
        ("39.5", CM, 395),
        ("39,5", CM, 395),
        ("39.5 cm", INCH, 395),
        ("39.55", CM, 396),
        ("395 mm", INCH, 395),
        (" 15 1/2 ", INCH, 394),
        ("15.5", INCH, 394),
        ("15.5 in", CM, 394),
        ('15½"', CM, 394),
        ("15 1/2 inches", CM, 394),
        ("1 inch", CM, 25),
        ("3/4", INCH, 19),
        ("10 000 cm", CM, 100_000),
        ("0", CM, 0),
    ],
)
def test_what_people_type_is_read(typed, unit, mm):
    assert lengths.parse(typed, unit) == mm


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize(
    "typed", ["", " ", "abc", "3 9", "3o", "-5", "39.5.5", "1/0", "3/2", "15.5 1/2", "cm", "123456"]
)
def test_what_cannot_be_a_length_is_refused(typed, unit):
    with pytest.raises(NotALength):
        lengths.parse(typed, unit)


@pytest.mark.parametrize(
    ("mm", "unit", "shown"),
    [
        (390, CM, "39"),
        (395, CM, "39.5"),
        (394, INCH, "15 1/2"),
        (254, INCH, "10"),
        (19, INCH, "3/4"),
        (0, INCH, "0"),
        (0, CM, "0"),
    ],
)
def test_lengths_are_shown_as_people_write_them(mm, unit, shown):
    assert lengths.show(mm, unit) == shown


@given(BODY_MM)
def test_centimetres_come_back_exactly(mm):
    assert lengths.parse(lengths.show(mm, CM), CM) == mm


@given(BODY_MM)
def test_inches_come_back_within_half_a_sixteenth(mm):
    back = lengths.parse(lengths.show(mm, INCH), INCH)

    assert abs(back - mm) <= lengths.MM_PER_INCH / lengths.SIXTEENTHS / 2 + Fraction(1, 2)


@given(BODY_MM)
def test_inches_that_were_shown_once_stay_as_they_are(mm):
    shown = lengths.show(mm, INCH)

    assert lengths.show(lengths.parse(shown, INCH), INCH) == shown


@given(BODY_MM, st.lists(st.sampled_from(Unit), max_size=8))
def test_a_length_sent_back_as_shown_never_drifts(mm, units):
    kept = mm
    for unit in units:
        typed = lengths.show(kept, unit)
        kept = kept if lengths.says_same(typed, kept, unit) else lengths.parse(typed, unit)

    assert kept == mm


@given(BODY_MM)
def test_a_millimetre_more_says_something_new(mm):
    assert not lengths.says_same(lengths.show(mm + 1, CM), mm, CM)


def test_letters_say_nothing():
    assert not lengths.says_same("abc", 390, CM)
