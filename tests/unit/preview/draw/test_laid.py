"""The tape on a garment laid flat: at every point of every garment the shop makes."""

from itertools import product

import pytest

from shop.catalogue.rules import GarmentModel, house_choices
from shop.preview.draw import View, laid, laid_views
from shop.wardrobe.rules import points_of, traits
from tests.builders.catalogue import shipped

MODELS = [placed.model for placed in shipped().garments]


def kinds_of(model: GarmentModel) -> list[dict[str, str]]:
    """Return the garment in every way that changes which points it has."""
    groups = traits(model)
    rows = product(*([(group.code, value.code) for value in group.values] for group in groups))
    return [house_choices(model) | dict(row) for row in rows]


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.garment)
def test_every_point_has_its_tape_and_its_number(model: GarmentModel) -> None:
    every = tuple(kinds_of(model))
    assert every
    for made in every:
        codes = [point.code for point in points_of(model, made)]

        drawn = "".join(
            laid(model.garment, made, codes, view=view) for view in laid_views(model.garment, codes)
        )

        for number in range(1, len(codes) + 1):
            assert drawn.count(f">{number}</text>") == 1, (codes[number - 1], made)


def test_a_number_is_the_place_in_the_list() -> None:
    drawn = laid("shirt", {}, ["waist", "chest"], view=View.FRONT)

    assert drawn.index(">1</text>") < drawn.index(">2</text>")
    assert laid("shirt", {}, ["yoke"], view=View.FRONT).count("</text>") == 0


def test_what_is_seen_from_behind_is_drawn_from_behind() -> None:
    assert laid_views("shirt", ["chest"]) == (View.FRONT,)
    assert laid_views("shirt", ["chest", "yoke"]) == (View.FRONT, View.BACK)
    assert laid_views("cape", ["chest"]) == ()
