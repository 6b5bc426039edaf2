"""What a draft changes, and what becomes of it on a newer version."""

from dataclasses import replace

from shop.catalogue.rules import Condition, Rule
from shop.catalogue.rules.drafting import differs_beyond_rules, rebased, rule_changes
from tests.builders.catalogue import a_group, a_model, values


def a_rule(code: str, message: str = "Because.") -> Rule:
    when = Condition(group="cuff", values=frozenset({"french"}))
    return Rule(code=code, when=(when,), then=when, forbids=False, message=message)


ONE, TWO, THREE = a_rule("one"), a_rule("two"), a_rule("three")
CUFF = a_group("cuff", *values("barrel", "french"))
BASE = a_model(CUFF, rules=(ONE, TWO))


def test_rules_are_added_changed_and_removed() -> None:
    told = a_rule("two", "Otherwise.")

    found = rule_changes(BASE, replace(BASE, rules=(told, THREE)))

    assert (found.added, found.changed, found.removed) == ((THREE,), ((TWO, told),), (ONE,))
    assert found.count == 3


def test_the_same_rules_in_another_order_are_no_change() -> None:
    assert rule_changes(BASE, replace(BASE, rules=(TWO, ONE))).count == 0


def test_rules_and_versions_alone_are_no_other_difference() -> None:
    assert not differs_beyond_rules(BASE, replace(BASE, rules=(), version=3, digest="x"))
    assert differs_beyond_rules(BASE, replace(BASE, summary="Another."))


def test_a_draft_takes_over_newer_prices_and_rules() -> None:
    told = a_rule("two", "Otherwise.")
    draft = replace(BASE, rules=(told, THREE))
    four = a_rule("four")
    newest = replace(BASE, rules=(ONE, TWO, four), base_price_minor=1, version=2, digest="d")

    after = rebased(draft, base=BASE, newest=newest)

    assert after.rules == (told, four, THREE)
    assert after.base_price_minor == 1
    assert (after.version, after.digest) == (0, "")


def test_a_rule_left_alone_is_as_it_is_now() -> None:
    newer = a_rule("one", "Newer.")
    newest = replace(BASE, rules=(newer, TWO))

    assert rebased(replace(BASE, rules=(ONE, TWO, THREE)), base=BASE, newest=newest).rules == (
        newer,
        TWO,
        THREE,
    )


def test_values_that_were_drafted_stay_and_take_newer_prices() -> None:
    silk = a_group("cuff", *values("barrel", "french", "silk", silk=500))
    draft = replace(BASE, groups=(BASE.groups[0], silk))
    dearer = a_group("cuff", *values("barrel", "french", french=900))
    newest = replace(BASE, groups=(BASE.groups[0], dearer))

    after = rebased(draft, base=BASE, newest=newest)

    prices = {value.code: value.price_minor for value in after.groups[1].values}
    assert prices == {"barrel": 0, "french": 900, "silk": 500}


def test_a_price_that_both_changed_is_the_drafts() -> None:
    draft = replace(BASE, base_price_minor=5)

    after = rebased(draft, base=BASE, newest=replace(BASE, base_price_minor=7))

    assert after.base_price_minor == 5
