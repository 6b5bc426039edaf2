import pytest

from shop.measurements.rules import KEYS, MEASURES
from shop.measurements.rules.names import Group, group_of, key_of, name_of

SAME = {
    "neck": "neck", "chest": "chest", "seat": "seat", "arm_length": "shoulderToWrist",
    "biceps": "biceps", "wrist": "wrist", "outseam": "waistToFloor", "inseam": "inseam",
    "body_rise": "crotchDepth", "crotch_length": "crossSeam", "thigh": "upperLeg",
    "ankle": "ankle", "heel": "heel", "under_bust": "underbust", "high_bust": "highBust",
    "natural_waist": "waist", "knee": "knee",
}  # fmt: skip
NEAR = {
    "shoulder_width": "shoulderToShoulder", "back_length": "hpsToWaistBack",
    "front_length": "hpsToWaistFront", "trouser_waist": "hips",
}  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_each_measure_has_the_name_of_the_table_and_the_way_back(key):
    name = name_of(key)

    assert name.freesewing == (SAME | NEAR).get(key, "")
    assert name.is_near is (key in NEAR)
    assert not name.freesewing or key_of(name.freesewing) == key


def test_the_terms_are_those_of_the_measures():
    assert {each.key: each.term for each in MEASURES} == {key: name_of(key).term for key in KEYS}


def test_neighbours_say_how_they_differ():
    assert all(name_of(key).remark for key in NEAR)


def test_what_begins_at_the_waist_says_that_the_waist_is_another():
    remarked = {key for key in KEYS if "navel" in name_of(key).remark}

    assert remarked == {"outseam", "body_rise", "crotch_length"}


def test_freesewings_waist_is_not_ours():
    assert key_of("waist") == "natural_waist"
    assert name_of("waist").freesewing == ""


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        name_of("weight")


def test_values_are_shown_by_where_the_tape_lies():
    groups = {group: [key for key in KEYS if group_of(key) is group] for group in Group}

    assert groups[Group.GIRTHS] == [
        "neck",
        "chest",
        "waist",
        "seat",
        "biceps",
        "forearm",
        "wrist",
        "thigh",
        "lower_thigh",
        "calf",
        "ankle",
        "heel",
        "under_bust",
        "high_bust",
        "natural_waist",
        "trouser_waist",
        "knee",
        "upper_arm",
    ]
    assert groups[Group.HEIGHTS] == [
        "height",
        "outseam",
        "inseam",
        "nape_height",
        "bust_height",
        "knee_height",
    ]
    assert all(group.label for group in Group)
