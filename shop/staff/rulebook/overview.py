"""The page of a garment's rules: each in words, what is wrong, what the draft would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.queries import Draft
from shop.catalogue.rules import (
    BETWEEN,
    BODY,
    Choices,
    GarmentModel,
    GroupKind,
    Rule,
    is_of_body,
    with_cloths,
)
from shop.catalogue.rules.drafting import RuleChanges, differs_beyond_rules, rule_changes
from shop.catalogue.rules.wording import sentence, value_name
from shop.configurator import rules
from shop.configurator.rules import Finding
from shop.designs.models import Design
from shop.designs.rules import Configuration
from shop.kernel.texts import gettext as _

LOOKED_AT: Final = 1000  # of the saved designs, the newest


@dataclass(frozen=True, kw_only=True)
class Line:
    """A rule: `added`, `changed` (its words `before`), `removed`, or as it is published."""

    rule: Rule
    says: str
    state: str = ""
    before: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Example:
    """A design that the draft decides otherwise, in the words of what its rules are about."""

    says: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What publishing would do: examples, and how many of the saved designs looked at it meets.

    `is_about_bodies`: it changes rules about the wearer, which no example shows.
    """

    forbidden: tuple[Example, ...]
    allowed: tuple[Example, ...]
    designs: int
    looked_at: int
    is_about_bodies: bool


def with_shelf(session: Session, model: GarmentModel) -> GarmentModel:
    """Return the model with the cloths offered for it today."""
    return with_cloths(model, catalogue.cloths(session, garment=model.garment))


def changes(draft: Draft) -> RuleChanges:
    return rule_changes(draft.published, draft.model)


def is_otherwise_changed(draft: Draft) -> bool:
    return differs_beyond_rules(draft.published, draft.model)


def lines(
    draft: Draft, model: GarmentModel, findings: Iterable[Finding], *, about: str = ""
) -> list[Line]:
    """Return the rules of the draft, then those it removes; with `about` those of one question.

    `model` is the draft's with its cloths.
    """
    found, changed = list(findings), changes(draft)
    before = {new.code: old for old, new in changed.changed}
    added = {rule.code for rule in changed.added}
    kept = [
        Line(
            rule=rule,
            says=sentence(model, rule),
            state="added" if rule.code in added else "changed" if rule.code in before else "",
            before=sentence(model, before[rule.code]) if rule.code in before else "",
            findings=tuple(each for each in found if rule.code in each.rules),
        )
        for rule in draft.model.rules
    ]
    gone = [
        Line(rule=rule, says=sentence(model, rule), state="removed") for rule in changed.removed
    ]
    return [each for each in (*kept, *gone) if not about or about in groups_in(each.rule)]


def groups_in(rule: Rule) -> frozenset[str]:
    """Return the questions a rule is about, `body` among them."""
    conditions = [*rule.when, *([rule.then] if rule.then else [])]
    return frozenset({each.group for each in conditions} | {each.group for each in rule.of})


def groups_with_rules(model: GarmentModel) -> list[tuple[str, str, int]]:
    """Return code, name and number of rules of every question that has some."""
    named = [(group.code, group.name) for group in model.groups] + [(BODY, _("The wearer"))]
    counted = [
        (code, name, sum(code in groups_in(rule) for rule in model.rules)) for code, name in named
    ]
    return [each for each in counted if each[2]]


def effect(session: Session, draft: Draft, model: GarmentModel) -> Effect:
    """Return what publishing the draft would change; `model` is the draft's with its cloths."""
    before = with_shelf(session, draft.published)
    forbidden, allowed = rules.examples(before, model)
    saved = session.scalars(
        select(Design.choices)
        .where(Design.garment == model.garment)
        .order_by(Design.id.desc())
        .limit(LOOKED_AT)
    ).all()
    groups = _changed_groups(changes(draft))
    return Effect(
        forbidden=tuple(_example(model, each, groups, is_draft=False) for each in forbidden),
        allowed=tuple(_example(model, each, groups, is_draft=True) for each in allowed),
        designs=sum(_is_hit(before, model, each) for each in saved),
        looked_at=len(saved),
        is_about_bodies=BODY in groups,
    )


def _is_hit(before: GarmentModel, after: GarmentModel, choices: Choices) -> bool:
    return not rules.is_possible(after, choices) and rules.is_possible(before, choices)


def _changed_groups(changed: RuleChanges) -> frozenset[str]:
    both = [rule for pair in changed.changed for rule in pair]
    found = (groups_in(rule) for rule in (*changed.added, *both, *changed.removed))
    return frozenset().union(*found)


def _example(
    model: GarmentModel, choices: Mapping[str, str], groups: frozenset[str], *, is_draft: bool
) -> Example:
    own = {code: answer for code, answer in choices.items() if not is_of_body(code)}
    state = Configuration(garment=model.garment, choices=own, draft="1" if is_draft else "")
    words = [
        f"{group.name}: {_answer(model, group.code, own[group.code])}"
        for group in model.groups
        if group.code in groups and group.code in own
    ]
    return Example(says=" · ".join(words) or _("A design"), url=state.url())


def _answer(model: GarmentModel, code: str, answer: str) -> str:
    group = model.group(code)
    if group is None or not (group.values or group.kind is GroupKind.SEVERAL):
        return answer
    chosen = answer.split(BETWEEN) if group.kind is GroupKind.SEVERAL else [answer]
    return ", ".join(value_name(group, each) for each in chosen)
