"""Reading rules in their five forms, and what combinations cost."""

from typing import Final

from shop.catalogue.gateways.conditions import (
    Questions,
    about_body,
    read_condition,
    read_conditions,
)
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.faults import hint
from shop.catalogue.gateways.making import read_stage
from shop.catalogue.rules import BODY, Extra, GroupKind, Rule, Term

FORMS: Final = ("forbid", "require", "only", "sum", "match")
TOGETHER: Final = {"with": "only", "at_most": "sum"}  # what belongs to which form
SINGLE: Final = frozenset({GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.CLOTH})
PAIR: Final = 2
FARTHEST: Final = 10_000_000  # of a sum


def read_rules(entry: Entry, questions: Questions) -> tuple[Rule, ...]:
    """Return the rules. They may ask of the body, too."""
    wider = {**questions, BODY: about_body()}
    seen: set[str] = set()
    found = [_rule(each, wider, seen) for each in entry.entries()]
    return tuple(rule for rule in found if rule is not None)


def _rule(entry: Entry, questions: Questions, seen: set[str]) -> Rule | None:
    record = entry.record("code say", "when with at_most " + " ".join(FORMS))
    code = _code(record["code"], "rule", seen)
    message = record["say"].text()
    forms = [form for form in FORMS if form in record]
    if len(forms) != 1:
        entry.wrong("A rule has exactly one of `forbid`, `require`, `only`, `sum` and `match`.")
        return None
    for key, form in TOGETHER.items():
        if key in record and forms != [form]:
            record[key].wrong(f"`{key}` belongs to a rule with `{form}`.")
        if forms == [form] and key not in record:
            entry.wrong(f"A rule with `{form}` needs `{key}`.")
    return _of_form(forms[0], record, questions, code, message)


def _of_form(
    form: str, record: Record, questions: Questions, code: str, message: str
) -> Rule | None:
    if form == "only":
        return _only(record, questions, code, message)
    when = read_conditions(record["when"], questions) if "when" in record else ()
    if form in {"sum", "match"}:
        return Rule(
            code=code,
            when=when,
            then=None,
            forbids=False,
            message=message,
            of=_terms(record[form], questions, match=form == "match"),
            must_match=form == "match",
            at_most=record["at_most"].whole(-FARTHEST, FARTHEST) if form == "sum" else None,
        )
    then = read_condition(record[form], questions)
    if then is None:
        return None
    return Rule(code=code, when=when, then=then, forbids=form == "forbid", message=message)


def _only(record: Record, questions: Questions, code: str, message: str) -> Rule | None:
    if "when" in record:
        record["when"].wrong("A rule with `only` says `with` instead of `when`.")
    then = read_condition(record["only"], questions)
    when = read_conditions(record["with"], questions)
    if then is None:
        return None
    return Rule(code=code, when=when, then=then, forbids=False, message=message, only_with=True)


def _terms(entry: Entry, questions: Questions, *, match: bool) -> tuple[Term, ...]:
    parts = entry.entries()
    if match and entry.node is not None and len(parts) != PAIR:
        entry.wrong("Two things match, such as `[button-thread.tone, hole-thread.tone]`.")
    found = [_term(each, questions, match=match) for each in parts]
    for part, term in zip(parts, found, strict=True):
        if term is not None and found.count(term) > 1 and part is not parts[found.index(term)]:
            part.wrong(f"`{term.group}.{term.attribute}` is here twice.")
    return tuple(term for term in found if term is not None)


def _term(entry: Entry, questions: Questions, *, match: bool) -> Term | None:
    group, _dot, attribute = entry.text().partition(".")
    single = {code: each for code, each in questions.items() if each.kind in SINGLE}
    if group not in single:
        if group in questions:
            entry.wrong(f"`{group}` cannot stand here: only what has one value with attributes.")
        elif group:
            entry.wrong(f"`{group}` is no question of this garment. {hint(group, single)}")
        return None
    question = single[group]
    known = {*question.numbers, *question.words} if match else set(question.numbers)
    if attribute not in known:
        what = "nothing known" if match else "no number known"
        help_ = hint(attribute, known) if known else "Its values have no such attributes."
        entry.wrong(f"`{attribute}` is {what} of `{group}`. {help_}")
        return None
    return Term(group=group, attribute=attribute)


def read_extras(entry: Entry, questions: Questions) -> tuple[Extra, ...]:
    """Return what combinations cost on top of their values."""
    seen: set[str] = set()
    return tuple(_extra(each, questions, seen) for each in entry.entries())


def _extra(entry: Entry, questions: Questions, seen: set[str]) -> Extra:
    record = entry.record("code name when", "price minutes stage")
    if entry.is_mapping and "price" not in record and "minutes" not in record:
        entry.wrong("An extra costs something: give it a `price`, `minutes`, or both.")
    return Extra(
        code=_code(record["code"], "extra", seen),
        name=record["name"].text(),
        when=read_conditions(record["when"], questions),
        price_minor=record["price"].amount(may_be_less=True) if "price" in record else 0,
        minutes=record["minutes"].whole(-600, 600) if "minutes" in record else 0,
        stage=read_stage(record),
    )


def _code(entry: Entry, what: str, seen: set[str]) -> str:
    code = entry.code()
    if code in seen:
        article = "an" if what == "extra" else "a"
        entry.wrong(f"There is {article} {what} `{code}` already; give this one its own code.")
    seen.add(code)
    return code
