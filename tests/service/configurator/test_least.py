"""The «from» price: no design costs less."""

import random
from dataclasses import replace

import pytest

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import with_cloths
from shop.configurator import rules
from shop.configurator.queries import least
from shop.pricing import rules as pricing
from shop.stock import queries as stock
from tests.builders.bags import leave
from tests.builders.catalogue import load_catalogue, shipped


@pytest.fixture(autouse=True)
def shop(session):
    load_catalogue(session)


def price_of(model, whole, shelf):
    cloth = next(each.cloth for each in shelf if each.cloth.code == whole["cloth"])
    return pricing.total_of(model, whole, cloth, currency="EUR").minor


@pytest.mark.parametrize("garment", [each.model.garment for each in shipped().garments])
def test_no_design_costs_less_and_this_one_costs_that(session, garment):
    bare, shelf = catalogue.model_of(session, garment), stock.shelf(session, garment=garment)
    model = with_cloths(bare, [each.cloth for each in shelf])

    found = least(bare, shelf, "EUR")

    assert found is not None
    assert rules.is_possible(model, {k: v for k, v in found.choices.items() if v})
    assert price_of(model, found.choices, shelf) == found.minor
    draw = random.Random(1)
    for _ in range(200):
        other = rules.surprise(model, {}, draw=draw)
        assert price_of(model, other, shelf) >= found.minor


def test_a_cloth_of_which_too_little_is_left_makes_no_price(session):
    bare = catalogue.model_of(session, "shirt")
    before = least(bare, stock.shelf(session, garment="shirt"), "EUR")
    leave(session, 0, before.choices["cloth"])

    after = least(bare, stock.shelf(session, garment="shirt"), "EUR")

    assert after.choices["cloth"] != before.choices["cloth"]
    assert after.minor > before.minor


def test_no_cloth_no_price(session):
    shelf = stock.shelf(session, garment="shirt")
    empty = [replace(each, longest_mm=0) for each in shelf]

    assert least(catalogue.model_of(session, "shirt"), empty, "EUR") is None
