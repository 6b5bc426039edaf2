"""Any model of questions and rules can be tried: prices, making and a shop are not asked for."""

from pathlib import Path

import pytest

from shop.catalogue.gateways.files import FilesAtFault, read_model
from shop.catalogue.rules import Section, Value

MODEL = """\
groups:
  cloth:
    name: Cloth
    section: cloth
    kind: cloth
    values:
      light: {name: Light, price: 20, attributes: {weight: 120, family: poplin}}
      heavy: {name: Heavy, price: 30, attributes: {weight: 340, family: flannel}}
  cuff:
    name: Cuff
    section: style
    values: {barrel: {name: Barrel}, french: {name: French}}
rules:
  - code: french-is-light
    when: {cuff: french}
    forbid: {cloth.weight: "> 180"}
    say: Too heavy.
"""


def written(place: Path, text: str) -> Path:
    path = place / "mine.yaml"
    path.write_text(text)
    return path


def test_questions_and_rules_are_enough(tmp_path: Path) -> None:
    model = read_model(written(tmp_path, MODEL))

    assert (model.garment, len(model.groups), len(model.rules)) == ("mine", 2, 1)
    assert model.groups[0].section is Section.CLOTH
    assert model.groups[0].values[1] == Value(
        code="heavy",
        name="Heavy",
        phrase="Heavy",
        price_minor=3000,
        rank=1,
        attributes={"weight": 340, "family": "flannel"},
    )


def test_the_attributes_are_those_the_file_gives(tmp_path: Path) -> None:
    with pytest.raises(FilesAtFault) as caught:
        read_model(written(tmp_path, MODEL.replace("cloth.weight", "cloth.width")))

    assert str(caught.value) == (
        "mine.yaml:16: `width` is nothing known of `cloth`. Known are: `family`, `weight`."
    )


def test_a_file_that_is_not_there_is_empty(tmp_path: Path) -> None:
    with pytest.raises(FilesAtFault, match=r"none\.yaml:1: The file is empty\."):
        read_model(tmp_path / "none.yaml")
