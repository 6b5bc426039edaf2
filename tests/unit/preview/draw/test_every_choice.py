"""Every garment with every value of every option, in every fit, from both sides."""

import xml.etree.ElementTree as ET
from itertools import product

import pytest
from PIL import Image

from shop.geometry.lines import box
from shop.preview.draw import ClothLook, View, flat, flat_strokes, picture, shown_groups, tile
from shop.preview.draw.reader import garment_spec, garments
from shop.preview.draw.resolve import resolve

GINGHAM = ClothLook(
    code="gingham",
    weave="poplin",
    pattern="check",
    ground="#f6f1f1",
    accent="#d9718a",
    repeat_mm=8,
)
SHOWN = {  # what must be chosen for a group to be seen
    "monogram-thread": {"monogram": "cuff"},
    "buttons": {"closing": "buttons"},
}
ARTWORK = Image.new("RGBA", (30, 40), (200, 30, 30, 255))


def parsed(drawn):
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def has_no_style(drawn):
    return " style=" not in drawn and "<style" not in drawn and "<script" not in drawn


def _choices():
    for garment in sorted(garments()):
        groups = garment_spec(garment).groups
        for group, values in groups.items():
            for value, fit in product(values, groups["fit"]):
                yield garment, {"fit": fit, group: value}


def _groups():
    for garment in sorted(garments()):
        for group, values in garment_spec(garment).groups.items():
            yield garment, group, values


CHOICES = tuple(_choices())
EVERYTHING = {
    "collar": "button-down",
    "cuff": "french",
    "pocket": "chest",
    "back": "box-pleat",
    "monogram": "cuff",
    "front": "double-pleat",
    "waistband": "adjusters",
    "back-pocket": "two",
    "hem": "turn-up",
    "sleeve": "long",
    "waist": "belt",
    "closing": "buttons",
    "pockets": "seam",
    "length": "maxi",
}


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("garment", sorted(garments()))
def test_every_panel_lies_inside_the_frame_and_every_stroke_on_the_sheet(garment, view):
    every = tuple((choices for one, choices in CHOICES if one == garment))
    assert every
    for choices in every:
        drawing = resolve(garment, choices, view=view, still=True)
        sheet = flat_strokes(garment, choices, view=view)

        frame = drawing.frame
        left, top, right, bottom = box(tuple(p for panel in drawing.panels for p in panel.edge))
        assert -frame.centre < left < right < frame.width - frame.centre, choices
        assert -frame.top < top < bottom < frame.height - frame.top, choices
        left, top, right, bottom = box(tuple(p for s in sheet.strokes for p in s.points))
        assert 0 <= left < right <= sheet.width_mm, choices
        assert 0 <= top < bottom <= sheet.height_mm, choices


@pytest.mark.parametrize(("garment", "group", "values"), tuple(_groups()))
def test_every_value_of_a_group_has_its_own_picture(garment, group, values):
    pictures = {
        tuple(
            picture(
                garment,
                {**SHOWN.get(group, {}), group: value},
                GINGHAM,
                view=view,
                size=180,
                artwork=ARTWORK,
            ).tobytes()
            for view in View
        )
        for value in values
    }

    assert len(pictures) == len(values)


@pytest.mark.parametrize(("garment", "group", "values"), tuple(_groups()))
def test_every_value_of_a_group_has_its_own_tile_without_style(garment, group, values):
    tiles = {tile(garment, group, value) for value in values}

    assert len(tiles) == len(values)
    for drawn in tiles:
        parsed(drawn)
        assert has_no_style(drawn)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("garment", sorted(garments()))
def test_a_flat_names_every_panel(garment, view):
    root = parsed(flat(garment, EVERYTHING, view=view))

    groups = [e for e in root.iter("{http://www.w3.org/2000/svg}g") if e.get("id")]
    assert len(groups) == len(resolve(garment, EVERYTHING, view=view, still=True).panels)
    assert all(e[0].tag.endswith("title") and e[0].text for e in groups)


def test_all_option_groups_of_the_shapes_are_shown():
    assert shown_groups("trousers") == {
        "front",
        "waistband",
        "pockets",
        "back-pocket",
        "hem",
        "crease",
        "buttons",
        "fit",
    }
