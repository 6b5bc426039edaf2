"""The engine means what the rules say: each form by hand, and every design of random models."""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shop.catalogue.rules import Condition, Group, GroupKind, Rule, Section, Term, Value
from shop.catalogue.rules.fitting import asked
from shop.configurator import rules
from tests.builders.brute_force import truth
from tests.builders.random_models import model_of, random_body, random_model

EXAMPLES = 150


@settings(
    max_examples=EXAMPLES,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 10**9))
def test_a_whole_design_is_possible_when_it_breaks_no_rule(seed):
    rng = Random(seed)
    model = random_model(rng)
    known = truth(model, random_body(rng))

    every = tuple(rng.sample(known.broken, min(25, len(known.broken))))
    assert every
    for design, broken in every:
        assert rules.is_possible(model, {**design, **known.body}) == (not broken), design
        assert [group.code for group in asked(model, design)] == list(design)


def question(code, *values, kind=GroupKind.CHOICE, **facts):
    return Group(
        code=code, name=code, section=Section.STYLE, kind=kind, values=tuple(values), **facts
    )


def is_one(group, *codes):
    return Condition(group=group, values=frozenset(codes))


def compares(group, attribute, comparison, against):
    return Condition(group=group, attribute=attribute, comparison=comparison, against=against)


def rule(*when, then=None, **facts):
    return Rule(
        code="r",
        when=when,
        then=then,
        forbids=facts.pop("forbids", False),
        message="So it is.",
        **facts,
    )


def weighs(code, grams, tone="warm"):
    return Value(code=code, name=code, attributes={"weight": grams, "tone": tone})


CLOTH = question("cloth", weighs("light", 120), weighs("heavy", 300, "cold"))
CUFF = question("cuff", weighs("barrel", 10), weighs("french", 40, "cold"))
POCKETS = question(
    "pockets",
    weighs("pen", 1),
    weighs("watch", 2),
    weighs("coin", 3),
    kind=GroupKind.SEVERAL,
    at_most=2,
)
SLEEVE = question("sleeve", kind=GroupKind.NUMBER, least=600, most=620, step=10, unit="mm")
LETTERS = question("letters", kind=GroupKind.TEXT, max_length=3, allowed="A-Z")
HEAVY = compares("cloth", "weight", ">", 200)
FRENCH = is_one("cuff", "french")


def offered(rule_, choices, group):
    model = model_of([CLOTH, CUFF, POCKETS, SLEEVE, LETTERS], [rule_] if rule_ else [])
    return rules.possible(model, choices)[group]


@pytest.mark.parametrize(
    ("the_rule", "choices", "group", "expected"),
    [
        (rule(HEAVY, then=FRENCH), {"cloth": "heavy"}, "cuff", {"french"}),
        (rule(HEAVY, then=FRENCH), {"cloth": "light"}, "cuff", {"barrel", "french"}),
        (rule(HEAVY, then=FRENCH, forbids=True), {"cloth": "heavy"}, "cuff", {"barrel"}),
        (rule(HEAVY, then=FRENCH, only_with=True), {"cloth": "light"}, "cuff", {"barrel"}),
        (rule(HEAVY, then=FRENCH, only_with=True), {"cuff": "french"}, "cloth", {"heavy"}),
        (
            rule(
                of=(
                    Term(group="cloth", attribute="weight"),
                    Term(group="cuff", attribute="weight"),
                ),
                at_most=320,
            ),
            {"cloth": "heavy"},
            "cuff",
            {"barrel"},
        ),
        (
            rule(
                of=(Term(group="cloth", attribute="tone"), Term(group="cuff", attribute="tone")),
                must_match=True,
            ),
            {"cloth": "heavy"},
            "cuff",
            {"french"},
        ),
        (
            rule(FRENCH, then=compares("sleeve", "number", "<", 620)),
            {"cuff": "french"},
            "sleeve",
            {"600", "610"},
        ),
        (
            rule(compares("letters", "length", ">", 2), then=FRENCH, forbids=True),
            {"letters": "ABC"},
            "cuff",
            {"barrel"},
        ),
        (
            rule(compares("letters", "length", ">", 2), then=FRENCH, forbids=True),
            {"letters": "AB"},
            "cuff",
            {"barrel", "french"},
        ),
        (rule(is_one("pockets", "pen"), then=FRENCH), {"pockets": "pen.coin"}, "cuff", {"french"}),
        (rule(is_one("pockets", "none"), then=FRENCH), {"pockets": "none"}, "cuff", {"french"}),
        (
            rule(is_one("pockets", "none"), then=FRENCH),
            {"cuff": "barrel", "pockets": "pen"},
            "pockets",
            {"pen", "watch", "-watch", "coin", "-coin"},
        ),
        (
            rule(HEAVY, then=compares("pockets", "weight", ">", 2)),
            {"cloth": "heavy"},
            "pockets",
            {"pen", "-pen", "watch", "-watch", "coin"},
        ),
        (
            rule(HEAVY, then=compares("pockets", "weight", ">", 2), forbids=True),
            {"cloth": "heavy"},
            "pockets",
            {"pen", "-pen", "watch", "-watch", "-coin"},
        ),
        (None, {"pockets": "pen.watch"}, "pockets", {"pen", "-pen", "watch", "-watch", "-coin"}),
        (
            rule(compares("body", "chest", ">", 1100), then=FRENCH),
            {"body.chest": "1101"},
            "cuff",
            {"french"},
        ),
        (
            rule(compares("body", "chest", ">", 1100), then=FRENCH),
            {"body.chest": "1100"},
            "cuff",
            {"barrel", "french"},
        ),
        (rule(compares("body", "chest", ">", 1100), then=FRENCH), {}, "cuff", {"barrel", "french"}),
        (
            rule(FRENCH, then=compares("body", "chest", "<=", 1100)),
            {"body.chest": "1101"},
            "cuff",
            {"barrel"},
        ),
        (
            rule(compares("body", "chest", "<=", 1100), then=FRENCH, only_with=True),
            {"body.chest": "1101"},
            "cuff",
            {"barrel"},
        ),
        (
            rule(compares("body", "chest", "<=", 1100), then=FRENCH, only_with=True),
            {},
            "cuff",
            {"barrel", "french"},
        ),
    ],
)
def test_a_rule_allows_what_its_words_say(the_rule, choices, group, expected):
    assert offered(the_rule, choices, group) == expected


def test_the_house_takes_its_usual_answer_or_the_nearest_to_it():
    sleeve = question("sleeve", kind=GroupKind.NUMBER, least=0, most=30, step=10, usual="20")
    model = model_of(
        [CUFF, sleeve], [rule(is_one("cuff", "barrel"), then=is_one("sleeve", "20"), forbids=True)]
    )

    assert rules.complete(model, {}) == {"cuff": "barrel", "sleeve": "10"}
    assert rules.complete(model, {"cuff": "french"}) == {"cuff": "french", "sleeve": "20"}
    assert rules.complete(model, {"sleeve": "20"}) == {"cuff": "french", "sleeve": "20"}


def test_a_total_counts_a_number_as_it_counts_a_weight():
    at_most = rule(of=(Term(group="sleeve", attribute="number"),), at_most=610)

    assert offered(at_most, {}, "sleeve") == {"600", "610"}


def test_what_is_repaired_is_the_number_that_was_wanted():
    found = rules.repair(model_of([SLEEVE]), {"sleeve": "600"}, "sleeve", "620")

    assert found is not None
    assert found.choices == {"sleeve": "620"}


def test_a_question_that_can_never_be_asked_has_no_repair():
    model = model_of(
        [
            CUFF,
            question(
                "links",
                weighs("gold", 1),
                kind=GroupKind.SEVERAL,
                asked_when=(is_one("cuff", "gone"),),
            ),
        ]
    )

    assert rules.repair(model, {}, "links", "gold") is None
    assert rules.repair(model, {}, "links", "-gold") is None


def test_a_garment_without_a_cloth_costs_no_cloth():
    found = rules.cheapest(model_of([CUFF], base=100), {}, cloth_price=lambda _cloth, _mm: 5)

    assert found is not None
    assert found.minor == 100


def test_a_surprise_keeps_the_letters():
    found = rules.surprise(model_of([LETTERS]), {"letters": "AB"}, draw=Random(1))

    assert found == {"letters": "AB"}


def test_a_completion_keeps_an_own_choice_that_waits_for_letters():
    """Whether it waits, or is not possible yet, `is_possible` and `complete` say the same."""
    colour = question(
        "thread", weighs("red", 1), asked_when=(compares("letters", "length", ">", 0),)
    )
    model = model_of([LETTERS, colour])

    if rules.is_possible(model, {"thread": "red"}):
        assert rules.complete(model, {"thread": "red"})["thread"] == "red"
