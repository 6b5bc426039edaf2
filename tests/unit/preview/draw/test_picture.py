"""What a picture promises whatever is asked of it."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from shop.preview.draw import (
    ENGINE,
    ClothLook,
    Size,
    View,
    colour,
    encoded,
    hand_of,
    paints_of,
    picture,
    style,
    tile,
)
from shop.preview.draw.raster.hands import Hand
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot


def a_cloth(code="navy", weave="twill", pattern="plain", ground="#232f4d", repeat_mm=0):
    return ClothLook(
        code=code,
        weave=weave,
        pattern=pattern,
        ground=ground,
        accent="#8ca5c0",
        repeat_mm=repeat_mm,
    )


NAVY = a_cloth()


def small(garment, choices, cloth=NAVY, view=View.FRONT):
    return np.asarray(picture(garment, choices, cloth, view=view, size=180))


def test_unknown_groups_and_values_are_drawn_as_the_value_named_first():
    odd = {"collar": "ruff", "wings": "two"}

    assert np.array_equal(small("shirt", odd), small("shirt", {"collar": "spread"}))


def test_an_unknown_garment_is_a_key_error():
    with pytest.raises(KeyError):
        picture("toga", {}, NAVY)


def test_an_unknown_group_has_a_tile_of_the_whole_garment():
    assert tile("shirt", "wings", "two").startswith("<svg")


def test_the_same_design_is_the_same_picture():
    assert np.array_equal(small("dress", {}), small("dress", {}))


@pytest.mark.parametrize("size", Size)
def test_a_picture_is_three_by_four(size):
    assert picture("shirt", {}, NAVY, size=size).size == (size, size * 4 // 3)


def test_left_and_right_do_not_fold_alike():
    panels = {panel.name: panel for panel in resolve("shirt", {}, view=View.FRONT).panels}
    right, left = panels["front-right"].folds[0], panels["front-left"].folds[0]

    assert [(-x, y) for x, y in right.line] != list(left.line)


@pytest.mark.parametrize("letters", ["<&>", "Ö.Ø.", "W" * 40, "🦊", "..."])
def test_a_monogram_takes_any_letters(letters):
    plain = small("shirt", {"monogram": "chest", "monogram-text": "A"})

    drawn = small("shirt", {"monogram": "chest", "monogram-text": letters})

    assert drawn.shape == plain.shape
    assert not np.array_equal(drawn, plain)


def test_a_short_sleeve_has_no_cuff_and_no_monogram_on_it():
    choices = {"sleeve": "short", "monogram": "cuff", "cuff": "french"}

    panels = resolve("shirt", choices, view=View.FRONT).panels

    assert not [panel for panel in panels if "cuff" in panel.name]


def test_contrast_makes_the_collar_white_and_leaves_the_cuffs():
    drawing = resolve("shirt", {"contrast": "collar"}, view=View.FRONT)

    slots = {panel.spec_name: panel.slot for panel in drawing.panels}
    assert slots["leaf"] is Slot.CONTRAST
    assert slots["cuff"] is Slot.MAIN


def test_a_monogram_has_the_colour_of_its_thread():
    cloth = a_cloth(ground="#ffffff")
    shown = {
        thread: paints_of("shirt", {"monogram-thread": thread}, cloth, size=360)[Slot.MONOGRAM]
        for thread in ("navy", "red", "grey", "white")
    }
    assert len(set(shown.values())) == 4


def test_a_cloth_falls_as_its_numbers_say():
    poplin, flannel = a_cloth(weave="plain weave"), a_cloth(code="mid-grey-wool-flannel")

    assert hand_of(poplin) is Hand.CRISP
    assert hand_of(flannel) is Hand.SOFT
    assert hand_of(a_cloth(code="white-linen", weave="plain weave")) is Hand.CREASED
    assert hand_of(a_cloth(pattern="floral", repeat_mm=110)) is Hand.PRINTED


def test_a_style_takes_one_cloth_after_another():
    ready = style("shirt", {}, view=View.FRONT, size=180)
    navy = paints_of("shirt", {}, NAVY, size=180)
    white = paints_of("shirt", {}, a_cloth(ground="#ffffff"), size=180)

    first = np.asarray(colour(ready, navy))
    colour(ready, white)

    assert np.array_equal(first, np.asarray(colour(ready, navy)))


def test_stripes_are_their_centimetres_on_the_garment():
    """Along a row near the middle of the chest, where the body faces the eye."""
    cloth = a_cloth(code="s", weave="plain weave", pattern="stripe", ground="#f0f0f0", repeat_mm=20)
    ready = style("shirt", {"placket": "hidden"}, view=View.FRONT, size=1080)
    shown = np.asarray(colour(ready, paints_of("shirt", {}, cloth, size=1080)), float)
    scale, centre = ready.canvas.scale, round(ready.canvas.centre)
    row = round(ready.canvas.top + 32 * scale)
    reach = round(8 * scale)
    line = shown[row - 4 : row + 4, centre - reach : centre + reach].mean((0, 2))
    line -= line.mean()
    padded = np.abs(np.fft.rfft(line * np.hanning(line.size), 16 * line.size))
    period = 16 * line.size / padded[20:].argmax().__add__(20) / scale
    assert period == pytest.approx(2.0, rel=0.06)


@pytest.mark.parametrize("form", ["jpeg", "webp"])
def test_a_picture_becomes_a_file_and_back(form):
    image = picture("shirt", {}, NAVY, size=360)

    again = Image.open(BytesIO(encoded(image, form)))

    assert again.format == form.upper()
    assert again.size == image.size
    assert np.abs(np.asarray(again.convert("RGB"), int) - np.asarray(image)).mean() < 3


def test_the_engine_has_a_short_mark():
    assert len(ENGINE) == 12
    assert ENGINE.isalnum()
