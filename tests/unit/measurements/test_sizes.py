from itertools import pairwise

import pytest

from shop.kernel.errors import NotFound
from shop.measurements import rules
from shop.measurements.rules import KEYS, Source, Table, questions_about, sizes
from shop.measurements.rules.sizes import BadSizes, _size

ALL = [(table, size) for table in (Table.MEN, Table.WOMEN) for size in sizes(table)]
GROWING = ("neck", "chest", "waist", "seat", "biceps", "thigh", "across_back")


def test_the_tables_run_from_small_to_large():
    assert [size.code for size in sizes(Table.MEN)] == ["S", "M", "L", "XL", "XXL"]
    assert [size.code for size in sizes(Table.WOMEN)] == ["S", "M", "L", "XL", "XXL", "3XL"]
    assert sizes(Table.NONE) == ()
    assert sizes("nonsense") == ()


@pytest.mark.parametrize("table", [Table.MEN, Table.WOMEN])
@pytest.mark.parametrize("key", GROWING)
def test_a_larger_size_is_larger_round(table, key):
    assert all(one.body[key].mm < next_.body[key].mm for one, next_ in pairwise(sizes(table)))


@pytest.mark.parametrize(("table", "size"), ALL)
def test_a_size_is_a_whole_body_that_raises_no_question(table, size):
    assert tuple(size.body) == KEYS
    assert {value.source for value in size.body.values()} == {Source.SIZE}
    assert questions_about(size.body, table=table) == ()


@pytest.mark.parametrize(("table", "size"), ALL)
def test_outseam_is_inseam_and_rise(table, size):
    body = size.body

    assert body["outseam"].mm == body["inseam"].mm + body["body_rise"].mm


def test_a_size_is_found_by_its_code():
    assert rules.size(Table.MEN, "M").body["chest"].mm == 980
    assert rules.size(Table.WOMEN, "L").body["waist"].mm == 880
    assert rules.find_size(Table.MEN, "4XL") is None


def test_an_unknown_size_is_not_found():
    with pytest.raises(NotFound, match="There is no such size"):
        rules.size(Table.MEN, "3XL")


def test_a_broken_table_is_told_at_once():
    whole = {key: value.mm for key, value in rules.size(Table.MEN, "M").body.items()}

    with pytest.raises(BadSizes, match="neck"):
        _size("M", {**whole, "neck": 38})
    with pytest.raises(BadSizes, match="weight"):
        _size("M", {**whole, "weight": 80})
