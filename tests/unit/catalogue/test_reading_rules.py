"""The trade language: every kind of question, every form of rule, and what a slip is told."""

import pytest

from shop.catalogue.gateways.files import FilesAtFault, read_text
from shop.catalogue.rules import (
    Condition,
    Extra,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
    Term,
    Value,
)
from tests.builders.catalogue import a_cloth

HEAD = """\
position: 1
name: Coat
summary: A coat.
for: everyone
base_price: 300
cloth: {length_mm: 2400, width_mm: 1500}
lead_days: 20
"""
GROUPS = """\
groups:
  cloth: {name: Cloth, section: cloth, kind: cloth}
  lining:
    name: Lining
    section: details
    kind: colour
    firmness: 2
    values:
      navy: {name: Navy, colour: "#22335e", attributes: {weight: 70, tone: dark}}
      ivory: {name: Ivory, colour: "#e9e1cd", attributes: {weight: 110, tone: light}}
  buttons:
    name: Buttons
    section: details
    values:
      horn: {name: Horn, attributes: {tone: dark}}
      pearl: {name: Pearl, attributes: {tone: light}}
  inside:
    name: Inside
    section: details
    kind: several
    at_most: 2
    usual: [phone, pen]
    values:
      pen: {name: Pen pocket}
      phone: {name: Telephone pocket}
      cards: {name: Card pocket}
  turn-back:
    name: Turned-back cuff
    section: details
    kind: number
    least: 30
    most: 60
    step: 5
    unit: mm
    usual: 40
  letters: {name: Letters, section: details, kind: text, max_length: 4, allowed: A-Z}
  fit:
    name: Fit
    section: fit
    values: {slim: {name: Slim}, regular: {name: Regular}}
"""
FOOT = "\npoints: {}\noperations: []\ntrims: []\n"
CLOTHS = [a_cloth("tweed", weight_gsm=380, composition=(("wool", 80), ("polyamide", 20)))]


def a_coat(*rules: str, groups: str = GROUPS, extras: str = "[]") -> GarmentModel:
    row = "[" + ", ".join(rules) + "]"
    return read_text(f"{HEAD}{groups}rules: {row}\nextras: {extras}{FOOT}", "coat", CLOTHS)


def what_is_wrong(*rules: str, groups: str = GROUPS, extras: str = "[]") -> list[str]:
    with pytest.raises(FilesAtFault) as caught:
        a_coat(*rules, groups=groups, extras=extras)
    return [fault.says for fault in caught.value.faults]


def group(model: GarmentModel, code: str) -> Group:
    found = model.group(code)
    assert found is not None
    return found


def test_several_have_a_bound_and_a_usual_answer_in_the_order_of_the_values() -> None:
    inside = group(a_coat(), "inside")

    assert (inside.kind, inside.at_most, inside.usual) == (GroupKind.SEVERAL, 2, "pen.phone")
    assert [value.code for value in inside.values] == ["pen", "phone", "cards"]


def test_a_number_has_its_range_and_its_unit() -> None:
    cuff = group(a_coat(), "turn-back")

    assert (cuff.kind, cuff.unit, cuff.usual) == (GroupKind.NUMBER, "mm", "40")
    assert list(cuff.numbers) == [30, 35, 40, 45, 50, 55, 60]


def test_colours_have_their_colour_and_attributes() -> None:
    lining = group(a_coat(), "lining")

    assert (lining.kind, lining.firmness) == (GroupKind.COLOUR, 2)
    assert lining.values[0] == Value(
        code="navy",
        name="Navy",
        phrase="Navy",
        rank=0,
        colour="#22335e",
        attributes={"weight": 70, "tone": "dark"},
    )


CONDITIONS = [
    ('{turn-back: "> 40"}',
     Condition(group="turn-back", attribute="number", comparison=">", against=40)),
    ("{turn-back: 40}",
     Condition(group="turn-back", attribute="number", comparison="=", against=40)),
    ("{turn-back: [40, 45]}", Condition(group="turn-back", values=frozenset({"40", "45"}))),
    ('{letters.length: "> 3"}',
     Condition(group="letters", attribute="length", comparison=">", against=3)),
    ("{inside: [pen, phone]}", Condition(group="inside", values=frozenset({"pen", "phone"}))),
    ("{inside: none}", Condition(group="inside", values=frozenset({"none"}))),
    ("{lining.tone: dark}",
     Condition(group="lining", attribute="tone", comparison="=", against="dark")),
    ('{body.chest: "> 1200"}',
     Condition(group="body", attribute="chest", comparison=">", against=1200)),
    ("{cloth.fibre: wool}",
     Condition(group="cloth", attribute="fibre", comparison="=", against="wool")),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), CONDITIONS)
def test_a_condition_asks_of_every_kind_of_question(written: str, meant: Condition) -> None:
    [rule] = a_coat(f"{{code: a, when: {written}, forbid: {{fit: slim}}, say: No.}}").rules

    assert rule.when == (meant,)


SLIM = Condition(group="fit", values=frozenset({"slim"}))
NAVY = Condition(group="lining", values=frozenset({"navy"}))
FORMS = [
    ("when: {lining: navy}, require: {fit: slim}",
     Rule(code="a", when=(NAVY,), then=SLIM, forbids=False, message="So.")),
    ("when: {lining: navy}, forbid: {fit: slim}",
     Rule(code="a", when=(NAVY,), then=SLIM, forbids=True, message="So.")),
    ("only: {fit: slim}, with: {lining: navy}",
     Rule(code="a", when=(NAVY,), then=SLIM, forbids=False, message="So.", only_with=True)),
    ("sum: [cloth.weight, lining.weight], at_most: 480",
     Rule(code="a", when=(), then=None, forbids=False, message="So.", at_most=480,
          of=(Term(group="cloth", attribute="weight"), Term(group="lining", attribute="weight")))),
    ("when: {fit: slim}, match: [lining.tone, buttons.tone]",
     Rule(code="a", when=(SLIM,), then=None, forbids=False, message="So.", must_match=True,
          of=(Term(group="lining", attribute="tone"), Term(group="buttons", attribute="tone")))),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), FORMS)
def test_a_rule_has_one_of_five_forms(written: str, meant: Rule) -> None:
    assert a_coat(f"{{code: a, {written}, say: So.}}").rules == (meant,)


def test_two_conditions_about_the_same_thing_stand_in_a_list() -> None:
    between = '[{cloth.weight: "> 180"}, {cloth.weight: "< 260"}]'

    [rule] = a_coat(f"{{code: a, when: {between}, forbid: {{fit: slim}}, say: So.}}").rules

    assert [(each.comparison, each.against) for each in rule.when] == [(">", 180), ("<", 260)]


def test_a_combination_may_cost_money_and_minutes() -> None:
    model = a_coat(extras="[{code: a, name: Both, when: {fit: slim}, price: 4.50, minutes: 6}]")

    assert model.extras == (Extra(code="a", name="Both", when=(SLIM,), price_minor=450, minutes=6),)


GROUP_SLIPS = [
    ("usual: 40", "usual: 80", "80 is out of range: 30 to 60."),
    ("usual: 40", "usual: 42",
     "42 is none of the numbers, which go in steps of 5. Did you mean 40?"),
    ("most: 60", "most: 20", "`most` is 20, less than `least`, which is 30."),
    ("step: 5", "step: 7", "From 30 in steps of 7 you never come to 60."),
    ("    least: 30\n", "",
     "A number needs `least` and `most`, for example `least: 30` and `most: 60`."),
    ("unit: mm", "unit: cm", "`cm` is no unit. Known are: `mm`."),
    ("usual: [phone, pen]", "usual: [phone, penn]",
     "`penn` is no value of `inside`. Did you mean `pen`?"),
    ("usual: [phone, pen]", "usual: [phone, pen, cards]",
     "The usual answer takes 3 values, and `at_most` is 2."),
    ("at_most: 2", "at_most: 4", "`at_most` is 4, but there are only 3 values."),
    ("      cards:", "      none:",
     "`none` stands for taking nothing; give this value another code."),
    ("firmness: 2", "firmness: 12", "12 is out of range: 1 to 9."),
    ('colour: "#22335e", ', "",
     'A colour is missing; write `colour: "#a03a2e"`, with quotation marks.'),
    ('"#22335e"', "navy", '`navy` is no colour; write it as "#eceff1", with quotation marks.'),
    ("horn: {name: Horn,", 'horn: {name: Horn, colour: "#111111",',
     "`colour` belongs to the values of a question of kind `colour`."),
    ("kind: several", "kind: severel",
     "`severel` is no kind of question. Did you mean `several`?"),
    ("    kind: several\n", "", "`at_most` belongs to a question of kind `several`."),
    ("    kind: number\n", "", "`least` belongs to a question of kind `number`."),
    ("  fit:\n", "  body:\n",
     "`body` stands for the wearer's measurements; give this question another code."),
    ("  letters:", "  extras:",
     "`extras` stands for what combinations cost; give this question another code."),
    ("    section: fit\n", '    section: fit\n    when: {body.chest: "> 900"}\n',
     "The body is asked in rules only: what is asked and made follows from the choices."),
    ("weight: 110, tone: light", "weight: heavy, tone: light",
     "`weight` is a number of some values and a word of others; make it one kind."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), GROUP_SLIPS)
def test_a_slip_in_a_question_is_told(old: str, new: str, says: str) -> None:
    assert GROUPS.count(old) == 1
    assert says in what_is_wrong(groups=GROUPS.replace(old, new))


RULE_SLIPS = [
    ("when: {fit: slim}",
     "A rule has exactly one of `forbid`, `require`, `only`, `sum` and `match`."),
    ("require: {fit: slim}, forbid: {lining: navy}",
     "A rule has exactly one of `forbid`, `require`, `only`, `sum` and `match`."),
    ("only: {fit: slim}", "A rule with `only` needs `with`."),
    ("only: {fit: slim}, with: {lining: navy}, when: {inside: pen}",
     "A rule with `only` says `with` instead of `when`."),
    ("forbid: {fit: slim}, with: {lining: navy}", "`with` belongs to a rule with `only`."),
    ("sum: [cloth.weight, lining.weight]", "A rule with `sum` needs `at_most`."),
    ("forbid: {fit: slim}, at_most: 5", "`at_most` belongs to a rule with `sum`."),
    ("forbid: {}", "A condition is missing here, such as `{collar: band}`."),
    ("forbid: {body: chest}", 'Name the measurement: `body.chest: "> 1200"`, in mm.'),
    ('forbid: {body.chets: "> 1200"}', "`chets` is no body measurement. Did you mean `chest`?"),
    ('forbid: {body.chest: "> big"}',
     '`big` is no whole number; write for example "> 180".'),
    ("forbid: {letters: AB}",
     '`letters` is free text; ask for its length: `letters.length: "> 3"`.'),
    ('forbid: {turn-back: "> deep"}',
     '`deep` is no whole number; write for example "> 180".'),
    ("forbid: {turn-back: [40, 42]}",
     "`42` is no value of `turn-back`. Known are: `30`, `35`, `40`, `45`, `50`, `55`, `60`."),
    ("forbid: {inside: pencil}", "`pencil` is no value of `inside`. Did you mean `pen`?"),
    ("forbid: {cloth.fibre: whool}", "`whool` is not known here. Did you mean `wool`?"),
    ("forbid: {fit.tone: dark}",
     "Nothing is known of `fit` but its values; they have no attributes."),
    ("sum: [cloth.weight, inside.weight], at_most: 9",
     "`inside` cannot stand here: only what has one value with attributes."),
    ("sum: [cloth.weight, body.chest], at_most: 9",
     "`body` cannot stand here: only what has one value with attributes."),
    ("sum: [cloth.weight, linnig.weight], at_most: 9",
     "`linnig` is no question of this garment. Did you mean `lining`?"),
    ("sum: [cloth.weight, lining.tone], at_most: 9",
     "`tone` is no number known of `lining`. Known are: `weight`."),
    ("sum: [cloth.weight, cloth.weight], at_most: 9", "`cloth.weight` is here twice."),
    ("match: [lining.tone, fit.tone]",
     "`tone` is nothing known of `fit`. Its values have no such attributes."),
    ("match: [lining.tone]",
     "Two things match, such as `[button-thread.tone, hole-thread.tone]`."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "says"), RULE_SLIPS)
def test_a_slip_in_a_rule_is_told(written: str, says: str) -> None:
    assert says in what_is_wrong(f"{{code: a, {written}, say: So.}}")


@pytest.mark.parametrize(
    ("extras", "says"),
    [
        ("[{code: a, name: A, when: {fit: slim}}]",
         "An extra costs something: give it a `price`, `minutes`, or both."),
        ("[{code: a, name: A, when: {fit: slimm}, price: 4}]",
         "`slimm` is no value of `fit`. Did you mean `slim`?"),
        ('[{code: a, name: A, when: {body.chest: "> 900"}, price: 4}]',
         "The body is asked in rules only: what is asked and made follows from the choices."),
    ],
)  # fmt: skip
def test_a_slip_in_what_combinations_cost_is_told(extras: str, says: str) -> None:
    assert says in what_is_wrong(extras=extras)


def test_faults_of_a_pasted_text_name_the_garment_and_the_line() -> None:
    with pytest.raises(FilesAtFault) as caught:
        read_text(f"{HEAD}{GROUPS}rules: []{FOOT}".replace("unit: mm", "unit: cm"), "coat", CLOTHS)

    assert str(caught.value) == "coat.yaml:41: `cm` is no unit. Known are: `mm`."
