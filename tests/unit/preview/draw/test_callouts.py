"""Numbers round the technical drawing: what they say, and that they can be read."""

import xml.etree.ElementTree as ET
from itertools import combinations
from math import dist

import pytest

from shop.geometry.lines import box, is_inside
from shop.preview.draw.anchors import anchor
from shop.preview.draw.flats import flat, flat_strokes
from shop.preview.draw.reader import garment_spec, garments
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import View

SVG = "{http://www.w3.org/2000/svg}"
WORDS = {"collar": "cutaway collar", "cuff": "French cuffs", "back": "darts & all", "fit": "slim"}
CHOICES = {"collar": "cutaway", "cuff": "french", "back": "darts"}


def numbered(garment, choices, words):
    return {view: flat_strokes(garment, choices, view=view, words=words) for view in View}


def every_word(garment, place):
    """The garment with the values at this place of every group, and words for all of them."""
    groups = garment_spec(garment).groups
    choices = {group: values[place % len(values)] for group, values in groups.items()}
    return choices, {group: f"{group} {value}" for group, value in choices.items()}


def said(drawn):
    return [(each.number, each.words) for each in drawn.callouts]


def test_what_is_chosen_is_numbered_in_the_order_of_its_words_where_it_is_seen():
    sheets = numbered("shirt", CHOICES, WORDS)

    assert said(sheets[View.FRONT]) == [(1, "cutaway collar"), (2, "French cuffs")]
    assert said(sheets[View.BACK]) == [(3, "darts & all")]


def test_without_words_there_are_no_numbers_and_no_room_for_them():
    plain, full = flat_strokes("shirt", CHOICES, view=View.FRONT), numbered("shirt", CHOICES, WORDS)

    assert plain.callouts == ()
    assert plain.width_mm < full[View.FRONT].width_mm
    assert plain.height_mm == full[View.FRONT].height_mm


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("garment", sorted(garments()))
def test_numbers_stand_beside_the_garment_apart_from_each_other(garment, place):
    choices, words = every_word(garment, place)
    every = tuple(numbered(garment, choices, words).values())
    assert every
    for sheet in every:
        left, top, right, bottom = box(tuple(p for s in sheet.strokes for p in s.points))
        size = 0.03 * max(right - left, bottom - top)
        for each in sheet.callouts:
            x, y = each.label
            assert size <= x <= left - size or right + size <= x <= sheet.width_mm - size
            assert size <= y <= sheet.height_mm - size
            assert left <= each.point[0] <= right
            assert top <= each.point[1] <= bottom
        for one, two in combinations(sheet.callouts, 2):
            assert dist(one.label, two.label) > 2.2 * size, (one.words, two.words)


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("garment", sorted(garments()))
def test_every_number_is_there_once_on_front_and_back_together(garment, place):
    sheets = numbered(garment, *every_word(garment, place))

    numbers = sorted(each.number for sheet in sheets.values() for each in sheet.callouts)
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_a_number_leads_to_what_it_speaks_of():
    found = anchor("shirt", {"pocket": "chest"}, view=View.FRONT, group="pocket")

    panels = resolve("shirt", {"pocket": "chest"}, view=View.FRONT, still=True).panels
    [pocket] = [panel.edge for panel in panels if panel.name == "pocket"]
    assert found
    assert is_inside(found.at, pocket)
    assert not found.is_paired


@pytest.mark.parametrize("group", ["fit", "wings"])
def test_what_is_no_single_place_has_no_number(group):
    assert anchor("shirt", {}, view=View.FRONT, group=group) is None


def test_what_is_seen_from_behind_only_is_not_pointed_at_in_front():
    assert anchor("shirt", {"back": "darts"}, view=View.FRONT, group="back") is None
    assert anchor("shirt", {"back": "darts"}, view=View.BACK, group="back")


def test_the_svg_says_its_numbers_in_words():
    root = ET.fromstring(flat("shirt", CHOICES, view=View.BACK, words=WORDS))  # noqa: S314 - ours

    [number] = [g for g in root.iter(f"{SVG}g") if (g.get("id") or "").startswith("callout-")]
    assert root.findtext(f"{SVG}desc") == "3 darts & all"
    assert number.findtext(f"{SVG}title") == "3 darts & all"
    assert number.findtext(f"{SVG}text") == "3"
