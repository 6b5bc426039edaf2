"""The form of a rule: its subjects, what is typed, the codes it makes."""

import pytest

from shop.catalogue.rules import Condition, GroupKind, Value, with_cloths
from shop.measurements.rules import KEYS
from shop.staff.rulebook.naming import code_for
from shop.staff.rulebook.rows import IS, IS_NOT, number_of, typed
from shop.staff.rulebook.subjects import Answer, subjects_of
from tests.builders.catalogue import a_cloth, a_group, a_model, values

COLLAR = a_group("collar", *values("spread", "cutaway", "band"))
EXTRAS = a_group("extras", *values("pen", "loop", "cord"), kind=GroupKind.SEVERAL)
SLIT = a_group("slit", kind=GroupKind.NUMBER, least=0, most=300, unit="mm")
TEXT = a_group("letters", kind=GroupKind.TEXT, max_length=4)
LINING = a_group("lining", Value(code="light", name="Light", attributes={"weight": 60}))
MODEL = with_cloths(
    a_model(COLLAR, EXTRAS, SLIT, TEXT, LINING), [a_cloth(), a_cloth("checked", pattern="check")]
)
SUBJECTS = subjects_of(MODEL)


def has(group: str, *codes: str) -> Condition:
    return Condition(group=group, values=frozenset(codes))


def compares(group: str, attribute: str, comparison: str, against: int | str) -> Condition:
    return Condition(group=group, attribute=attribute, comparison=comparison, against=against)


@pytest.mark.parametrize(
    ("key", "answer", "unit"),
    [
        ("collar", Answer.VALUES, ""), ("cloth", Answer.VALUES, ""), ("extras", Answer.VALUES, ""),
        ("slit.number", Answer.NUMBER, "mm"), ("letters.length", Answer.NUMBER, "letters"),
        ("cloth.weight", Answer.NUMBER, "g/m²"), ("cloth.pattern", Answer.WORD, ""),
        ("lining.weight", Answer.NUMBER, ""), ("body.chest", Answer.NUMBER, "cm"),
    ],
)  # fmt: skip
def test_each_subject_knows_what_it_is_compared_with(key: str, answer: Answer, unit: str) -> None:
    assert (SUBJECTS[key].key, SUBJECTS[key].answer, SUBJECTS[key].unit) == (key, answer, unit)


def test_every_measure_of_the_wearer_can_be_asked_for() -> None:
    assert {key.removeprefix("body.") for key in SUBJECTS if key.startswith("body.")} == set(KEYS)


def test_the_words_of_an_attribute_are_those_that_cloths_have() -> None:
    assert SUBJECTS["cloth.pattern"].values == (("check", "check"), ("plain", "plain"))


@pytest.mark.parametrize(
    ("condition", "fields"),
    [
        (has("collar", "band"), {"subject": "collar", "comparison": IS, "values": ["band"]}),
        (has("collar", "spread", "cutaway"),
         {"subject": "collar", "comparison": IS_NOT, "values": ["band"]}),
        (has("collar", "spread", "gone"),
         {"subject": "collar", "comparison": IS, "values": ["spread", "gone"]}),
        (has("extras", "pen", "loop", "cord"),
         {"subject": "extras", "comparison": IS, "values": ["pen", "loop", "cord"]}),
        (compares("cloth", "pattern", "!=", "check"),
         {"subject": "cloth.pattern", "comparison": IS_NOT, "values": ["check"]}),
        (compares("cloth", "weight", "=", 260),
         {"subject": "cloth.weight", "comparison": IS, "amount": "260"}),
        (compares("body", "chest", ">=", 1205),
         {"subject": "body.chest", "comparison": ">=", "amount": "120.5"}),
    ],
)  # fmt: skip
def test_a_condition_is_shown_as_it_would_be_typed(condition: Condition, fields: dict) -> None:
    assert typed(condition, SUBJECTS[fields["subject"]]) == fields


@pytest.mark.parametrize(
    ("key", "words", "number"),
    [
        ("body.chest", "120,5", 1205), ("body.chest", "1205 mm", 1205), ("body.chest", "x", None),
        ("cloth.weight", "260", 260), ("cloth.weight", "260 g/m²", 260),
        ("cloth.weight", "-1", None), ("cloth.weight", "2.5", None), ("cloth.weight", "", None),
        ("cloth.weight", "٣", None), ("cloth.weight", "1" * 9, None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_its_unit(key: str, words: str, number: int | None) -> None:
    assert number_of(words, SUBJECTS[key]) == number


@pytest.mark.parametrize(
    ("words", "taken", "code"),
    [
        (
            "If the collar is band, then the cuff is not French.",
            set(),
            "collar-band-cuff-not-french",
        ),
        ("The collar is band.", {"collar-band"}, "collar-band-2"),
        ("The collar is band.", {"collar-band", "collar-band-2"}, "collar-band-3"),
        ("The 180.", set(), "rule-180"),
        ("New.", set(), "rule-new"),
        ("«»", set(), "rule"),
        (f"If the {'very ' * 20}long.", set(), "-".join(["very"] * 11)),
    ],
)
def test_a_code_comes_from_the_sentence(words: str, taken: set[str], code: str) -> None:
    assert code_for(words, taken) == code
