"""The promises of the engine against brute force, on random small models.

Each looks at `EXAMPLES` models; raise the constant to look at thousands. What fails names its
seed: `Case(Random(seed))` is the model, the body and the own choices. Nothing is shrunk, since
models from seeds near each other are nothing alike; the models are small as they are.
"""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shop.catalogue.rules import GroupKind, Value
from shop.catalogue.rules.fitting import all_hold, answers
from shop.catalogue.rules.garments import BODY
from shop.configurator import rules
from tests.builders.brute_force import has, keeps, offers, taste, truth, with_member
from tests.builders.random_models import (
    ANYTHING,
    ONE_OF,
    Taste,
    answers_to,
    random_body,
    random_choices,
    random_model,
)

EXAMPLES = 150
many = settings(
    max_examples=EXAMPLES,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
seeds = st.integers(0, 10**9)
SMALL = Taste(groups=4, rules=4, room=60)


class Case:
    """A model, a body, own choices, and the truth about them."""

    def __init__(self, rng, like=ANYTHING):
        self.rng = rng
        self.model = random_model(rng, like)
        self.body = random_body(rng)
        self.truth = truth(self.model, self.body)
        self.own = random_choices(rng, self.model, self.truth.designs)
        self.choices = {**self.body, **self.own}

    def others(self, group):
        return {code: answer for code, answer in self.own.items() if code != group.code}

    def wanted(self, group, code):
        """Return the own choices and the value: of several, added to the own answer."""
        if group.kind is GroupKind.SEVERAL and group.code in self.own:
            return {**self.own, group.code: with_member(group, self.own[group.code], code)}
        return self.others(group)

    def can_have(self, group, code):
        return bool(self.truth.having(self.wanted(group, code), group.code, code))

    def somewhere(self):
        """Return a question and one of its values; of a model of texts alone, an empty text."""
        group = self.rng.choice([g for g in self.model.groups if offers(g)] or self.model.groups)
        return group, self.rng.choice(offers(group) or [""])


def without_letters(model, design, own):
    """Return the design with the letters nobody has given left out."""
    texts = {g.code for g in model.groups if g.kind is GroupKind.TEXT} - own.keys()
    return {code: "" if code in texts else answer for code, answer in design.items()}


def is_silent(model, design, own):
    """Tell whether nobody's letters are made up in the design."""
    return without_letters(model, design, own) == design


@many
@given(seeds)
def test_possible_is_what_some_whole_design_has(seed):
    rng = Random(seed)
    case = Case(rng)

    found = rules.possible(case.model, case.choices)

    for group in case.model.groups:
        expected = {code for code in offers(group) if case.can_have(group, code)}
        assert found.get(group.code, frozenset()) == expected, (group.code, case.choices)
    assert rules.is_possible(case.model, case.choices) == bool(case.truth.keeping(case.own))


@many
@given(seeds)
def test_neither_the_order_of_clicks_nor_other_questions_change_an_answer(seed):
    rng = Random(seed)
    case = Case(rng)
    group, code = case.somewhere()

    def everything(choices):
        whole = rules.is_possible(case.model, choices) and rules.complete(case.model, choices)
        return (
            rules.possible(case.model, choices),
            whole,
            rules.why(case.model, choices, group.code, code),
            rules.repair(case.model, choices, group.code, code),
        )

    rules.forget()
    first = everything(case.choices)
    rules.forget()
    for other in rng.sample(case.model.groups, len(case.model.groups)):
        rules.possible(case.model, {other.code: rng.choice(answers_to(other))})
        rules.is_possible(case.model, case.others(other))
    turned = dict(rng.sample(sorted(case.choices.items()), len(case.choices)))

    again = everything(turned)

    assert again[:2] == first[:2]
    assert (again[2] is None) == (first[2] is None)
    assert (again[3] and again[3].changes) == (first[3] and first[3].changes)
    assert (again[3] and again[3].choices) == (first[3] and first[3].choices)


@many
@given(seeds)
def test_clicks_on_what_is_offered_never_end_in_a_dead_end(seed):
    rng = Random(seed)
    case = Case(rng)
    if not case.truth.designs:
        return
    chosen = dict(case.body)
    for group in rng.sample(case.model.groups, len(case.model.groups)):
        offered = rules.possible(case.model, chosen).get(group.code)
        if not offered:
            continue
        click = rng.choice(sorted(offered))
        ways = [
            answer
            for answer in answers_to(group)
            if has(case.model, {group.code: answer}, group.code, click)
            and rules.is_possible(case.model, {**chosen, group.code: answer})
        ]
        assert ways, (group.code, click, chosen)
        chosen[group.code] = rng.choice(ways)

    own = {code: answer for code, answer in chosen.items() if code not in case.body}
    whole = rules.complete(case.model, chosen)

    assert keeps(whole, own)
    assert whole in [without_letters(case.model, d, own) for d in case.truth.designs]


@many
@given(seeds)
def test_the_completion_is_the_first_in_the_houses_taste(seed):
    rng = Random(seed)
    case = Case(rng)
    fitting = case.truth.keeping(case.own)

    if not fitting:
        with pytest.raises(ValueError):
            rules.complete(case.model, case.choices)
        return

    best = min(fitting, key=lambda design: taste(case.model, design))
    assert rules.complete(case.model, case.choices) == without_letters(case.model, best, case.own)


@many
@given(seeds)
def test_a_reason_is_sufficient_and_minimal(seed):
    rng = Random(seed)
    case = Case(rng)
    group, code = case.somewhere()

    found = rules.why(case.model, case.choices, group.code, code)

    assert (found is None) == case.can_have(group, code)
    if found is None:
        return

    def can(own, designs, body):
        wanted = case.wanted(group, code)
        named = {name: wanted[name] for name in own}
        here = truth(case.model, body) if body != case.body else case.truth
        return any(
            keeps(d, named) and has(case.model, d, group.code, code) for d in here.under(designs)
        )

    own = {name for name in found.groups if name not in case.body}
    body = {name: case.body[name] for name in found.groups if name in case.body}
    used = {rule.code for rule in found.rules}
    every = {rule.code for rule in case.model.rules}
    assert own <= case.own.keys()
    assert len(used) == len(found.rules)
    assert not can(own, used, body)
    for name in own:
        assert can(own - {name}, every, body), ("a choice too many", name, found)
    for name in body:
        assert can(own, every, {k: v for k, v in body.items() if k != name}), (name, found)
    for rule in used:
        assert can(own, used - {rule}, body), ("a rule too many", rule, found)


@many
@given(seeds)
def test_a_repair_gives_up_the_least_firm(seed):
    rng = Random(seed)
    case = Case(rng)
    group, code = case.somewhere()
    having = case.truth.having({}, group.code, code)

    found = rules.repair(case.model, case.choices, group.code, code)

    assert (found is None) == (not having)
    if found is None:
        return
    asked_for = case.wanted(group, code)
    firmness = {each.code: each.firmness for each in case.model.groups}

    def costs(names):
        return sum(firmness[name] for name in names)

    ways = [
        names
        for size in range(len(asked_for) + 1)
        for names in combinations(sorted(asked_for), size)
        if any(keeps(d, {k: v for k, v in asked_for.items() if k not in names}) for d in having)
    ]
    least = min(map(costs, ways))
    own = {name: answer for name, answer in found.choices.items() if name not in case.body}
    given_up = {name for name in asked_for if own.get(name) != asked_for[name]}
    whole = rules.complete(case.model, {**case.body, **found.choices})
    assert not any(name.startswith(BODY) for name in given_up)
    assert costs(given_up) == least, (found, ways)
    assert has(case.model, own, group.code, code)
    assert {name: own.get(name) for name in asked_for if name not in given_up} == {
        name: answer for name, answer in asked_for.items() if name not in given_up
    }
    assert {c.group: (c.before, c.after) for c in found.changes if c.group != group.code} == {
        name: (case.own[name], whole.get(name, "")) for name in given_up if name != group.code
    }


@many
@given(seeds)
def test_the_cheapest_is_the_least_of_all(seed):
    rng = Random(seed)
    case = Case(rng)
    table = {(c, mm // 100): rng.choice((None, 900, 2_000)) for c in "xyz" for mm in range(2_000)}
    has_cloth = any(group.kind is GroupKind.CLOTH for group in case.model.groups)
    priced = (
        (lambda cloth, mm: table[cloth, mm // 100]) if has_cloth and rng.randint(0, 1) else None
    )
    price_of = {id(d): _price(case, d, priced) for d in case.truth.keeping(case.own)}
    prices = [price for price in price_of.values() if price is not None]

    found = rules.cheapest(case.model, case.choices, cloth_price=priced)

    assert (found is None) == (not prices)
    if found:
        assert found.minor == min(prices)
        assert any(
            price == found.minor and without_letters(case.model, d, case.own) == found.choices
            for d in case.truth.keeping(case.own)
            if (price := price_of[id(d)]) is not None
        )


@many
@given(seeds)
def test_a_surprise_is_valid_and_keeps_the_own_choices(seed):
    rng = Random(seed)
    case = Case(rng)
    fitting = case.truth.keeping(case.own)
    draw = rng.randint(0, 10**6)

    if not fitting:
        with pytest.raises(ValueError):
            rules.surprise(case.model, case.choices, draw=Random(draw))
        return

    found = rules.surprise(case.model, case.choices, draw=Random(draw))

    assert found in [without_letters(case.model, design, case.own) for design in fitting]
    assert found == rules.surprise(case.model, case.choices, draw=Random(draw))


@pytest.mark.parametrize("seed", range(4))
def test_every_design_surprises_equally_often(seed):
    rng = Random(seed)
    case = Case(rng, SMALL)
    while not 2 <= len(_silent(case)) <= 12:
        case = Case(rng, SMALL)
    designs = _silent(case)
    draw = Random(seed)

    drawn = Counter(
        tuple(sorted(rules.surprise(case.model, case.choices, draw=draw).items()))
        for _ in range(3_000)
    )

    assert drawn.keys() == {tuple(sorted(design.items())) for design in designs}
    even = 3_000 / len(designs)
    assert sum((n - even) ** 2 / even for n in drawn.values()) < _chi_square(len(designs) - 1)


@many
@given(seeds)
def test_two_designs_differ_where_their_answers_do(seed):
    rng = Random(seed)
    case = Case(rng)
    if not case.truth.designs:
        return
    one, other = rng.choice(case.truth.designs), rng.choice(case.truth.designs)

    found = rules.differ(case.model, one, case.model, other)

    assert [(row.group, row.before, row.after) for row in found] == [
        (group.code, one.get(group.code, ""), other.get(group.code, ""))
        for group in case.model.groups
        if one.get(group.code, "") != other.get(group.code, "")
    ]


@many
@given(seeds)
def test_what_is_kept_is_kept_in_order(seed):
    rng = Random(seed)
    case = Case(rng)

    kept, dropped = rules.reconcile(case.model, case.choices)

    expected = {}
    for code, answer in case.own.items():
        if case.truth.keeping({**expected, code: answer}):
            expected[code] = answer
    assert {k: v for k, v in kept.items() if k not in case.body} == expected
    assert {d.group: d.value for d in dropped} == {
        code: answer for code, answer in case.own.items() if code not in expected
    }
    assert all(each.why is not None for each in dropped)


@many
@given(seeds)
def test_a_new_value_with_attributes_needs_no_new_rule(seed):
    """A cloth that comes is met by the rules that ask for its weight and tone, as they stand."""
    rng = Random(seed)
    case = Case(rng, Taste(groups=4))
    rules.possible(case.model, case.choices)
    comes = Value(
        code="new",
        name="New",
        rank=rng.randint(0, 2),
        attributes={"weight": rng.randint(0, 3), "tone": rng.choice(("warm", "cold"))},
    )
    groups = tuple(_with(group, comes) for group in case.model.groups)

    found = rules.possible(replaced := replace(case.model, groups=groups), case.choices)

    now = truth(replaced, case.body)
    every = tuple(groups)
    assert every
    for group in every:
        if group.kind in ONE_OF:
            others = case.others(group)
            assert found[group.code] == {
                d[group.code] for d in now.keeping(others) if group.code in d
            }


def _with(group, value):
    return replace(group, values=(*group.values, value)) if group.kind in ONE_OF else group


def _silent(case):
    """Return the valid designs in which nobody has put letters."""
    return [
        design for design in case.truth.keeping(case.own) if is_silent(case.model, design, case.own)
    ]


def _price(case, design, cloth_price):
    chosen = [v for code in design for v in answers(case.model, design, code)]
    parts = [case.model.base_price_minor, *(value.price_minor for value in chosen)]
    parts += [
        extra.price_minor
        for extra in case.model.extras
        if all_hold(extra.when, case.model, design, None)
    ]
    cloths = [g.code for g in case.model.groups if g.kind is GroupKind.CLOTH and g.code in design]
    if cloth_price and cloths:
        parts.append(cloth_price(design[cloths[0]], sum(value.cloth_mm for value in chosen)))
    return None if None in parts else sum(parts)


def _chi_square(freedom, z=4.7534):
    """Return the value that one fair draw in a million exceeds (Wilson and Hilferty, 1931)."""
    return freedom * (1 - 2 / (9 * freedom) + z * (2 / (9 * freedom)) ** 0.5) ** 3
