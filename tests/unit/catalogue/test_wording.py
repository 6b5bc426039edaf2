"""Rules as sentences of the trade."""

import pytest

from shop.catalogue.rules import Condition, GroupKind, Rule, Term, Value, with_cloths
from shop.catalogue.rules.wording import clause, sentence
from tests.builders.catalogue import a_cloth, a_group, a_model, shipped, shipped_cloth, values

COLLAR = a_group(
    "Collar",
    Value(code="bd", name="Button-down", phrase="button-down collar"),
    Value(code="cut", name="Cutaway"),
    Value(code="band", name="Band"),
    Value(code="v", name="V", phrase="V neck"),
)
CUFF = a_group(
    "Cuff",
    Value(code="barrel", name="Barrel", phrase="barrel cuffs"),
    Value(code="french", name="French", phrase="French cuffs"),
)
VENTS = a_group("Vents", *values("none", "two"))
EXTRAS = a_group("Extras", *values("pen", "loop"), kind=GroupKind.SEVERAL)
SLIT = a_group("Slit", kind=GroupKind.NUMBER, least=0, most=300, unit="mm")
TEXT = a_group("Monogram", kind=GroupKind.TEXT, max_length=4)
LINING = a_group("Lining", Value(code="light", name="Light", attributes={"weight": 60}))
MODEL = with_cloths(a_model(COLLAR, CUFF, VENTS, EXTRAS, SLIT, TEXT, LINING), [a_cloth()])

BUTTON_DOWN = Condition(group="Collar", values=frozenset({"bd"}))
FRENCH = Condition(group="Cuff", values=frozenset({"french"}))


def has(group: str, *codes: str) -> Condition:
    return Condition(group=group, values=frozenset(codes))


def compares(group: str, attribute: str, comparison: str, against: int | str) -> Condition:
    return Condition(group=group, attribute=attribute, comparison=comparison, against=against)


def a_rule(*when: Condition, then: Condition | None = None, **facts) -> Rule:
    facts = {"forbids": False, **facts}
    return Rule(code="r", when=when, then=then, message="Because.", **facts)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (a_rule(BUTTON_DOWN, then=FRENCH),
         "If the collar is button-down, then the cuff is French."),
        (a_rule(BUTTON_DOWN, then=FRENCH, forbids=True),
         "If the collar is button-down, then the cuff is not French."),
        (a_rule(BUTTON_DOWN, has("Vents", "two"), then=FRENCH),
         "If the collar is button-down and the vents are two, then the cuff is French."),
        (a_rule(BUTTON_DOWN, then=FRENCH, only_with=True),
         "The cuff is French only where the collar is button-down."),
        (a_rule(then=FRENCH, forbids=True), "The cuff is not French."),
        (a_rule(of=(Term(group="cloth", attribute="weight"),
                    Term(group="Lining", attribute="weight")), at_most=260),
         "The cloth weight and the lining weight are together at most 260 g/m²."),
        (a_rule(BUTTON_DOWN, of=(Term(group="cloth", attribute="colour"),
                                 Term(group="Lining", attribute="colour")), must_match=True),
         "If the collar is button-down, then the cloth colour and the lining colour are the same."),
    ],
)  # fmt: skip
def test_each_form_has_its_sentence(rule: Rule, says: str) -> None:
    assert sentence(MODEL, rule) == says


@pytest.mark.parametrize(
    ("condition", "says", "denied"),
    [
        (has("Collar", "bd"), "the collar is button-down", "the collar is not button-down"),
        (has("Collar", "bd", "cut"), "the collar is button-down or cutaway",
         "the collar is neither button-down nor cutaway"),
        (has("Collar", "bd", "cut", "band"), "the collar is not V", "the collar is V"),
        (has("Vents", "none"), "the vents are none", "the vents are not none"),
        (has("Extras", "pen"), "the extras include pen", "the extras do not include pen"),
        (has("cloth", "plain-white"), "the cloth is Plain white", "the cloth is not Plain white"),
        (has("Collar", "gone"), "the collar is «gone»", "the collar is not «gone»"),
        (has("gone", "x"), "the «gone» is «x»", "the «gone» is not «x»"),
        (compares("cloth", "weight", ">", 260), "the cloth weight is more than 260 g/m²",
         "the cloth weight is not more than 260 g/m²"),
        (compares("cloth", "stretch", ">=", 2), "the cloth stretch is at least 2 %",
         "the cloth stretch is not at least 2 %"),
        (compares("cloth", "pattern", "=", "check"), "the cloth pattern is check",
         "the cloth pattern is not check"),
        (compares("cloth", "pattern", "!=", "check"), "the cloth pattern is not check",
         "the cloth pattern is check"),
        (compares("body", "chest", ">", 1205), "the wearer's chest is more than 120.5 cm",
         "the wearer's chest is not more than 120.5 cm"),
        (compares("body", "tail", "<", 10), "the wearer's «tail» is less than 1 cm",
         "the wearer's «tail» is not less than 1 cm"),
        (compares("Slit", "number", "<=", 200), "the slit is at most 200 mm",
         "the slit is not at most 200 mm"),
        (compares("Monogram", "length", ">", 3), "the monogram length is more than 3 letters",
         "the monogram length is not more than 3 letters"),
    ],
)  # fmt: skip
def test_each_condition_has_its_clause(condition: Condition, says: str, denied: str) -> None:
    assert clause(MODEL, condition) == says
    assert clause(MODEL, condition, negated=True) == denied


def test_every_shipped_rule_reads_as_one_sentence() -> None:
    every = tuple(shipped().garments)
    assert every
    for garment in every:
        model = with_cloths(garment.model, [shipped_cloth("white-poplin")])
        for rule in model.rules:
            says = sentence(model, rule)
            assert says.endswith(".")
            assert "«" not in says
            assert "the the" not in says
