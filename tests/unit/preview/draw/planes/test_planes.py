"""Light: what lies flat keeps its colour, what queue to the window gains."""

import numpy as np
import pytest

from shop.preview.draw.planes.fields import blurred, noise, resized, shifted
from shop.preview.draw.planes.light import lit
from shop.preview.draw.planes.tone import linear_of, on_screen

FLAT = np.zeros((1, 1), np.float32)


def test_a_flat_patch_keeps_its_colour() -> None:
    assert lit(FLAT, FLAT).shade[0, 0] == pytest.approx(1, abs=1e-6)


def test_what_faces_the_window_is_brighter_than_what_turns_away() -> None:
    towards = lit(FLAT + 0.5, FLAT + 0.5).shade[0, 0]
    away = lit(FLAT - 0.5, FLAT - 0.5).shade[0, 0]
    assert towards > 1 > away


@pytest.mark.parametrize("colour", ["#000000", "#1d2740", "#5f87bf", "#c9a86a", "#a0a0a0"])
def test_a_colour_comes_back_from_linear_light(colour: str) -> None:
    shown = on_screen(linear_of(colour))
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    assert np.abs(shown.astype(int) - wanted).max() <= 1


def test_white_cloth_in_full_light_is_not_clipped() -> None:
    assert on_screen(linear_of("#eceef1") * 1.25).max() < 255


def test_the_same_seed_gives_the_same_noise() -> None:
    one, same = noise((40, 30), (8, 8), "cloth", 2), noise((40, 30), (8, 8), "cloth", 2)
    other = noise((40, 30), (8, 8), "lining", 2)
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("sigma", [0.2, 1.5, 4.0, 17.0])
def test_blurring_keeps_an_even_plane_even(sigma: float) -> None:
    plane = np.full((61, 47), 0.7, np.float32)
    assert np.allclose(blurred(plane, sigma), 0.7, atol=1e-4)


def test_a_shadow_does_not_come_round_the_other_side() -> None:
    plane = np.zeros((10, 10), np.float32)
    plane[9, 9] = 1
    assert shifted(plane, 3, 3).sum() == 0


def test_a_plane_is_resized_without_going_over_eight_bits() -> None:
    plane = np.linspace(0, 1, 100, dtype=np.float32).reshape(10, 10)
    assert len(np.unique(resized(plane, 200, 200))) > 1000
