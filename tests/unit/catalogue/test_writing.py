"""What is written is read again as the very same."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from shop.catalogue.gateways.cloths import read_cloths
from shop.catalogue.gateways.entries import read_file
from shop.catalogue.gateways.files import read_text
from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.gateways.writing import cloths_text, garment_text
from shop.catalogue.rules import GarmentModel, canonical
from tests.builders.catalogue import shipped
from tests.builders.models import MATERIALS as ANY
from tests.builders.models import models

CLOTHS = [each.cloth for each in shipped().cloths]
MATERIALS = [*(each.material for each in shipped().materials), *ANY]


def again(model: GarmentModel) -> GarmentModel:
    text = garment_text(PlacedGarment(model=model, position=1))
    return read_text(text, model.garment, CLOTHS, MATERIALS)


@pytest.mark.parametrize("placed", shipped().garments, ids=lambda each: each.model.garment)
def test_a_garment_of_the_shop_is_read_again_as_it_was(placed: PlacedGarment) -> None:
    assert canonical.canonical(again(placed.model)) == canonical.canonical(placed.model)


@given(model=models())
@settings(max_examples=150)
def test_any_model_is_read_again_as_it_was(model: GarmentModel) -> None:
    assert canonical.canonical(again(model)) == canonical.canonical(model)


def test_what_was_read_again_is_written_in_the_same_words() -> None:
    every = tuple(shipped().garments)
    assert every
    for placed in every:
        text = garment_text(placed)

        model = read_text(text, placed.model.garment, CLOTHS, MATERIALS)

        assert garment_text(replace(placed, model=model)) == text


def test_cloths_and_their_rolls_are_read_again_as_they_were() -> None:
    garments = frozenset(each.model.garment for each in shipped().garments)
    faults: list[object] = []

    found = read_cloths(read_file(cloths_text(shipped().cloths), "cloths.yaml", faults), garments)

    assert faults == []
    assert found == shipped().cloths


def test_a_rule_is_written_as_a_tailor_would() -> None:
    [jacket] = [each for each in shipped().garments if each.model.garment == "jacket"]

    assert """\
  - code: cloth-and-lining-hang-together
    sum: [cloth.weight, lining.weight]
    at_most: 480
    say: Cloth and lining""" in garment_text(jacket)


def test_a_question_for_several_is_written_as_a_tailor_would() -> None:
    [jacket] = [each for each in shipped().garments if each.model.garment == "jacket"]

    assert """\
  inside:
    name: Inside
    section: details
    kind: several
    at_most: 3
    usual: [pen]
    help: Two breast pockets are always there. Three things more have room in the lining.
    values:
      pen: {name: Pen pocket, phrase: a pen pocket}
      phone: {name: Telephone pocket, phrase: a telephone pocket, price: 9.00}
""" in garment_text(jacket)
