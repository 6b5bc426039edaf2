"""Finished measures in words."""

import pytest

from shop.anthropometry.rules import GIRTHS as OF_THE_MODEL
from shop.designs import rules
from shop.designs.rules import Finished
from shop.kernel.lengths import Unit
from shop.measurements.rules.measures import GIRTHS, KEYS, MODELLED


def a_point(key="chest", *, body=1000, ease=80, share=1000, **facts):
    base = None if body is None else body * share // 1000
    usual = {
        "code": key,
        "name": key,
        "how": "",
        "body_key": key,
        "body_mm": body,
        "source": "tape",
        "ease_mm": 0 if body is None else ease,
        "mm": (base or 0) + ease,
        "plus_mm": 6,
        "minus_mm": 6,
        "cut_mm": 0,
    }
    return Finished(**{**usual, **facts})


@pytest.mark.parametrize(
    ("mm", "cm", "inches"),
    [
        (0, "", ""),
        (2, "", ""),
        (3, "0.5 cm", ""),
        (5, "0.5 cm", "1/4 in"),
        (78, "8 cm", "3 in"),
        (-84, "8.5 cm", "3 1/4 in"),
        (1003, "100.5 cm", "39 1/2 in"),
    ],
)
def test_half_centimetres_and_quarter_inches(mm, cm, inches):
    assert (rules.about(mm, Unit.CM), rules.about(mm, Unit.INCH)) == (cm, inches)


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (a_point(ease=80), "about 8 cm looser than your chest"),
        (a_point(ease=-20), "about 2 cm closer than your chest"),
        (a_point(ease=1), "nearly the same as your chest"),
        (a_point("shoulder_width", body=410, ease=48), "about 5 cm more than your shoulder width"),
        (a_point("back_length", ease=-12), "about 1 cm less than your back length"),
        (a_point("arm_length", body=600, ease=32), "ends about 3 cm below your wrist bone"),
        (a_point("arm_length", body=600, ease=0, share=400),
         "ends about 36 cm above your wrist bone"),
        (a_point("sleeve_cb", body=860, ease=0), "ends at your wrist bone"),
        (a_point("inseam", body=800, ease=-40), "ends about 4 cm above the floor"),
        (a_point("outseam", body=1000, ease=0, share=560), "ends about 44 cm above the floor"),
        (a_point("outseam", body=1000, ease=6), "ends at the floor"),
        (a_point("seat", ease=10, share=270), ""),
        (a_point(body=None), ""),
    ],
)  # fmt: skip
def test_how_it_lies_to_the_body(point, words):
    assert rules.against_body(point, Unit.CM) == words


def test_the_reader_chooses_the_unit():
    assert rules.against_body(a_point(), Unit.INCH) == "about 3 1/4 in looser than your chest"


@pytest.mark.parametrize(
    ("key", "known", "words"),
    [
        ("chest", 1060, "about 2 cm looser than «my blue shirt»"),
        ("chest", 1100, "about 2 cm closer than «my blue shirt»"),
        ("chest", 1081, "nearly the same as «my blue shirt»"),
        ("arm_length", 1060, "about 2 cm longer than «my blue shirt»"),
        ("arm_length", 1100, "about 2 cm shorter than «my blue shirt»"),
        ("across_back", 1060, "about 2 cm wider than «my blue shirt»"),
        ("across_back", 1100, "about 2 cm narrower than «my blue shirt»"),
    ],
)
def test_how_it_lies_to_a_garment_she_knows(key, known, words):
    assert rules.beside(a_point(key), known, "my blue shirt", Unit.CM) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "measured"),
        ({"source": "garment"}, "from a garment"),
        ({"source": "size"}, "standard size"),
        ({"source": "estimate"}, "estimated"),
        ({"source": "estimate", "low": 365, "high": 395}, "estimated 36.5\N{EN DASH}39.5 cm"),
        ({"source": "a word of old"}, "a word of old"),
        ({"body": None}, "from a garment that fits"),
    ],
)
def test_where_a_value_came_from(facts, words):
    assert rules.source_words(a_point(**facts), Unit.CM) == words


def test_every_measure_can_be_said():
    for key in KEYS:
        assert rules.against_body(a_point(key), Unit.CM)


def test_girths_are_those_of_the_body_model():
    assert GIRTHS & set(MODELLED) == set(MODELLED) & set(OF_THE_MODEL)
