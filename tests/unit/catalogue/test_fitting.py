import pytest

from shop.catalogue.rules import (
    BODY,
    Condition,
    GarmentModel,
    GroupKind,
    Rule,
    Value,
    all_hold,
    answered,
    answers,
    asked,
    broken_rules,
    house_choices,
    with_cloths,
)
from tests.builders.catalogue import a_cloth, a_group, a_model, shipped, shipped_model, values

LONG = Condition(group="sleeve", values=frozenset({"long"}))
SLEEVE = a_group("sleeve", *values("long", "short"))
CUFF = a_group("cuff", *values("barrel", "french"), asked_when=(LONG,))
LINKS = a_group(
    "links",
    *values("silk"),
    asked_when=(Condition(group="cuff", values=frozenset({"french"})),),
)
HEAVY = Condition(group="cloth", attribute="weight", comparison=">", against=180)
FRENCH = Condition(group="cuff", values=frozenset({"french"}))
RULE = Rule(code="light", when=(FRENCH,), then=HEAVY, forbids=True, message="Too heavy.")
MODEL = a_model(SLEEVE, CUFF, LINKS, rules=(RULE,))


def test_what_hangs_on_an_unasked_question_is_not_asked_either() -> None:
    choices = {"sleeve": "short", "cuff": "french", "links": "silk"}

    assert [group.code for group in asked(MODEL, choices)] == ["cloth", "sleeve"]
    assert answered(MODEL, choices) == {"sleeve": "short"}


def test_the_house_takes_the_smallest_rank_of_what_is_asked() -> None:
    late = a_group("hem", Value(code="a", name="A", rank=1), Value(code="b", name="B", rank=0))

    assert house_choices(a_model(SLEEVE, CUFF, LINKS, late)) == {
        "sleeve": "long",
        "cuff": "barrel",
        "hem": "b",
    }


def test_a_rule_about_the_cloth_is_broken_by_a_heavy_one_only() -> None:
    choices = {"sleeve": "long", "cuff": "french"}

    assert broken_rules(MODEL, choices, a_cloth(weight_gsm=181)) == (RULE,)
    assert broken_rules(MODEL, choices, a_cloth(weight_gsm=180)) == ()
    assert broken_rules(MODEL, choices) == ()
    assert broken_rules(MODEL, {**choices, "sleeve": "short"}, a_cloth(weight_gsm=181)) == ()


def test_a_demand_is_broken_by_anything_else() -> None:
    rule = Rule(code="long", when=(FRENCH,), then=LONG, forbids=False, message="Long only.")
    model = a_model(SLEEVE, a_group("cuff", *values("barrel", "french")), rules=(rule,))

    assert broken_rules(model, {"sleeve": "short", "cuff": "french"}) == (rule,)
    assert broken_rules(model, {"sleeve": "long", "cuff": "french"}) == ()
    assert broken_rules(model, {"cuff": "french"}) == ()


def test_cloths_fill_the_cloth_group_in_the_order_given() -> None:
    model = with_cloths(MODEL, [a_cloth("a"), a_cloth("b", weight_gsm=200)])

    group = model.group("cloth")
    assert group is not None
    assert [(value.code, value.rank, value.price_minor) for value in group.values] == [
        ("a", 0, 0),
        ("b", 1, 0),
    ]
    assert group.values[1].attributes["weight"] == 200
    assert all_hold((HEAVY,), model, {"cloth": "b"}, None)
    assert not all_hold((HEAVY,), model, {"cloth": "a"}, None)


@pytest.mark.parametrize("code", ["shirt", "trousers", "dress", "jacket", "tshirt", "skirt"])
def test_every_condition_in_a_rule_of_the_shop_can_be_met_and_missed(code: str) -> None:
    """A condition that nothing meets, or that everything does, is a slip of the pen."""
    cloths = [each.cloth for each in shipped().cloths if code in each.cloth.garments]
    model = with_cloths(shipped_model(code), cloths)

    every = tuple(model.rules)
    assert every
    for rule in every:
        for condition in (*rule.when, *((rule.then,) if rule.then else ())):
            if condition.group != BODY:
                met = [condition.holds(value) for value in answers_to(model, condition.group)]
                assert any(met), (rule.code, condition)
                assert not all(met), (rule.code, condition)


def answers_to(model: GarmentModel, code: str) -> list[Value]:
    """Return every answer, a number and a text as one value each."""
    group = model.group(code)
    assert group is not None
    if group.kind is GroupKind.NUMBER:
        found = [answers(model, {code: str(number)}, code) for number in group.numbers]
        return [value for row in found for value in row]
    if group.kind is GroupKind.TEXT:
        found = [answers(model, {code: "A" * n}, code) for n in range(group.max_length + 1)]
        return [value for row in found for value in row]
    return list(group.values)


@pytest.mark.parametrize("code", ["shirt", "trousers", "dress", "jacket", "tshirt", "skirt"])
def test_every_question_of_the_shop_can_be_answered(code: str) -> None:
    every = tuple(shipped_model(code).groups)
    assert every
    for group in every:
        assert group.kind is not GroupKind.CHOICE or len(group.values) > 1
        assert group.kind is not GroupKind.NUMBER or len(group.numbers) > 1
        assert [value.rank for value in group.values].count(0) == bool(group.values)
