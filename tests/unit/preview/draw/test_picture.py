"""What a picture promises whatever is asked of it."""

import xml.etree.ElementTree as ET

import pytest

from shop.preview.draw import ENGINE, ClothLook, View, picture, swatch, tile
from shop.preview.draw.patterns import pattern_marks
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot
from shop.preview.draw.weaves import weave_marks

NAVY = ClothLook(
    code="navy", weave="twill", pattern="plain", ground="#232f4d", accent="#232f4d", repeat_mm=0
)
WEAVES = (
    "poplin",
    "oxford",
    "twill",
    "linen",
    "denim",
    "flannel",
    "wool",
    "crepe",
    "herringbone",
    "print",
)
PATTERNS = ("plain", "stripe", "check", "herringbone", "melange", "floral", "dots")


def parsed(drawn):
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def has_no_style(drawn):
    return " style=" not in drawn and "<style" not in drawn and "<script" not in drawn


def a_cloth(weave="poplin", pattern="plain", repeat_mm=0):
    return ClothLook(
        code="cloth",
        weave=weave,
        pattern=pattern,
        ground="#f0eee8",
        accent="#44557a",
        repeat_mm=repeat_mm,
    )


def test_unknown_groups_and_values_are_drawn_as_the_value_named_first():
    odd = {"collar": "ruff", "wings": "two"}

    assert picture("shirt", odd, NAVY) == picture("shirt", {"collar": "spread"}, NAVY)


def test_an_unknown_garment_is_a_key_error():
    with pytest.raises(KeyError):
        picture("toga", {}, NAVY)


def test_an_unknown_group_has_a_tile_of_the_whole_garment():
    parsed(tile("shirt", "wings", "two"))


def test_the_same_design_is_the_same_picture():
    assert picture("dress", {}, NAVY) == picture("dress", {}, NAVY)


def test_front_is_what_is_drawn_when_no_view_is_named():
    assert picture("dress", {}, NAVY) == picture("dress", {}, NAVY, view=View.FRONT)


def test_left_and_right_do_not_fold_alike():
    panels = {panel.name: panel for panel in resolve("shirt", {}, view=View.FRONT).panels}
    right, left = panels["front-right"].folds[0], panels["front-left"].folds[0]

    assert [(-x, y) for x, y in right.line] != list(left.line)


def test_a_monogram_shows_its_own_letters_escaped():
    choices = {"monogram": "cuff", "monogram-text": "<&>"}

    drawn = picture("shirt", choices, NAVY)

    assert "&lt;&amp;&gt;" in drawn
    parsed(drawn)


def test_a_monogram_without_letters_shows_some():
    assert "A·B" in picture("shirt", {"monogram": "chest"}, NAVY)


def test_a_short_sleeve_has_no_cuff_and_no_monogram_on_it():
    choices = {"sleeve": "short", "monogram": "cuff", "cuff": "french"}

    drawn = picture("shirt", choices, NAVY)

    panels = resolve("shirt", choices, view=View.FRONT).panels
    assert not [panel for panel in panels if "cuff" in panel.name]
    assert "A·B" not in drawn


def test_contrast_makes_the_collar_white_and_leaves_the_cuffs():
    drawing = resolve("shirt", {"contrast": "collar"}, view=View.FRONT)

    slots = {panel.spec_name: panel.slot for panel in drawing.panels}
    assert slots["leaf"] is Slot.CONTRAST
    assert slots["cuff"] is Slot.MAIN


@pytest.mark.parametrize(
    ("weave", "pattern"),
    [*((weave, "plain") for weave in WEAVES), *(("poplin", pattern) for pattern in PATTERNS)],
)
def test_every_cloth_can_be_swatched_and_worn(weave, pattern):
    look = a_cloth(weave, pattern, repeat_mm=0 if pattern == "plain" else 8)

    for drawn in (swatch(look), picture("trousers", {}, look)):
        parsed(drawn)
        assert has_no_style(drawn)
        assert len(drawn) < 60_000


@pytest.mark.parametrize("pattern", PATTERNS[1:])
def test_every_pattern_has_marks_and_every_repeat_a_size(pattern):
    wide, tall, marks = pattern_marks(a_cloth(pattern=pattern, repeat_mm=12))

    assert wide > 0
    assert tall > 0
    assert marks


def test_poplin_is_too_fine_for_its_weave_to_be_seen():
    assert weave_marks(a_cloth("poplin"))[2] == ""


def test_white_cloth_is_not_the_white_of_paper():
    white = ClothLook(
        code="w", weave="poplin", pattern="plain", ground="#ffffff", accent="#ffffff", repeat_mm=0
    )

    assert 'fill="#ffffff"' not in picture("shirt", {"contrast": "none"}, white).split("</defs>")[1]


def test_the_engine_has_a_short_mark():
    assert len(ENGINE) == 12
    assert ENGINE.isalnum()
