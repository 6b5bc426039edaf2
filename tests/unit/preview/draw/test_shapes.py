"""Faults of a shape file are told when it is read."""

import pytest

from shop.preview.draw.expressions import value_of
from shop.preview.draw.reader import garment_spec, read

SHAPES = """
[frame]
width = 10
height = 10
centre = 5
top = 1
[groups]
fit = ["regular", "slim"]
[numbers]
wide = 4
[anchors]
corner = ["wide", 1]
[curves]
side = ["corner", [3, 5]]
[[panel]]
name = "front"
outline = ["side", [[0, 5], [0, 1]]]
"""


def test_good_shapes_are_read():
    spec = read("bib", SHAPES)

    assert spec.panels[0].name == "front"
    assert spec.curves["side"].points == ("corner", (3, 5))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('outline = ["side"', 'outline = ["hem"'), "panel front has the unknown curve hem"),
        (('"corner", [3', '"elbow", [3'), "curve side has the unknown anchor elbow"),
        (('name = "front"', 'name = "front"\ncolour = "red"'), "has no colour"),
        (('name = "front"', 'name = "front"\nwhen = { fit = "tent" }'), "fit tent"),
        (('name = "front"', 'name = "front"\nfolds = "deep"'), "unknown folds deep"),
        (("[numbers]", "[variant.fit.tent.numbers]\nwide = 9\n[numbers]"), "fit tent is in no"),
        (('side = ["corner", [3, 5]]', 'side = ["corner"]'), "fewer than two points"),
        (("[[panel]]", "[[panel"), "bib.toml"),
    ],
)
def test_a_fault_is_named(change, fault):
    with pytest.raises(ValueError, match=r"bib\.toml: ") as told:
        read("bib", SHAPES.replace(*change))

    assert fault in str(told.value)


def test_several_faults_are_told_at_once():
    shapes = SHAPES.replace('"corner", [3', '"elbow", [3').replace('["side"', '["hem"')

    with pytest.raises(ValueError, match=r"elbow.*hem"):
        read("bib", shapes)


@pytest.mark.parametrize(
    ("expression", "value"), [(3, 3), ("wide", 4), ("-wide + 2 * .5", -3), ("(wide - 1) / 3", 1)]
)
def test_numbers_can_be_sums(expression, value):
    assert value_of(expression, {"wide": 4}) == value


@pytest.mark.parametrize("expression", ["wide ** 2", "print(1)", "wide.real", "'a'"])
def test_only_arithmetic_is_understood(expression):
    with pytest.raises(ValueError, match="not arithmetic"):
        value_of(expression, {"wide": 4})


def test_an_unknown_garment_has_no_shapes():
    with pytest.raises(KeyError):
        garment_spec("toga")
