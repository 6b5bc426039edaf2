"""Tiles: true to colour and scale, without a seam, and nothing in them that could shimmer."""

import numpy as np
import pytest

from shop.preview.draw.cloth.crossings import mean_of, woven
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.tile import MOST_KEPT, MOST_TEXELS, TILES, tile
from tests.builders.cloths import a_look, looks_of_the_house

HOUSE = looks_of_the_house()
SCALE = 9.863  # pixels per cm of a shirt 720 wide
WOVEN = [code for code, look in HOUSE.items() if look.pattern not in {"floral", "dots"}]
LARGE = ["natural-linen", "glen-check-wool", "night-garden-print"]


@pytest.mark.parametrize("code", WOVEN)
def test_a_flat_patch_has_the_mean_colour_of_its_cloth(code):
    fabric = fabric_of(HOUSE[code])

    found = tile(fabric, 3, 2)

    assert found.planes.dtype == np.float32
    assert found.planes.shape[0] == 3
    assert found.mean == pytest.approx(mean_of(fabric).tolist(), rel=0.01, abs=0.001)
    assert found.planes.min() >= 0
    assert found.planes.max() <= 1


@pytest.mark.parametrize("code", LARGE)
def test_a_large_repeat_fits_into_memory_at_the_largest_size(code):
    found = tile(fabric_of(HOUSE[code]), 14.8, 6)

    assert found.planes[0].size <= MOST_TEXELS
    assert found.steps.nbytes <= TILES.size <= MOST_KEPT


@pytest.mark.parametrize("repeat_mm", [3, 10, 13, 25])
@pytest.mark.parametrize(("weave", "axis"), [("plain weave", 1), ("Oxford", 1), ("jersey", 0)])
def test_a_stripe_repeats_in_its_centimetres(weave, axis, repeat_mm):
    look = a_look(weave=weave, pattern="stripe", ground="#f0f0f0", repeat_mm=repeat_mm)
    found = tile(fabric_of(look), 20, 3)
    per_cm = (found.down, found.across)[axis]

    profile = found.planes[0].mean(1 - axis)
    repeats = np.argmax(np.abs(np.fft.rfft(profile - profile.mean())))

    assert len(profile) / per_cm / repeats == pytest.approx(repeat_mm / 10, rel=1e-6)


@pytest.mark.parametrize(
    "code",
    ["university-stripe-oxford", "washed-denim", "grey-herringbone-tweed", "forest-check-flannel",
     "meadow-print", "pin-dot-print", "breton-jersey"],
)  # fmt: skip
@pytest.mark.parametrize("axis", [1, 2])
def test_a_tile_goes_on_seamlessly(code, axis):
    planes = tile(fabric_of(HOUSE[code]), 4, 4).planes

    inside = np.abs(np.diff(planes, axis=axis)).mean((0, 3 - axis))
    seam = np.abs(planes.take(0, axis) - planes.take(-1, axis)).mean()

    assert seam <= inside.max() * 1.1


@pytest.mark.parametrize("code", ["ice-blue-herringbone", "glen-check-wool", "hairline-poplin"])
def test_nothing_in_a_tile_is_finer_than_a_pixel(code):
    over = 4
    planes = tile(fabric_of(HOUSE[code]), SCALE, over).planes

    strength = np.abs(np.fft.rfft(planes[0] - planes[0].mean(), axis=1)).mean(0)
    cycles = np.fft.rfftfreq(planes.shape[2]) * over

    assert strength[cycles > 0.75].max() < 0.01 * strength.max()


def test_the_same_numbers_weave_the_same_cloth():
    fabric = fabric_of(HOUSE["washed-denim"])
    assert np.array_equal(woven(fabric).colours, woven(fabric).colours)


def test_a_tile_is_made_once():
    fabric = fabric_of(HOUSE["sky-poplin"])
    assert tile(fabric, SCALE, 4) is tile(fabric, SCALE, 4)


def test_slubs_lie_along_the_warp_of_denim_and_both_ways_in_linen():
    def unevenness(code):
        light = woven(fabric_of(HOUSE[code])).colours.mean(0)
        return light.mean(0).std() / light.mean(1).std()

    assert unevenness("raw-denim") > 2
    assert 0.5 < unevenness("natural-linen") < 2


def test_contrast_tells_dots_from_plain_cloth():
    dots, plain = (tile(fabric_of(HOUSE[c]), SCALE, 4) for c in ("pin-dot-print", "navy-poplin"))

    assert dots.contrast > 0.5
    assert plain.contrast < 0.03


def test_linen_creases_and_wool_does_not():
    assert tile(fabric_of(HOUSE["white-linen"]), 6, 4).crumple == 1
    assert tile(fabric_of(HOUSE["charcoal-twill-wool"]), 6, 4).crumple == 0
