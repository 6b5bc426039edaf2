from dataclasses import replace

import pytest

from shop.fitting.rules import FitVerdict, amounts, is_girth, sayings
from tests.builders.fitting import CHEST, NECK, SLEEVE


def test_girths_are_tight_or_loose_and_lengths_short_or_long():
    assert sayings(CHEST) == (FitVerdict.RIGHT, FitVerdict.TIGHT, FitVerdict.LOOSE)
    assert sayings(NECK) == (FitVerdict.RIGHT, FitVerdict.TIGHT, FitVerdict.LOOSE)
    assert sayings(SLEEVE) == (FitVerdict.RIGHT, FitVerdict.SHORT, FitVerdict.LONG)


def test_a_rise_is_a_length_although_it_follows_from_the_seat():
    rise = replace(CHEST, code="front-rise", of="seat", body_mm=1000, mm=280)

    assert not is_girth(rise)


@pytest.mark.parametrize(("point", "expected"), [(CHEST, [10, 20, 40]), (SLEEVE, [5, 10, 20])])
def test_a_little_is_a_centimetre_around_and_half_of_it_along(point, expected):
    assert list(amounts(point).values()) == expected
