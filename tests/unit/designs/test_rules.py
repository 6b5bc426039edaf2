"""The layers of a garment, computed by hand, and its sentence."""

import pytest

from shop.catalogue.rules import Condition, Ease, GroupKind, MeasurePoint, Section
from shop.designs import rules
from shop.designs.rules import Finished, MeasuresMissing
from shop.kernel import documents
from shop.measurements.rules import Measured, Source
from tests.builders.catalogue import a_cloth, a_group, a_model, choices, values

PLEAT = Condition(group="back", values=frozenset({"pleat"}))
CHEST = MeasurePoint(
    code="chest",
    name="Chest",
    how="around",
    of="chest",
    plus_mm=12,
    minus_mm=6,
    along="width",
    ease={"slim": Ease(mm=60), "full": Ease(mm=10, per_mille=120)},
    adjustments=((PLEAT, 16),),
)
CUFF = MeasurePoint(
    code="cuff",
    name="Cuff",
    how="around",
    of="wrist",
    share_per_mille=500,
    plus_mm=3,
    minus_mm=3,
    along="length",
    asked_when=(Condition(group="sleeve", values=frozenset({"long"})),),
)
MODEL = a_model(
    a_group("back", *values("plain", "pleat")),
    a_group("sleeve", *values("long", "short")),
    a_group("fit", *values("slim", "full"), section=Section.FIT),
    points=(CHEST, CUFF),
)
BODY = {
    "chest": Measured(mm=1015, source=Source.TAPE),
    "wrist": Measured(mm=175, source=Source.SIZE),
}
SLIM = choices("cloth=plain-white back=plain sleeve=long fit=slim")


def numbers(chosen, cloth=None):
    found = rules.finished(MODEL, chosen, cloth or a_cloth(), BODY)
    return {each.code: (each.body_mm, each.ease_mm, each.mm, each.cut_mm) for each in found}


def test_body_and_ease_are_the_finished_measure_and_shrinkage_the_cut():
    # chest 1015 + 60; crosswise 1.0 % of 1075 = 10.75 → 11; half a wrist 87.5 → 88, 1.5 % = 1.32
    assert numbers(SLIM) == {"chest": (1015, 60, 1075, 1086), "cuff": (175, 0, 88, 89)}


def test_ease_in_parts_of_the_body_rounds_half_up():
    # 12 % of 1015 = 121.8 → 122, and 10
    assert numbers({**SLIM, "fit": "full"})["chest"] == (1015, 132, 1147, 1158)


def test_a_choice_that_adds_width_counts_as_ease():
    assert numbers({**SLIM, "back": "pleat"})["chest"] == (1015, 76, 1091, 1102)


def test_little_shrinkage_is_left_out():
    cloth = a_cloth(shrink_width_per_mille=9, shrink_length_per_mille=9)

    assert [cut for *_rest, cut in numbers(SLIM, cloth).values()] == [1075, 88]


def test_a_point_that_the_design_lacks_is_not_measured():
    assert set(numbers({**SLIM, "sleeve": "short"})) == {"chest"}


def test_what_is_missing_is_named_and_only_if_needed():
    body = {"chest": BODY["chest"]}

    assert rules.missing_measures(MODEL, SLIM, body) == ("wrist",)
    assert rules.missing_measures(MODEL, {**SLIM, "sleeve": "short"}, body) == ()
    with pytest.raises(MeasuresMissing) as refusal:
        rules.finished(MODEL, SLIM, a_cloth(), body)
    assert refusal.value.keys == ("wrist",)


def test_a_point_survives_being_kept():
    [chest, _cuff] = rules.finished(MODEL, SLIM, a_cloth(), BODY)

    assert documents.build(Finished, documents.plain(chest)) == chest
    assert (chest.source, chest.plus_mm, chest.minus_mm) == ("tape", 12, 6)


def test_the_sentence_names_the_first_of_style_and_what_differs_from_the_house():
    assert rules.sentence(MODEL, SLIM, a_cloth()) == "slim shirt in plain white, plain"
    other = {**SLIM, "back": "pleat", "sleeve": "short"}
    assert rules.sentence(MODEL, other, a_cloth()) == "slim shirt in plain white, pleat, short"


def test_a_garment_without_a_fit_begins_with_its_name():
    assert rules.sentence(a_model(), {}, a_cloth(name="Oxford")) == "shirt in oxford"


def test_a_text_is_its_own_answer():
    text = a_group("letters", kind=GroupKind.TEXT, section=Section.DETAILS)
    model = a_model(text)

    [row] = rules.described(model, {"letters": "AV"})

    assert (row.value.code, row.value.name) == ("AV", "AV")
    assert rules.described(model, {"letters": ""})[0].value.name == ""


def test_an_answer_that_is_none_of_the_groups_is_left_out():
    assert rules.described(MODEL, {"back": "cape"}) == ()
