"""Swatches: the cloth's colour, thread by thread, with a bar that is a centimetre."""

import numpy as np
import pytest

from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.swatch import LOUPE_CM, REPEATS, seen_cm, swatch
from tests.builders.cloths import a_look, looks_of_the_house

HOUSE = looks_of_the_house()
NAVY = a_look(ground="#26324a", accent="#26324a")


def bar_of(image):
    """Return the length of the longest white line near the foot of the swatch."""
    white = (np.asarray(image)[-40:] == 255).all(2)
    return max(
        np.diff(np.flatnonzero(np.diff(np.pad(row, 1).astype(int)))).max(initial=0) for row in white
    )


@pytest.mark.parametrize("per_cm", [60, 200])
def test_the_bar_is_one_centimetre(per_cm):
    assert bar_of(swatch(NAVY, 480, pixels_per_cm=per_cm)) == per_cm


@pytest.mark.parametrize("code", ["navy-poplin", "raw-denim", "navy-windowpane-wool"])
def test_the_bar_tells_the_scale_that_the_cloth_is_shown_at(code):
    look = HOUSE[code]
    assert bar_of(swatch(look, 360)) == pytest.approx(360 / seen_cm(look), abs=0.6)


@pytest.mark.parametrize(
    "code",
    ["sage-oxford", "ice-blue-herringbone", "camel-wool-flannel", "breton-jersey", "meadow-print"],
)
def test_every_kind_of_cloth_has_a_swatch(code):
    assert swatch(HOUSE[code], 120).size == (120, 120)


@pytest.mark.parametrize("pattern", ["check", "herringbone", "odd"])
def test_any_pattern_of_a_brand_has_a_swatch(pattern):
    look = a_look(code="brand", pattern=pattern, accent="#f0e0d0", repeat_mm=14)
    assert swatch(look, 120).size == (120, 120)


def test_a_swatch_has_the_colour_of_its_cloth():
    shown = np.asarray(swatch(a_look(), 240), int)[40:150, 40:200].mean((0, 1))
    assert np.abs(shown - [0x5F, 0x87, 0xBF]).max() < 14


def test_a_swatch_is_the_same_piece_every_time_and_at_every_size():
    look = HOUSE["natural-linen"]
    small, again, large = swatch(look, 240), swatch(look, 240), swatch(look, 480)

    assert small.tobytes() == again.tobytes()
    apart = np.asarray(large.reduce(20), int)[:8] - np.asarray(small.reduce(10), int)[:8]
    assert np.abs(apart).mean() < 3


def test_a_fine_cloth_shows_no_bands():
    """Wave lengths of ten threads and more are not in a plain weave, so none may be seen."""
    look = a_look(code="brand-poplin", ground="#c0c0c0", accent="#c0c0c0")
    light = np.asarray(swatch(look, 480).convert("L"), float)[:400]

    across = np.abs(np.fft.rfft(light.mean(0) - light.mean()))[8:46] / light.shape[1] * 2

    assert across.max() < 0.012 * light.mean()


def test_a_pattern_is_shown_with_its_repeats():
    assert seen_cm(HOUSE["university-stripe-oxford"]) >= REPEATS * 1.3
    assert seen_cm(HOUSE["glen-check-wool"]) > 9
    assert seen_cm(HOUSE["white-poplin"]) == LOUPE_CM


def test_a_printed_cloth_shows_its_print():
    shown = np.asarray(swatch(HOUSE["pin-dot-print"], 240), int)[:180]

    assert shown.min() < 70
    assert shown.max() > 215
    assert fabric_of(HOUSE["pin-dot-print"]).printed
