"""The examples of the README of making."""

import pytest

from shop.catalogue.rules import house_choices
from shop.making.rules import made_of
from tests.builders.catalogue import choices, shipped_cloth, shipped_model


@pytest.mark.parametrize(
    ("words", "by_stage", "minutes"),
    [
        ("", [33, 126, 31], 190),
        ("collar=button-down", [33, 130, 31], 194),
        ("collar=band", [33, 120, 31], 184),
        ("placket=plain", [33, 123, 31], 187),
    ],
)
def test_the_table_of_minutes_is_right(words: str, by_stage: list[int], minutes: int) -> None:
    model = shipped_model("shirt")

    made = made_of(model, house_choices(model) | choices(words), shipped_cloth("white-poplin"))

    assert list(made.minutes_by_stage.values()) == by_stage
    assert made.minutes == minutes
