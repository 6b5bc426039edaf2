"""The figure with the tape: every measure has its own, and it can be read."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from shop.geometry.lines import at_shares
from shop.measurements.rules import KEYS
from shop.preview.draw import figures
from shop.preview.draw.figures import reader
from shop.preview.draw.figures.ribbon import ribbon_of

SVG = "{http://www.w3.org/2000/svg}"
TAPES = figures.figure().tapes


def drawn(measure):
    return figures.tape(measure, name="Chest & more", how="Level, round the fullest part.")


def texts(root, kind):
    return [e.text for e in root.iter(f"{SVG}{kind}")]


def test_every_measure_has_its_figure_in_the_order_of_the_list():
    assert tuple(TAPES) == KEYS
    assert [tape.number for tape in TAPES.values()] == list(range(1, len(KEYS) + 1))


def test_every_figure_differs():
    assert len({drawn(key) for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("measure", KEYS)
def test_a_figure_says_what_it_shows_in_words_and_by_its_number(measure):
    root = ET.fromstring(drawn(measure))  # noqa: S314 - our own drawing

    assert (root.get("width"), root.get("height")) == ("480", "640")
    assert root.get("aria-labelledby") == "name how"
    assert texts(root, "title") == ["Chest & more"]
    assert texts(root, "desc") == ["Level, round the fullest part."]
    assert texts(root, "text") == [str(TAPES[measure].number), "Chest & more"]


@pytest.mark.parametrize("measure", KEYS)
def test_a_figure_is_small_and_has_no_style_or_script(measure):
    svg = drawn(measure)

    assert len(svg.encode()) < 24_000
    assert " style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg


@pytest.mark.parametrize("measure", KEYS)
def test_tape_and_number_lie_inside_the_picture(measure):
    tape = TAPES[measure]
    frame = tape.frame
    ribbon = ribbon_of(tape)

    for x, y in (*ribbon.line, *ribbon.hidden, tape.mark):
        assert frame.left < x < frame.left + frame.width
        assert frame.top < y < frame.top + 0.92 * frame.height  # the caption is below


def test_the_centimetres_of_a_ring_crowd_at_its_sides():
    marks = ribbon_of(TAPES["chest"]).marks
    steps = [right[0] - left[0] for left, right in pairwise(marks)]
    middle = len(steps) // 2

    assert len(marks) == int(3.14159 * 17.8) - 1
    assert steps[0] < steps[5] < steps[middle]
    assert steps[0] < 0.25 * steps[middle]


def test_the_centimetres_of_a_free_tape_are_even():
    ribbon = ribbon_of(TAPES["height"])

    assert len(ribbon.marks) == 177
    assert ribbon.marks[88] == pytest.approx(at_shares(ribbon.line, [0.5])[0])


def test_a_measure_nobody_knows_is_a_key_error():
    with pytest.raises(KeyError):
        drawn("horns")


def test_a_tape_that_lies_in_no_way_is_told_by_its_name():
    row = '[frames]\nwhole = [0, 0, 1]\n[[tape]]\nmeasure = "tail"\nview = "back"\n'
    with pytest.raises(ValueError, match="tail wants one of ring, path, span"):
        reader.read(f'{row}frame = "whole"\nmark = [0, 0]\n')
