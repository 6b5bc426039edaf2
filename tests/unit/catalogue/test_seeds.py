"""The shop's own garments show all that the language can say, and nothing in them is idle."""

import pytest

from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.rules import (
    BODY,
    GroupKind,
    Rule,
    broken_rules,
    house_choices,
    with_cloths,
)
from shop.configurator.rules.lint import lint
from shop.measurements.rules import SizeTable, sizes
from tests.builders.catalogue import shipped

CLOTHS = [each.cloth for each in shipped().cloths]
MODELS = [each.model for each in shipped().garments]
RULES = [rule for model in MODELS for rule in model.rules]


def asks_the_body(rule: Rule) -> bool:
    return any(each.group == BODY for each in (*rule.when, *((rule.then,) if rule.then else ())))


def test_every_kind_of_question_and_every_form_of_rule_is_there() -> None:
    assert {group.kind for model in MODELS for group in model.groups} == set(GroupKind)
    assert any(rule.only_with for rule in RULES)
    assert any(rule.at_most is not None for rule in RULES)
    assert any(rule.must_match for rule in RULES)
    assert all(model.extras for model in MODELS)


def test_there_are_rules_enough_on_choices_cloths_and_bodies() -> None:
    assert len(RULES) >= 60
    assert len([rule for rule in RULES if asks_the_body(rule)]) >= 12
    assert all(any(asks_the_body(rule) for rule in model.rules) for model in MODELS)


@pytest.mark.parametrize("placed", shipped().garments, ids=lambda each: each.model.garment)
def test_no_value_is_dead_and_no_rule_is_idle(placed: PlacedGarment) -> None:
    garment = placed.model.garment
    model = with_cloths(placed.model, [c for c in CLOTHS if garment in c.garments])

    assert [finding.says for finding in lint(model).findings] == []


@pytest.mark.parametrize("placed", shipped().garments, ids=lambda each: each.model.garment)
def test_what_the_house_takes_is_right_for_every_standard_size(placed: PlacedGarment) -> None:
    model = placed.model
    cloth = next(cloth for cloth in CLOTHS if model.garment in cloth.garments)

    every = tuple(size for table in SizeTable for size in sizes(table))
    assert every
    for size in every:
        body = {f"{BODY}.{key}": str(value.mm) for key, value in size.body.items()}
        assert broken_rules(model, house_choices(model) | body, cloth) == (), size.code


@pytest.mark.parametrize("placed", shipped().garments, ids=lambda each: each.model.garment)
def test_what_goes_around_is_measured_flat_unless_it_is_laid_open(placed: PlacedGarment) -> None:
    every = tuple(placed.model.points)
    assert every
    for point in every:
        is_around = point.how.startswith("Around")
        is_laid_open = "buttonhole" in point.how
        assert bool(point.flat) is (is_around and not is_laid_open), point.code
