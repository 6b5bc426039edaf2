"""Where a picture can be tapped."""

from itertools import product

import pytest

from shop.preview.draw import View
from shop.preview.draw.hits import hit_areas
from shop.preview.draw.reader import garment_spec, garments

DRESSED = {"collar": "button-down", "cuff": "french", "pocket": "chest", "monogram": "chest"}


def groups_of(garment, choices, view):
    return [area.group for area in hit_areas(garment, choices, view)]


def test_the_collar_of_a_shirt_lies_on_top_and_the_sleeves_below():
    groups = groups_of("shirt", DRESSED, View.FRONT)

    assert groups[0] == "collar"
    assert groups[-1] == "sleeve"
    assert set(groups) >= {"collar", "cuff", "pocket", "placket", "buttons", "monogram", "fit"}


def test_what_is_not_chosen_cannot_be_tapped():
    plain = groups_of("shirt", {"pocket": "none", "sleeve": "short"}, View.FRONT)

    assert not {"pocket", "cuff", "monogram"} & set(plain)


def test_the_back_leads_to_the_questions_of_the_back():
    groups = groups_of("shirt", DRESSED, View.BACK)

    assert {"back", "collar"} <= set(groups)
    assert not {"pocket", "placket", "buttons"} & set(groups)


def test_the_collar_lies_in_the_middle_above_the_pocket():
    areas = hit_areas("shirt", DRESSED, View.FRONT)

    def middle(group):
        points = [p for area in areas if area.group == group for p in area.polygon]
        return tuple((min(row) + max(row)) / 2 for row in zip(*points, strict=True))

    assert 480 < middle("collar")[0] < 520
    assert middle("collar")[1] < 220
    assert middle("pocket")[0] > 600
    assert 300 < middle("pocket")[1] < 400


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("garment", sorted(garments()))
def test_every_part_is_a_polygon_inside_the_picture_that_names_a_group(garment, view):
    groups = garment_spec(garment).groups
    every = tuple(product(groups["fit"], groups))
    assert every
    for fit, group in every:
        for area in hit_areas(garment, {"fit": fit, group: groups[group][-1]}, view):
            assert area.group in groups
            assert area.title
            assert len(area.polygon) >= 3
            assert all(0 <= n <= 1000 for point in area.polygon for n in point)


def test_a_garment_nobody_has_drawn_is_a_key_error():
    with pytest.raises(KeyError):
        hit_areas("toga", {}, View.FRONT)


def test_what_is_thin_is_as_large_as_a_finger():
    frame = garment_spec("trousers").frame
    areas = hit_areas("trousers", {"back-pocket": "two"}, View.BACK)

    welts = [area for area in areas if area.group == "back-pocket"]
    assert len(welts) == 2
    for welt in welts:
        heights = [y * frame.height / 1000 for _, y in welt.polygon]
        assert max(heights) - min(heights) >= 3.1
