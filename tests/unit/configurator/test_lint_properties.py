"""What staff are told before publishing, against brute force on random small models."""

from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shop.catalogue.rules import GroupKind
from shop.configurator import rules
from tests.builders.brute_force import has, truth
from tests.builders.random_models import Taste, answers_to, random_model

EXAMPLES = 150
SMALL = Taste(groups=5, rules=5, room=120)
many = settings(
    max_examples=EXAMPLES,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
seeds = st.integers(0, 10**9)
BODIES = [
    {f"body.{name}": str(mm) for name, mm in (("chest", chest), ("waist", waist)) if mm}
    for chest in (0, 900, 940, 970, 1000, 1030, 1060, 1090)
    for waist in (0, 900, 940, 970, 1000, 1030, 1060, 1090)
]


class Case:
    """A model, what lint says of it, and the truth of every body that rules tell apart."""

    def __init__(self, seed):
        self.model = random_model(Random(seed), SMALL)
        self.truths = [truth(self.model, body) for body in self.bodies()]
        self.every = {rule.code for rule in self.model.rules}
        self.report = rules.lint(self.model)

    def bodies(self):
        asks = any(
            condition is not None and condition.group == "body"
            for rule in self.model.rules
            for condition in (*rule.when, rule.then)
        )
        return BODIES if asks else [{}]

    def said(self, kind):
        return [finding for finding in self.report.findings if finding.kind == kind]

    def under(self, used):
        return [design for each in self.truths for design in each.under(used)]

    @property
    def designs(self):
        return self.under(self.every)


@many
@given(seeds)
def test_a_model_without_a_design_is_an_error_with_its_contradiction(seed):
    case = Case(seed)

    said = case.said("empty")

    assert bool(said) == (not case.designs)
    for finding in said:
        used = set(finding.rules)
        assert finding.is_error
        assert not case.under(used)
        assert all(case.under(used - {rule}) for rule in used)


@many
@given(seeds)
def test_dead_values_are_told_with_the_rules_that_forbid_them(seed):
    case = Case(seed)
    if not case.designs:
        return
    open_groups = [g for g in case.model.groups if any(g.code in d for d in case.designs)]

    said = case.said("dead")

    expected = {
        (group.code, code)
        for group in open_groups
        for code in _values(group)
        if not any(has(case.model, design, group.code, code) for design in case.designs)
    }
    found = {(f.group, f.value) for f in said} - _unopened(case)
    numbers = {g.code for g in case.model.groups if g.kind is GroupKind.NUMBER}
    assert len(said) == len({(f.group, f.value) for f in said})
    assert {f for f in found if f[0] not in numbers} == {e for e in expected if e[0] not in numbers}
    assert found <= expected  # neighbouring numbers are told by the first of them
    assert {f[0] for f in found} == {e[0] for e in expected}
    for finding in said:
        used = set(finding.rules)
        assert not _alive(case, used, finding)
        assert all(_alive(case, used - {rule}, finding) for rule in used)


@many
@given(seeds)
def test_a_question_with_one_answer_left_is_told(seed):
    case = Case(seed)
    if not case.designs:
        return

    said = {finding.group for finding in case.said("forced")}

    assert said == {
        group.code
        for group in case.model.groups
        if group.kind is not GroupKind.TEXT
        and len(answers_to(group)) > 1
        and len({design[group.code] for design in case.designs if group.code in design}) == 1
    }


@many
@given(seeds)
def test_a_rule_that_says_nothing_new_is_told(seed):
    case = Case(seed)
    if not case.designs:
        return
    all_of = len(case.designs)

    idle = {code for finding in case.said("never-fires") for code in finding.rules}
    said = {code for finding in case.said("redundant") for code in finding.rules}

    assert said | idle == {
        code for code in case.every if len(case.under(case.every - {code})) == all_of
    }
    nothing = {
        code
        for code in case.every
        if not any(code in broken for each in case.truths for _design, broken in each.broken)
    }
    assert idle <= nothing


@many
@given(seeds)
def test_a_question_nobody_is_asked_is_told(seed):
    case = Case(seed)
    if not case.designs:
        return

    said = {finding.group for finding in case.said("never-opens")}

    assert said == {
        group.code
        for group in case.model.groups
        if not any(group.code in design for design in case.designs)
    }


@many
@given(seeds)
def test_every_finding_says_why_in_a_sentence(seed):
    case = Case(seed)

    for finding in case.report.findings:
        assert str(finding.says).endswith(".")
        assert str(finding.says)[0].isupper() or str(finding.says)[0] in "“‘«"


def _values(group):
    if group.kind is GroupKind.TEXT:
        return []
    return [v.code for v in group.values] or answers_to(group)


def _unopened(case):
    """What is dead because its question is never asked; whether that is told is no matter."""
    opened = {code for design in case.designs for code in design}
    return {(f.group, f.value) for f in case.said("dead") if f.group not in opened}


def _alive(case, used, finding):
    return any(has(case.model, design, finding.group, finding.value) for design in case.under(used))
