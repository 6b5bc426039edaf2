from itertools import pairwise

import pytest

from shop.kernel.errors import NotFound
from shop.kernel.lengths import Unit
from shop.measurements import rules
from shop.measurements.rules import MODELLED, Measured, SizeTable, Source, adjusted, measure, sizes
from shop.measurements.rules.ranges import between
from shop.measurements.rules.sizes import BadSizes, _size, stepped

ALL = [(table, size) for table in (SizeTable.MEN, SizeTable.WOMEN) for size in sizes(table)]
GROWING = ("neck", "chest", "waist", "seat", "biceps", "thigh", "across_back")
M = rules.size(SizeTable.MEN, "M")
WOMENS_M = rules.size(SizeTable.WOMEN, "M")


def taped(**lengths_mm):
    return {key: Measured(mm=mm, source=Source.TAPE) for key, mm in lengths_mm.items()}


def moved(before, after):
    return {key for key in before if after[key].mm != before[key].mm}


def test_the_tables_run_from_small_to_large():
    assert [size.code for size in sizes(SizeTable.MEN)] == ["S", "M", "L", "XL", "XXL"]
    assert [size.code for size in sizes(SizeTable.WOMEN)] == ["S", "M", "L", "XL", "XXL", "3XL"]
    assert sizes(SizeTable.NONE) == ()
    assert sizes("nonsense") == ()


@pytest.mark.parametrize("table", [SizeTable.MEN, SizeTable.WOMEN])
@pytest.mark.parametrize("key", GROWING)
def test_a_larger_size_is_larger_round(table, key):
    assert all(one.body[key].mm < next_.body[key].mm for one, next_ in pairwise(sizes(table)))


@pytest.mark.parametrize("table", [SizeTable.MEN, SizeTable.WOMEN])
def test_between_two_sizes_is_no_chest_that_has_none(table):
    chests = [size.ranges["chest"] for size in sizes(table)]

    assert all(one[1] == next_[0] for one, next_ in pairwise(chests))


@pytest.mark.parametrize(("table", "size"), ALL)
def test_a_size_is_a_whole_body_of_usual_values(table, size):
    assert tuple(size.body) == MODELLED
    assert {value.source for value in size.body.values()} == {Source.SIZE}
    assert size.table is table
    assert all(measure(key).is_usual(value.mm) for key, value in size.body.items())


@pytest.mark.parametrize(("table", "size"), ALL)
def test_every_value_of_a_size_has_its_interval(table, size):
    assert all(value.low < value.mm < value.high for value in size.body.values())
    assert {key: (size.body[key].low, size.body[key].high) for key in size.ranges} == size.ranges


@pytest.mark.parametrize(("table", "size"), ALL)
def test_outseam_is_inseam_and_rise(table, size):
    body = size.body

    assert body["outseam"].mm == body["inseam"].mm + body["body_rise"].mm


def test_the_rest_of_a_size_comes_from_the_model():
    found = {key: M.body[key].mm for key in ("neck", "waist", "seat", "sleeve_cb", "inseam")}

    assert found == {"neck": 380, "waist": 850, "seat": 960, "sleeve_cb": 880, "inseam": 840}
    assert WOMENS_M.body["neck"].mm == 325
    assert WOMENS_M.body["waist"].mm == 785  # quoted: the middle of 740 and 825


def test_a_size_is_found_by_its_code():
    assert rules.size(SizeTable.MEN, "M").body["chest"].mm == 980
    assert rules.size(SizeTable.WOMEN, "L").body["waist"].mm == 880
    assert rules.find_size(SizeTable.MEN, "4XL") is None


def test_an_unknown_size_is_not_found():
    with pytest.raises(NotFound, match="There is no such size"):
        rules.size(SizeTable.MEN, "3XL")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"chest": [940, 98]}, "chest from 940 to 98"),
        ({"chest": [94, 102]}, "chest from 94 to 102"),
        ({"chest": [940, 1020], "weight": [70, 80]}, "nobody measures weight"),
        ({"waist": [740, 825]}, "has no chest"),
    ],
)
def test_a_broken_table_is_told_at_once(rows, said):
    with pytest.raises(BadSizes, match=said):
        _size(SizeTable.MEN, "M", rows)


def test_values_of_a_size_come_in_half_centimetres():
    assert [stepped(mm) for mm in (782.4, 782.5, 785, 787.49)] == [780, 785, 785, 785]


def test_a_size_taken_as_it_is_stays_as_it_is():
    assert adjusted(M, {}) == M.body


@pytest.mark.parametrize("size", [each for _table, each in ALL], ids=lambda s: s.table + s.code)
def test_what_she_types_is_taken_as_typed(size):
    chest = size.body["chest"].mm + 30

    found = adjusted(size, taped(chest=chest))

    assert tuple(found) == MODELLED
    assert found["chest"] == Measured(mm=chest, source=Source.TAPE)
    assert {value.source for key, value in found.items() if key != "chest"} == {Source.SIZE}
    assert found["outseam"].mm - found["inseam"].mm == found["body_rise"].mm


def test_the_neighbours_follow_what_she_changes():
    found = adjusted(M, taped(chest=1020))

    assert {key: found[key].mm for key in ("neck", "waist", "biceps")} == {
        "neck": 390,
        "waist": 890,
        "biceps": 345,
    }
    assert found["wrist"].mm == M.body["wrist"].mm


def test_a_wider_neck_moves_more_than_the_neck():
    found = moved(M.body, adjusted(M, taped(neck=400)))

    assert {"neck", "waist", "shoulder_width"} <= found
    assert "chest" not in found  # by which she chose the size


def test_a_wider_bust_moves_the_other_girths_of_the_size():
    found = moved(WOMENS_M.body, adjusted(WOMENS_M, taped(chest=980)))

    assert {"chest", "waist", "across_back"} <= found
    assert not {"waist", "seat"} & moved(WOMENS_M.body, adjusted(WOMENS_M, taped(neck=340)))


def test_shorter_legs_are_shorter_outside_too():
    found = adjusted(M, taped(inseam=800))

    assert found["outseam"].mm == 1010
    assert found["sleeve_cb"].mm < M.body["sleeve_cb"].mm


def test_a_typed_rise_is_left_alone():
    assert adjusted(M, taped(body_rise=260))["body_rise"].mm == 260


def test_legs_longer_inside_than_outside_break_nothing():
    found = adjusted(M, taped(outseam=800, inseam=900))

    assert found["body_rise"].mm > 0


def test_the_size_as_typed_moves_nothing_far():
    same = taped(**{key: M.body[key].mm for key in M.ranges})

    found = adjusted(M, same)

    assert all(abs(found[key].mm - M.body[key].mm) <= 5 for key in MODELLED)


def test_an_interval_is_said_no_finer_than_it_is_known():
    assert between(364, 397, Unit.CM) == "36.5\N{EN DASH}39.5"
    assert between(364, 397, Unit.INCH) == "14 1/4\N{EN DASH}15 3/4"
