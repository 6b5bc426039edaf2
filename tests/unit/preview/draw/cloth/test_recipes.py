"""Every cloth has threads, and they make its colour and its scale."""

import tomllib
from importlib.resources import files

import numpy as np
import pytest

from shop.preview.draw.cloth import checks
from shop.preview.draw.cloth.crossings import mean_of, share_of_warp, threads
from shop.preview.draw.cloth.dyes import dyed
from shop.preview.draw.cloth.recipes import fabric_of
from shop.preview.draw.cloth.weave import KNITTED, WEAVES, weave_of
from shop.preview.draw.colours import WHITEST, brightness, worn
from shop.preview.draw.planes.tone import linear_of, on_screen
from tests.builders.cloths import a_look, looks_of_the_house

HOUSE = looks_of_the_house()
OF_ONE_COLOUR = [c for c, look in HOUSE.items() if look.pattern in {"plain", "melange"}]
CHECKED = [c for c, look in HOUSE.items() if look.pattern == "check"]


@pytest.mark.parametrize("code", OF_ONE_COLOUR)
def test_a_cloth_of_one_colour_has_the_colour_it_is_sold_by(code):
    woven = on_screen(mean_of(fabric_of(HOUSE[code]))).astype(int)

    sold = on_screen(linear_of(worn(HOUSE[code].ground)))

    assert np.abs(woven - sold).max() <= 3


@pytest.mark.parametrize("code", HOUSE)
def test_no_yarn_is_whiter_than_white_cloth(code):
    fabric = fabric_of(HOUSE[code])
    for colour, _ in (*fabric.warp.colours, *fabric.weft.colours):
        assert brightness(colour) <= brightness(WHITEST) + 0.002


@pytest.mark.parametrize("repeat_mm", [3, 7, 10, 13, 25, 60])
@pytest.mark.parametrize("weave", ["plain weave", "Oxford", "twill"])
def test_a_stripe_has_its_repeat_to_the_thread(weave, repeat_mm):
    fabric = fabric_of(a_look(weave=weave, pattern="stripe", repeat_mm=repeat_mm))

    assert fabric.warp.repeat / fabric.warp.per_cm == pytest.approx(repeat_mm / 10)


@pytest.mark.parametrize("code", CHECKED)
def test_a_check_has_its_repeat_both_ways(code):
    fabric = fabric_of(HOUSE[code])

    for yarns in (fabric.warp, fabric.weft):
        assert yarns.repeat / yarns.per_cm == pytest.approx(HOUSE[code].repeat_mm / 10)


@pytest.mark.parametrize("repeat_mm", [14, 18, 22])
def test_a_herringbone_turns_twice_in_its_repeat(repeat_mm):
    fabric = fabric_of(a_look(weave="twill", pattern="herringbone", repeat_mm=repeat_mm))

    assert 2 * fabric.turn / fabric.warp.per_cm == pytest.approx(repeat_mm / 10)
    assert weave_of(fabric.weave, fabric.turn).shape[1] == 2 * fabric.turn


def test_what_is_knitted_has_its_stripes_across():
    fabric = fabric_of(a_look(weave="jersey", pattern="stripe", accent="#101820", repeat_mm=24))

    assert fabric.warp.repeat == 1
    assert fabric.weft.repeat / fabric.weft.per_cm == pytest.approx(2.4)


def test_a_piece_is_whole_repeats_of_weave_and_colours():
    fabric = fabric_of(HOUSE["university-stripe-oxford"])

    ends, picks = threads(fabric)

    assert ends % fabric.warp.repeat == ends % 4 == picks % 4 == 0


@pytest.mark.parametrize("name", sorted(set(WEAVES) - {KNITTED}))
def test_in_every_weave_each_thread_goes_over_and_under(name):
    draft = weave_of(name)
    for ups in (draft.mean(0), draft.mean(1)):
        assert ((ups > 0) & (ups < 1)).all()


def test_the_warp_makes_up_for_a_pale_weft():
    share = share_of_warp("plain", 0, 0.4)

    warp = dyed("#9fb9d6", "#e6ebf0", share)

    whole = share * linear_of(warp) + (1 - share) * linear_of("#e6ebf0")
    assert np.abs(on_screen(whole).astype(int) - on_screen(linear_of("#9fb9d6"))).max() <= 1


def test_a_weft_too_pale_for_the_dye_leaves_the_cloth_paler():
    assert dyed("#202020", "#ffffff", 0.5) != "#000000"


@pytest.mark.parametrize(
    ("repeat_mm", "kind"),
    [(5, "gingham"), (15, "gingham"), (16, "lines"), (40, "lines"), (60, "plaid")],
)
def test_the_kind_of_check_follows_its_repeat(repeat_mm, kind):
    assert checks.usual(repeat_mm) == kind


@pytest.mark.parametrize("kind", checks.KINDS)
@pytest.mark.parametrize("count", [96, 144, 200])
def test_the_bands_of_a_check_fill_its_repeat(kind, count):
    bands = checks.KINDS[kind]("#eeeeee", "#203050", count, 6.0)

    assert sum(band for _, band in bands) == count
    assert all(band > 0 for _, band in bands)


@pytest.mark.parametrize(("family", "crumples"), [("linen", True), ("wool", False), ("", False)])
def test_a_cloth_without_recipe_goes_by_its_family(family, crumples):
    fabric = fabric_of(a_look(code="brand", family=family))
    assert (fabric.crumple > 0) is crumples


def test_every_recipe_of_a_single_cloth_belongs_to_a_cloth_of_the_house():
    text = (files("shop.preview.draw.cloth") / "recipes.toml").read_text(encoding="utf-8")

    assert set(tomllib.loads(text)["cloths"]) <= set(HOUSE)
