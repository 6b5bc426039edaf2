"""How much cloth a garment takes. The table of the README is a test, too."""

import pytest

from shop.catalogue.rules import Value, house_choices
from shop.making.rules import cloth_mm
from tests.builders.catalogue import (
    a_cloth,
    a_group,
    a_model,
    choices,
    shipped_cloth,
    shipped_model,
    values,
)

MODEL = a_model()


def test_a_narrower_cloth_takes_more_in_proportion() -> None:
    assert cloth_mm(MODEL, {}, a_cloth(width_mm=1500)) == 1500
    assert cloth_mm(MODEL, {}, a_cloth(width_mm=1000)) == 2250


def test_cloth_is_taken_in_steps_of_fifty_millimetres_upwards() -> None:
    assert cloth_mm(MODEL, {}, a_cloth(width_mm=1499)) == 1550


def test_stripes_and_checks_take_one_repeat_for_matching() -> None:
    assert cloth_mm(MODEL, {}, a_cloth(pattern="check", repeat_mm=90)) == 1600
    assert cloth_mm(MODEL, {}, a_cloth(pattern="stripe", repeat_mm=10)) == 1550
    assert cloth_mm(MODEL, {}, a_cloth(pattern="floral", repeat_mm=90)) == 1500


def test_choices_add_cloth_and_spare_it() -> None:
    sleeve = a_group("sleeve", *values("long"), Value(code="short", name="Short", cloth_mm=-200))
    model = a_model(sleeve)

    assert cloth_mm(model, {"sleeve": "long"}, a_cloth()) == 1500
    assert cloth_mm(model, {"sleeve": "short"}, a_cloth()) == 1300


@pytest.mark.parametrize(
    ("garment", "cloth", "words", "mm"),
    [
        ("shirt", "white-poplin", "", 1450),
        ("shirt", "white-poplin", "cuff=french", 1500),
        ("shirt", "forest-check-flannel", "", 1500),
        ("dress", "meadow-print", "", 2600),
    ],
)
def test_the_table_of_the_readme_is_right(garment: str, cloth: str, words: str, mm: int) -> None:
    model = shipped_model(garment)
    chosen = {**house_choices(model), **choices(words)}

    assert cloth_mm(model, chosen, shipped_cloth(cloth)) == mm
