"""Who lies outside of what the model knows."""

import pytest

from shop.anthropometry.rules import Outside, Sex, outside
from tests.builders.anthropometry import SHEET, somebody, the_middle


@pytest.mark.parametrize(
    ("age", "reasons"),
    [(17, {Outside.CHILD}), (18, set()), (56, set()), (57, {Outside.AGE}), (80, {Outside.AGE})],
)
def test_children_and_old_people_are_outside(age, reasons):
    assert set(outside({"age": age}, Sex.MEN)) - {Outside.UNLIKE} == reasons


@pytest.mark.parametrize(
    ("bmi", "sex", "reasons"),
    [
        (18.9, Sex.MEN, (Outside.LIGHT,)), (19.1, Sex.MEN, ()), (38.9, Sex.MEN, ()),
        (39.1, Sex.MEN, (Outside.HEAVY,)), (17.9, Sex.WOMEN, (Outside.LIGHT,)),
        (18.1, Sex.WOMEN, ()), (35.9, Sex.WOMEN, ()), (36.1, Sex.WOMEN, (Outside.HEAVY,)),
        (18.5, None, (Outside.LIGHT,)), (36.5, None, (Outside.HEAVY,)), (25, None, ()),
    ],
)  # fmt: skip
def test_light_and_heavy_people_are_outside(bmi, sex, reasons):
    assert outside({"height": 1700, "weight": bmi * 1.7**2 * 1000}, sex) == reasons


def test_said_height_and_weight_do_where_nothing_was_measured():
    said = {"height_said": 1700, "weight_said": 140_000}

    assert Outside.HEAVY in outside(said)
    assert Outside.HEAVY not in outside(said | {"height": 1700, "weight": 70_000})


def test_people_farther_off_than_anybody_fitted_are_outside():
    person = the_middle()

    assert outside(person, Sex.WOMEN) == ()
    assert outside(person | {"chest": person["chest"] * 1.5}, Sex.WOMEN) == (Outside.UNLIKE,)


def test_the_sex_that_fits_better_decides_where_it_is_not_known():
    man = somebody(Sex.MEN, 17, SHEET)

    assert outside(man) == ()
    assert outside(man, Sex.WOMEN) == (Outside.UNLIKE,)


def test_nothing_known_is_no_reason():
    assert outside({}) == ()
