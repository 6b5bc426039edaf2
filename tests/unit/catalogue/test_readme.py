"""The README teaches by a garment that can be read, and by sentences that are true."""

import re
from functools import cache
from pathlib import Path

import shop.catalogue
from shop.catalogue.gateways.entries import read_file
from shop.catalogue.gateways.faults import Fault
from shop.catalogue.gateways.files import read_text
from shop.catalogue.gateways.materials import read_materials
from shop.catalogue.rules import GarmentModel, GroupKind, Material, with_cloths
from shop.catalogue.rules.wording import sentence
from shop.configurator.rules.lint import lint
from tests.builders.catalogue import shipped

README = (Path(shop.catalogue.__file__).parent / "README.md").read_text(encoding="utf-8")
CLOTHS = [each.cloth for each in shipped().cloths]


def materials() -> list[Material]:
    """Return the materials that stand in the README."""
    part = README.partition("## A material")[2].partition("## A garment")[0]
    [text] = re.findall(r"```yaml\n(.*?)```", part, flags=re.DOTALL)
    faults: list[Fault] = []
    listed = read_materials(read_file(text, "materials.yaml", faults))
    assert faults == []
    return [each.material for each in listed]


@cache
def waistcoat() -> GarmentModel:
    """Return the garment whose parts stand in the README."""
    part = README.partition("## A garment")[2].partition("## When something is wrong")[0]
    text = "".join(re.findall(r"```yaml\n(.*?)```", part, flags=re.DOTALL))
    model = read_text(text, "waistcoat", CLOTHS, materials())
    return with_cloths(model, [cloth for cloth in CLOTHS if "jacket" in cloth.garments])


def test_the_example_has_every_kind_of_question_and_every_form_of_rule() -> None:
    model = waistcoat()

    assert {group.kind for group in model.groups} == set(GroupKind)
    assert any(rule.forbids for rule in model.rules)
    assert any(rule.only_with for rule in model.rules)
    assert any(rule.at_most is not None for rule in model.rules)
    assert any(rule.must_match for rule in model.rules)
    assert len(model.extras) == 1


def test_there_is_nothing_odd_in_the_example() -> None:
    assert [each.says for each in lint(waistcoat()).findings] == []


def test_each_rule_reads_as_the_readme_says() -> None:
    said = re.findall(r"^  # (.*)\n  - code:", README, flags=re.MULTILINE)

    assert said == [sentence(waistcoat(), rule) for rule in waistcoat().rules]
