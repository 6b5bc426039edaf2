"""What is asked of a garment on the table."""

import pytest

from shop.wardrobe.rules import choices, finished_mm, fits, how, points_of, traits, usual_fit
from tests.builders.catalogue import a_group, a_model, shipped, values

MODELS = {placed.model.garment: placed.model for placed in shipped().garments}
POINTS = {
    garment: {point.code: point for point in model.points} for garment, model in MODELS.items()
}


@pytest.mark.parametrize(
    ("garment", "groups"),
    [
        ("shirt", ["sleeve"]),
        ("trousers", []),
        ("dress", ["sleeve", "skirt", "length"]),
        ("skirt", ["shape", "length"]),
        ("jacket", []),
        ("tshirt", ["sleeve"]),
    ],
)
def test_it_is_asked_what_decides_on_the_points(garment: str, groups: list[str]) -> None:
    assert [group.code for group in traits(MODELS[garment])] == groups


def test_long_sleeves_and_short_ones_are_measured_otherwise() -> None:
    shirt = MODELS["shirt"]

    long = {point.code for point in points_of(shirt, choices(shirt, {}))}
    short = {point.code for point in points_of(shirt, choices(shirt, {"sleeve": "short"}))}

    assert long - short == {"sleeve", "forearm", "cuff"}
    assert short - long == {"short-sleeve"}


def test_what_goes_around_lies_on_the_table_in_two_layers() -> None:
    assert finished_mm(POINTS["shirt"]["chest"], 508) == 1016
    assert finished_mm(POINTS["shirt"]["collar"], 390) == 390
    assert finished_mm(POINTS["shirt"]["sleeve"], 572) == 572
    assert finished_mm(POINTS["trousers"]["front-rise"], 273) == 273


def test_how_says_how_it_is_measured_flat() -> None:
    assert how(POINTS["jacket"]["sleeve-hem"]) == "Straight across the end of the sleeve"
    assert (
        how(POINTS["shirt"]["yoke"]) == "Straight across the back from sleeve seam to sleeve seam"
    )


def test_it_sits_as_the_house_would_have_it() -> None:
    assert [fit.code for fit in fits(MODELS["dress"])] == ["fitted", "regular", "relaxed"]
    assert {usual_fit(model) for model in MODELS.values()} == {"regular"}
    assert usual_fit(a_model(a_group("fit", *values("loose", "looser")))) == "loose"
    assert usual_fit(a_model(a_group("lapel", *values("wide")))) == ""
