"""Every garment with every value of every option, in every fit, from both sides."""

import xml.etree.ElementTree as ET
from itertools import product

import pytest

from shop.preview.draw import ClothLook, View, flat, flat_strokes, picture, shown_groups, tile
from shop.preview.draw.lines import box
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
MOST_BYTES = 60_000


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


def _values():
    for garment in sorted(garments()):
        for group, values in garment_spec(garment).groups.items():
            for value in values:
                yield garment, group, value


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
@pytest.mark.parametrize(("garment", "choices"), CHOICES)
def test_every_panel_lies_inside_the_frame(garment, choices, view):
    drawing = resolve(garment, choices, view=view)

    frame = drawing.frame
    left, top, right, bottom = box(tuple(p for panel in drawing.panels for p in panel.edge))
    assert left > -frame.centre
    assert right < frame.width - frame.centre
    assert top > -frame.top
    assert bottom < frame.height - frame.top


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize(("garment", "choices"), CHOICES)
def test_strokes_of_the_flat_lie_on_the_sheet(garment, choices, view):
    drawing = flat_strokes(garment, choices, view=view)

    xs = [x for stroke in drawing.strokes for x, _ in stroke.points]
    ys = [y for stroke in drawing.strokes for _, y in stroke.points]
    assert min(xs) >= 0
    assert max(xs) <= drawing.width_mm
    assert min(ys) >= 0
    assert max(ys) <= drawing.height_mm


@pytest.mark.parametrize(("garment", "group", "value"), tuple(_values()))
def test_a_choice_that_is_shown_changes_the_picture(garment, group, value):
    others = [one for one in garment_spec(garment).groups[group] if one != value]

    def seen(one):
        return [picture(garment, {group: one}, GINGHAM, view=view) for view in View]

    assert all(seen(value) != seen(other) for other in others)


@pytest.mark.parametrize(("garment", "group", "value"), tuple(_values()))
def test_a_tile_is_xml_without_style_and_tells_values_apart(garment, group, value):
    drawn = tile(garment, group, value)

    parsed(drawn)
    assert has_no_style(drawn)
    others = [one for one in garment_spec(garment).groups[group] if one != value]
    assert all(drawn != tile(garment, group, other) for other in others)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("garment", sorted(garments()))
def test_a_picture_with_everything_is_small_xml_without_style_or_script(garment, view):
    drawn = picture(garment, EVERYTHING, GINGHAM, view=view)

    root = parsed(drawn)
    assert (root.get("width"), root.get("height")) == ("720", "960")
    assert len(drawn.encode()) <= MOST_BYTES
    assert has_no_style(drawn)
    assert "url(http" not in drawn
    assert all(one.startswith("#") for e in root.iter() if (one := e.get("href")))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("garment", sorted(garments()))
def test_every_id_that_a_picture_uses_stands_in_it_once(garment, view):
    root = parsed(picture(garment, EVERYTHING, GINGHAM, view=view))

    ids = [one for e in root.iter() if (one := e.get("id"))]
    used = {value[1:] for e in root.iter() if (value := e.get("href"))}
    used |= {
        value[5:-1] for e in root.iter() for value in e.attrib.values() if value.startswith("url(#")
    }
    assert len(ids) == len(set(ids))
    assert used <= set(ids)


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
