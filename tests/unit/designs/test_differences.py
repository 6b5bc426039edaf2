"""What differs between two designs, in words."""

from shop.catalogue.rules import Condition, GroupKind, Rule
from shop.configurator.rules import Dropped, Why
from shop.site.gallery.differences import Whole, changed, lost
from tests.builders.catalogue import a_group, a_model, choices, values

COLLAR = a_group("collar", *values("band", "spread"))
POCKET = a_group("pocket", *values("none", "chest"))
MODEL = a_model(COLLAR, POCKET)
NAMES = {"linen": "Sand linen", "oxford": "Blue Oxford"}


def whole(words, model=MODEL):
    chosen = choices(words) if words else {}
    return Whole(model=model, choices=chosen, cloths=NAMES)


def dropped(group, value, *messages):
    never = Condition(group=group, values=frozenset({value}))
    rules = tuple(
        Rule(code=str(n), when=(), then=never, forbids=True, message=said)
        for n, said in enumerate(messages)
    )
    return Dropped(group=group, value=value, why=Why(groups=(), rules=rules) if messages else None)


def test_the_same_design_differs_in_nothing():
    assert changed(whole("collar=band"), whole("collar=band")) == ""
    assert lost(whole("collar=band"), whole("collar=band"), (), "") == ()


def test_each_question_that_is_answered_differently_is_named_in_the_order_of_the_model():
    before, after = whole("cloth=linen pocket=chest collar=band"), whole("cloth=oxford collar=band")

    assert (
        changed(before, after) == "Cloth: Blue Oxford instead of Sand linen. pocket: without chest."
    )
    assert changed(after, before) == (
        "Cloth: Sand linen instead of Blue Oxford. pocket: chest, which was not there before."
    )


def test_a_number_has_its_unit_and_an_unknown_answer_its_code():
    number = a_group("length", kind=GroupKind.NUMBER, most=900, unit="mm")
    model = a_model(number, POCKET)

    said = changed(whole("length=700 pocket=flap", model), whole("length=720 pocket=none", model))

    assert said == "length: 720 mm instead of 700 mm. pocket: none instead of flap."


def test_what_a_rule_forbids_is_told_with_its_reasons_once():
    [said] = lost(
        whole("collar=band pocket=chest"),
        whole("collar=band pocket=none"),
        [dropped("pocket", "chest", "No pockets today.", "No pockets today.")],
        "",
    )

    assert said == "pocket: «chest» does not go any more. No pockets today. It would become «none»."


def test_what_is_not_on_offer_and_what_has_sold_out_are_told_apart():
    before, now = whole("cloth=linen"), whole("cloth=oxford")
    gone = [dropped("cloth", "linen")]

    assert lost(before, now, gone, "") == (
        "Cloth: «Sand linen» is not on offer any more. It would become «Blue Oxford».",
    )
    assert lost(before, now, gone, "linen") == (
        "Cloth: «Sand linen» has sold out. It would become «Blue Oxford».",
    )


def test_a_question_that_went_and_one_that_came():
    now = a_model(COLLAR)

    assert lost(whole("pocket=chest"), whole("collar=band", now), (), "") == (
        "collar is asked now. We would take: band.",
        "pocket: this is not asked any more; it was «chest». It would be left out.",
    )


def test_what_goes_along_with_a_loss_is_told_without_a_reason():
    assert lost(whole("collar=band"), whole("collar=spread"), (), "") == (
        "collar: «band» changes along with the rest. It would become «spread».",
    )
