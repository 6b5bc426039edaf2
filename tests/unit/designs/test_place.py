"""A place in the gallery, as it stands in an address."""

from datetime import UTC, datetime

import pytest

from shop.designs.rules import Place

PLACE = Place(at=datetime(2026, 11, 23, 9, 0, 0, 250, tzinfo=UTC), public_id="abc")


def test_a_place_is_read_as_it_was_written():
    assert PLACE.written() == "1795424400000250-abc"
    assert Place.read(PLACE.written()) == PLACE


@pytest.mark.parametrize("text", ["", "-", "1-", "-abc", "one-abc", "-5-abc", "٣-abc", "1.5-abc"])
def test_what_is_no_place_is_none(text):
    assert Place.read(text) is None


@pytest.mark.parametrize("digits", [20, 30, 5000])
def test_a_place_beyond_all_time_is_none(digits):
    assert Place.read(f"{'9' * digits}-abc") is None
