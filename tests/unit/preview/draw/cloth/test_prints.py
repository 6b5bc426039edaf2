"""Prints: half-drop without a seam, flowers that do not touch, dots on their grid."""

import numpy as np
import pytest

from shop.preview.draw.cloth.flowers import bouquet
from shop.preview.draw.cloth.petals import disc
from shop.preview.draw.cloth.prints import picture
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.tile import tile
from shop.preview.draw.cloth.yarns import Print
from shop.preview.draw.colours import channels
from tests.builders.cloths import a_look, looks_of_the_house

HOUSE = looks_of_the_house()


@pytest.mark.parametrize("code", ["meadow-print", "night-garden-print"])
def test_no_column_of_flowers_comes_again_within_forty_centimetres(code):
    found = tile(fabric_of(HOUSE[code]), 3, 2)

    assert found.planes.shape[2] / found.across == pytest.approx(40)
    assert found.planes.shape[1] / found.down == pytest.approx(20)


def test_flowers_drop_by_half_to_the_next_column():
    cell = picture(fabric_of(HOUSE["night-garden-print"]).printed).astype(int)

    left, right = cell[:, 0], np.roll(cell[:, -1], len(cell) // 2, 0)

    straight = np.abs(cell[:, 0] - cell[:, -1]).mean()
    assert np.abs(left - right).mean() < 0.35 * straight


def test_flowers_are_the_same_every_time():
    print_ = Print(kind="meadow", ground="#e6e4d6", accent="#6f8f5f", cell=8)
    one, two = bouquet(print_), bouquet(print_)

    assert len(one) == len(two) > 200
    assert all(np.array_equal(a.outline, b.outline) for a, b in zip(one, two, strict=True))


def test_a_patch_over_the_edge_comes_in_on_the_other_side_dropped_by_half():
    copies = list(disc(np.array([0.0, 3.0]), 0.5, "#000000").copies(10))

    middles = sorted(tuple(np.round(copy.mean(0), 3)) for copy in copies)

    assert middles == [(0.0, 3.0), (10.0, 8.0)]


@pytest.mark.parametrize("code", ["meadow-print", "night-garden-print"])
def test_much_of_a_flower_print_stays_ground(code):
    cell = picture(fabric_of(HOUSE[code]).printed)

    ground = 255 * np.array(channels(HOUSE[code].ground))
    bare = (np.abs(cell - ground).max(2) < 2).mean()

    assert 0.25 < bare < 0.75


@pytest.mark.parametrize("repeat_mm", [12, 25])
def test_dots_repeat_in_their_millimetres(repeat_mm):
    look = a_look(pattern="dots", ground="#203050", accent="#f0f0f0", repeat_mm=repeat_mm)
    found = tile(fabric_of(look), 20, 4)

    row = found.planes[0].mean(0)
    repeats = np.argmax(np.abs(np.fft.rfft(row - row.mean())))

    assert len(row) / found.across / repeats == pytest.approx(repeat_mm / 20)
