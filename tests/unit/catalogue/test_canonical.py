from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.catalogue.rules import (
    Cloth,
    Condition,
    Ease,
    GarmentModel,
    MeasurePoint,
    Rule,
    Value,
    canonical,
)
from tests.builders.catalogue import a_group, a_model, shipped, shipped_model, values

CODES = st.text("abcdefg-", min_size=1, max_size=6)
CONDITIONS = st.builds(
    Condition,
    group=CODES,
    values=st.frozensets(CODES, max_size=3),
    attribute=CODES,
    comparison=st.sampled_from(["", ">", "!="]),
    against=st.integers() | CODES,
)
VALUES = st.builds(
    Value,
    code=CODES,
    name=st.text(max_size=5),
    price_minor=st.integers(-999, 999),
    attributes=st.dictionaries(CODES, st.integers() | CODES, max_size=2),
)
POINTS = st.builds(
    MeasurePoint,
    code=CODES,
    name=CODES,
    how=CODES,
    of=CODES,
    ease=st.dictionaries(CODES, st.builds(Ease, mm=st.integers(-9, 9)), max_size=2),
    adjustments=st.lists(st.tuples(CONDITIONS, st.integers()), max_size=2).map(tuple),
)
RULES = st.builds(
    Rule,
    code=CODES,
    when=st.lists(CONDITIONS, max_size=2).map(tuple),
    then=CONDITIONS,
    forbids=st.booleans(),
    message=st.text(max_size=9),
)


@given(st.lists(VALUES, max_size=3), st.lists(RULES, max_size=2), st.lists(POINTS, max_size=2))
def test_any_model_comes_back_as_it_was(
    some: list[Value], rules: list[Rule], points: list[MeasurePoint]
) -> None:
    model = a_model(a_group("collar", *some), rules=tuple(rules), points=tuple(points))

    text = canonical.canonical(model)

    assert canonical.read(GarmentModel, text) == model
    assert canonical.canonical(canonical.read(GarmentModel, text)) == text


@pytest.mark.parametrize("code", ["shirt", "trousers", "dress", "jacket", "tshirt", "skirt"])
def test_the_shipped_garments_come_back_as_they_were(code: str) -> None:
    model = shipped_model(code)

    assert canonical.read(GarmentModel, canonical.canonical(model)) == model


def test_cloths_come_back_as_they_were() -> None:
    every = tuple(shipped().cloths)
    assert every
    for stocked in every:
        assert canonical.read(Cloth, canonical.canonical(stocked.cloth)) == stocked.cloth


def test_the_number_of_the_version_is_no_part_of_the_text() -> None:
    model = a_model(a_group("collar", *values("spread")))

    text = canonical.canonical(model)

    assert canonical.canonical(replace(model, version=7, digest="abc")) == text
    assert canonical.published(text, version=7) == replace(
        model, version=7, digest=canonical.digest(text)
    )


def test_another_price_gives_another_digest() -> None:
    one = canonical.canonical(a_model(base_price_minor=1))
    other = canonical.canonical(a_model(base_price_minor=2))

    assert canonical.digest(one) != canonical.digest(other)
