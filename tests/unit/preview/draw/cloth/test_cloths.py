"""Cloth from numbers: true to colour, true to scale, without a seam."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from shop.preview.draw.cloth.crossings import threads, woven
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.swatch import swatch
from shop.preview.draw.cloth.tile import tile
from shop.preview.draw.cloth.weave import KNITTED, WEAVES
from shop.preview.draw.looks import ClothLook
from shop.preview.draw.raster.tone import linear_of, on_screen

FILE = Path(__file__).parents[5] / "shop/catalogue/files/cloths.yaml"
SCALE = 9.863  # pixels per cm of a shirt 720 wide


def a_look(code, row):
    return ClothLook(
        code=code, weave=row["weave"], pattern=row["pattern"], ground=row["ground"],
        accent=row["accent"], repeat_mm=row.get("repeat_mm") or 0, family=row["family"],
    )  # fmt: skip


LOOKS = {
    code: a_look(code, row)
    for code, row in yaml.safe_load(FILE.read_text(encoding="utf-8"))["cloths"].items()
}
PLAIN = ClothLook(
    code="x", weave="plain weave", pattern="plain", ground="#5f87bf", accent="#5f87bf", repeat_mm=0
)


@pytest.mark.parametrize("code", LOOKS)
def test_every_cloth_of_the_house_has_numbers_and_a_tile(code):
    fabric = fabric_of(LOOKS[code])

    found = tile(fabric, SCALE, 4)

    ends, picks = threads(fabric)
    wide, tall = ends / fabric.warp.per_cm, picks / fabric.weft.per_cm
    if (drawn := fabric.printed) is not None:
        times = 1 if drawn.drops else round(found.planes.shape[1] / found.down / drawn.cell)
        wide, tall = (2 * drawn.cell, drawn.cell) if drawn.drops else (times * drawn.cell,) * 2
    assert found.planes.shape[2] / found.across == pytest.approx(wide)
    assert found.planes.shape[1] / found.down == pytest.approx(tall)
    assert found.planes[0].size <= 3_000_000
    assert found.planes.min() >= 0
    assert found.planes.max() <= 1


def test_a_plain_cloth_shows_its_own_colour():
    mean = on_screen(np.asarray(tile(fabric_of(PLAIN), SCALE, 4).mean, np.float32))

    wanted = on_screen(linear_of(PLAIN.ground))

    assert np.abs(mean.astype(int) - wanted).max() <= 2


@pytest.mark.parametrize("repeat_mm", [3, 10, 13, 25])
def test_a_stripe_repeats_in_its_centimetres(repeat_mm):
    look = replace(PLAIN, pattern="stripe", ground="#f0f0f0", repeat_mm=repeat_mm)
    found = tile(fabric_of(look), 40, 4)
    row = found.planes.mean((0, 1))
    strength = np.abs(np.fft.rfft(row - row.mean()))
    repeats = np.argmax(strength)
    assert found.planes.shape[2] / found.across / repeats == pytest.approx(
        repeat_mm / 10, rel=0.002
    )


@pytest.mark.parametrize("code", ["washed-denim", "natural-linen", "forest-check-flannel"])
def test_a_tile_goes_on_seamlessly(code):
    planes = tile(fabric_of(LOOKS[code]), SCALE, 4).planes
    inside = np.abs(np.diff(planes, axis=2)).mean((0, 1))
    seam = np.abs(planes[:, :, 0] - planes[:, :, -1]).mean()
    assert seam <= inside.max() * 1.05


def test_nothing_in_a_tile_is_finer_than_a_pixel():
    over = 4
    planes = tile(fabric_of(LOOKS["ice-blue-herringbone"]), SCALE, over).planes
    strength = np.abs(np.fft.rfft(planes[0] - planes[0].mean(), axis=1)).mean(0)
    cycles = np.fft.rfftfreq(planes.shape[2]) * over
    assert strength[cycles > 0.75].max() < 0.02 * strength.max()


def test_the_same_numbers_weave_the_same_cloth():
    fabric = fabric_of(LOOKS["washed-denim"])
    assert np.array_equal(woven(fabric).colours, woven(fabric).colours)


@pytest.mark.parametrize("name", set(WEAVES) - {KNITTED})
def test_in_every_weave_each_thread_goes_over_and_under(name):
    matrix = WEAVES[name]
    assert ((matrix.mean(0) > 0) & (matrix.mean(0) < 1)).all()


def test_a_swatch_says_its_scale_and_is_of_the_cloth():
    shown = np.asarray(swatch(PLAIN, 240), int)
    middle = shown[40:150, 40:200].mean((0, 1))
    assert shown.shape == (240, 240, 3)
    assert np.abs(middle - [0x5F, 0x87, 0xBF]).max() < 30
    assert (shown[-30:, :60] > 250).all(-1).any()  # the bar


@pytest.mark.parametrize("pattern", ["floral", "dots", "check", "herringbone", "melange", "odd"])
def test_any_pattern_of_a_brand_has_a_swatch(pattern):
    look = replace(PLAIN, code="brand", pattern=pattern, accent="#f0e0d0", repeat_mm=14)
    assert swatch(look, 120).size == (120, 120)
