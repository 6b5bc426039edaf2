import pytest

from shop.measurements import rules
from shop.measurements.rules import MEASURES, SizeTable, Source


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.key)
def test_every_usual_length_is_possible(measure):
    lowest, low, high, highest = measure.possible[0], *measure.usual, measure.possible[1]

    assert 0 < lowest < low < high < highest


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.key)
def test_inches_taken_for_centimetres_are_asked_about_and_never_refused(measure):
    assert all(measure.is_possible(round(mm / 2.54)) for mm in measure.usual)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.key)
def test_every_measure_says_how_it_is_taken(measure):
    assert str(measure.how).endswith(".")
    assert str(measure.one).split(" ")[0] in {"a", "an"}


def test_keys_are_named_once():
    assert len(set(rules.KEYS)) == len(MEASURES) == 33
    assert set(rules.CORE) <= set(rules.KEYS)


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        rules.measure("weight")


def test_every_source_and_table_has_a_label():
    assert [each.label for each in Source] == [
        "measured",
        "standard size",
        "from a garment",
        "estimated",
    ]
    assert all(each.label for each in SizeTable)


def test_what_the_body_model_does_not_know_is_asked_for_and_never_estimated():
    told = {"height_said": 1680, "weight_said": 65_000}

    estimated = rules.completed({}, told, table=SizeTable.WOMEN, keys=rules.KEYS)

    assert tuple(estimated) == rules.MODELLED
    assert set(rules.KEYS) - set(estimated) == rules.ASKED_ONLY
