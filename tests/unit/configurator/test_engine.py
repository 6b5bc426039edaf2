"""The engine against brute force, on random small models."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.catalogue.rules import Condition, GarmentModel, Group, GroupKind, Rule, Section, Value
from shop.configurator import rules

GROUPS = ("a", "b", "c", "d")


def group(code, values, asked_when=()):
    return Group(code=code, name=code, section=Section.STYLE, values=values, asked_when=asked_when)


def model_of(groups, model_rules=()):
    return GarmentModel(
        garment="test",
        name="Test",
        summary="",
        for_whom="everyone",
        base_price_minor=0,
        cloth_mm=0,
        cloth_width_mm=0,
        lead_days=0,
        groups=tuple(groups),
        rules=tuple(model_rules),
    )


@st.composite
def conditions(draw, group_code):
    if draw(st.booleans()):
        return Condition(
            group=group_code, values=frozenset(draw(st.sets(st.sampled_from("xyz"), min_size=1)))
        )
    comparison = draw(st.sampled_from(["<", ">=", "=", "!="]))
    return Condition(
        group=group_code, attribute="w", comparison=comparison, against=draw(st.integers(0, 4))
    )


@st.composite
def models(draw):
    groups = []
    for i, code in enumerate(GROUPS):
        codes = "xyz"[: draw(st.integers(1, 3))]
        values = tuple(
            Value(
                code=c,
                name=c,
                rank=draw(st.integers(0, 2)),
                attributes={"w": draw(st.integers(0, 4))},
            )
            for c in codes
        )
        asked = i and draw(st.integers(0, 3)) == 0
        asked_when = (draw(conditions(GROUPS[draw(st.integers(0, i - 1))])),) if asked else ()
        groups.append(group(code, values, asked_when))
    made = []
    for n in range(draw(st.integers(0, 5))):
        *when, then = draw(st.permutations(GROUPS))[: draw(st.integers(2, 3))]
        made.append(
            Rule(
                code=f"r{n}",
                when=tuple(draw(conditions(w)) for w in when),
                then=draw(conditions(then)),
                forbids=draw(st.booleans()),
                message="",
            )
        )
    return model_of(groups, made)


def meets(model, design, condition):
    value = model.group(condition.group).value(design.get(condition.group, ""))
    return value is not None and condition.holds(value)


def is_valid(model, design):
    for each in model.groups:
        asked = all(meets(model, design, c) for c in each.asked_when)
        if asked != (each.code in design):
            return False
    for rule in model.rules:
        is_met = all(meets(model, design, c) for c in rule.when) and rule.then.group in design
        if is_met and meets(model, design, rule.then) is rule.forbids:
            return False
    return True


def all_designs(model):
    options = [[v.code for v in g.values] + ([None] if g.asked_when else []) for g in model.groups]
    for combination in product(*options):
        design = {g.code: c for g, c in zip(model.groups, combination, strict=True) if c}
        if is_valid(model, design):
            yield design


def keeps(design, choices):
    return all(design.get(k) == v for k, v in choices.items())


def some_choices(draw, model):
    chosen = draw(st.sets(st.sampled_from(GROUPS), max_size=3))
    return {
        c: draw(st.sampled_from([v.code for v in model.group(c).values])) for c in sorted(chosen)
    }


@settings(max_examples=150)
@given(st.data())
def test_possible_values_are_exactly_those_of_some_whole_design(data):
    model = data.draw(models())
    choices = some_choices(data.draw, model)
    designs = list(all_designs(model))

    found = rules.possible(model, choices)

    every = tuple(model.groups)
    assert every
    for each in every:
        others = {k: v for k, v in choices.items() if k != each.code}
        expected = {d[each.code] for d in designs if each.code in d and keeps(d, others)}
        assert found[each.code] == expected


@settings(max_examples=150)
@given(st.data())
def test_the_completion_is_the_first_in_the_houses_taste(data):
    model = data.draw(models())
    choices = some_choices(data.draw, model)
    fitting = [d for d in all_designs(model) if keeps(d, choices)]

    if not fitting:
        with pytest.raises(ValueError):
            rules.complete(model, choices)
        return

    def taste(design):
        order = []
        for g in model.groups:
            codes = [v.code for v in sorted(g.values, key=lambda v: v.rank)]
            order.append(codes.index(design[g.code]) if g.code in design else len(codes))
        return order

    assert rules.complete(model, choices) == min(fitting, key=taste)


@settings(max_examples=150)
@given(st.data())
def test_a_reason_is_sufficient_and_minimal(data):
    model = data.draw(models())
    choices = some_choices(data.draw, model)
    wanted = data.draw(st.sampled_from(GROUPS))
    value = data.draw(st.sampled_from([v.code for v in model.group(wanted).values]))
    found = rules.why(model, choices, wanted, value)
    others = {k: v for k, v in choices.items() if k != wanted}
    is_there = any(keeps(d, others | {wanted: value}) for d in all_designs(model))

    assert (found is None) == is_there

    if found:
        named = {k: choices[k] for k in found.groups} | {wanted: value}
        fewer_rules = model_of(model.groups, found.rules)
        assert not any(keeps(d, named) for d in all_designs(fewer_rules))
        for left_out in found.groups:
            rest = {k: v for k, v in named.items() if k != left_out}
            assert any(keeps(d, rest) for d in all_designs(model))
        for rule in found.rules:
            rest = model_of(model.groups, [r for r in found.rules if r is not rule])
            assert any(keeps(d, named) for d in all_designs(rest))


@settings(max_examples=150)
@given(st.data())
def test_a_repair_gives_up_as_little_as_can_be(data):
    model = data.draw(models())
    choices = some_choices(data.draw, model)
    wanted = data.draw(st.sampled_from(GROUPS))
    value = data.draw(st.sampled_from([v.code for v in model.group(wanted).values]))
    designs = list(all_designs(model))
    others = {k: v for k, v in choices.items() if k != wanted}

    found = rules.repair(model, choices, wanted, value)

    lost = [
        sum(d.get(k) != v for k, v in others.items()) for d in designs if d.get(wanted) == value
    ]
    if found is None:
        assert not lost
    else:
        assert len(found.changes) == min(lost)
        assert rules.complete(model, found.choices)[wanted] == value


@settings(max_examples=100)
@given(st.data())
def test_reconciled_choices_go_together_and_nothing_is_dropped_in_silence(data):
    model = data.draw(models())
    choices = some_choices(data.draw, model)

    kept, dropped = rules.reconcile(model, choices)

    assert {**kept, **{d.group: d.value for d in dropped}} == choices
    assert rules.is_possible(model, kept) or not list(all_designs(model))
    assert all(d.why is not None for d in dropped)


def test_an_unknown_value_is_dropped_and_a_group_of_another_garment_ignored():
    model = model_of([group("a", (Value(code="x", name="X"),))])

    kept, dropped = rules.reconcile(model, {"a": "gone", "lapel": "peak"})

    assert kept == {}
    assert [(d.group, d.value, d.why) for d in dropped] == [("a", "gone", None)]


def test_a_cloth_that_weighs_otherwise_is_another_question():
    def model(weight):
        heavy = Condition(group="cloth", attribute="weight", comparison=">", against=180)
        cloth = Value(code="blue", name="Blue", attributes={"weight": weight})
        french = Value(code="french", name="French")
        return replace(
            model_of(
                [
                    Group(
                        code="cloth",
                        name="Cloth",
                        section=Section.CLOTH,
                        kind=GroupKind.CLOTH,
                        values=(cloth,),
                    ),
                    group("cuff", (Value(code="barrel", name="Barrel"), french)),
                ],
                [
                    Rule(
                        code="r",
                        when=(heavy,),
                        then=Condition(group="cuff", values=frozenset({"french"})),
                        forbids=True,
                        message="",
                    )
                ],
            ),
            digest="same",
        )

    assert rules.possible(model(170), {})["cuff"] == {"barrel", "french"}
    assert rules.possible(model(190), {})["cuff"] == {"barrel"}
