"""How exactly a layman measures, and what labels of clothes are worth."""

import pytest

from shop.anthropometry.rules import LABELS, label_errors, layman_errors


def test_a_layman_s_tape_is_a_centimetre_off_and_told_only_for_what_a_tape_measures():
    errors = layman_errors(["waist", "inseam", "weight", "age", "height_said", "underbust"])

    assert errors.keys() == {"waist", "inseam"}
    assert errors["waist"] == pytest.approx(10 / 900, rel=0.1)
    assert errors["inseam"] == pytest.approx(8 / 815, rel=0.1)


def test_labels_of_clothes_are_worth_more_the_finer_they_are():
    errors = label_errors([*LABELS, "seat"])

    assert errors.keys() == LABELS.keys()
    assert errors["sleeve_cb"] < errors["inseam"] < errors["chest"] < 0.05
