"""Reading conditions: `{collar: button-down}`, `{cloth.weight: "> 180"}`, `{turn-up: "> 40"}`."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from shop.catalogue.gateways.entries import Entry
from shop.catalogue.gateways.faults import hint
from shop.catalogue.rules import BODY, Attribute, Condition, GroupKind
from shop.catalogue.rules.vocabulary import COLOURS, FAMILIES, FIBRES, PATTERNS, SEASONS
from shop.measurements.rules import KEYS

COMPARED: Final = re.compile(r"(<=|>=|!=|<|>|=)?\s*(.+)")
NUMBER: Final = re.compile(r"-?\d{1,9}")
WORDS_OF_CLOTH: Final[Mapping[str, Collection[str]]] = {
    "pattern": PATTERNS, "colour": COLOURS, "family": FAMILIES, "season": SEASONS,
    "fibre": FIBRES,
}  # fmt: skip
NUMBERS_OF_CLOTH: Final = frozenset({"weight", "width", "stretch"})


@dataclass(frozen=True, kw_only=True)
class Question:
    """What conditions may ask of one group."""

    values: Collection[str]
    words: Mapping[str, Collection[str]]  # attributes that are words, with the words known
    numbers: Collection[str]  # attributes that are numbers
    kind: GroupKind | None = GroupKind.CHOICE  # None of the body


Questions = Mapping[str, Question]


def about_cloths(cloths: Collection[str], weaves: Collection[str]) -> Question:
    """Return what may be asked of the cloth."""
    return Question(
        values=cloths,
        words={**WORDS_OF_CLOTH, "weave": weaves},
        numbers=NUMBERS_OF_CLOTH,
        kind=GroupKind.CLOTH,
    )


def about_body() -> Question:
    """Return what rules may ask of the wearer: her measurements, in mm."""
    return Question(values=(), words={}, numbers=KEYS, kind=None)


def read_conditions(entry: Entry, questions: Questions) -> tuple[Condition, ...]:
    """Return the conditions that must all hold; a list has room for two about the same thing."""
    parts = [entry] if entry.is_mapping else entry.entries()
    found = [_condition(*pair, questions) for part in parts for pair in part.pairs()]
    return tuple(condition for condition in found if condition is not None)


def read_condition(entry: Entry, questions: Questions) -> Condition | None:
    """Return the one condition that may stand here."""
    before = len(entry.faults)
    found = read_conditions(entry, questions)
    if len(found) > 1:
        entry.wrong("One condition only may stand here; make a second rule of the other.")
    if not found and len(entry.faults) == before:
        entry.wrong("A condition is missing here, such as `{collar: band}`.")
    return found[0] if found else None


def _condition(key: Entry, value: Entry, questions: Questions) -> Condition | None:
    group, _dot, attribute = key.text().partition(".")
    question = questions.get(group)
    if question is None:
        key.wrong(_no_question(group, questions))
        return None
    if not attribute and question.kind is GroupKind.NUMBER and value.is_scalar:
        return _compared(key, value, question, "number")
    if attribute:
        return _compared(key, value, question, attribute)
    if not question.values:
        key.wrong(_needs_attribute(group, question))
        return None
    found = [each.one_of(question.values, f"value of `{group}`") for each in value.entries()]
    return Condition(group=group, values=frozenset(found)) if found else None


def _no_question(group: str, questions: Questions) -> str:
    if group == BODY:
        return "The body is asked in rules only: what is asked and made follows from the choices."
    return f"`{group}` is no question of this garment. {hint(group, questions)}"


def _needs_attribute(group: str, question: Question) -> str:
    if question.kind is GroupKind.TEXT:
        return f'`{group}` is free text; ask for its length: `{group}.length: "> 3"`.'
    if question.kind is None:
        return 'Name the measurement: `body.chest: "> 1200"`, in mm.'
    return f"`{group}` has no values to ask for."


def _compared(key: Entry, value: Entry, question: Question, attribute: str) -> Condition | None:
    group = key.text().partition(".")[0]
    known = {*question.words, *question.numbers}
    if attribute not in known:
        key.wrong(_unknown(group, attribute, known, question))
        return None
    match = COMPARED.fullmatch(value.text())
    if match is None:
        return None
    comparison, against = match[1] or "=", match[2].strip()
    meant = _against(value, comparison, against, words=question.words.get(attribute))
    return Condition(group=group, attribute=attribute, comparison=comparison, against=meant)


def _unknown(group: str, attribute: str, known: Collection[str], question: Question) -> str:
    if question.kind is None:
        return f"`{attribute}` is no body measurement. {hint(attribute, known)}"
    if not known:
        return f"Nothing is known of `{group}` but its values; they have no attributes."
    return f"`{attribute}` is nothing known of `{group}`. {hint(attribute, known)}"


def _against(
    value: Entry, comparison: str, against: str, *, words: Collection[str] | None
) -> Attribute:
    if words is None:
        if not NUMBER.fullmatch(against):
            value.wrong(f'`{against}` is no whole number; write for example "> 180".')
            return 0
        return int(against)
    if comparison not in {"=", "!="}:
        value.wrong(f"`{comparison}` compares numbers; with words write `=` or `!=`.")
    if against not in words:
        value.wrong(f"`{against}` is not known here. {hint(against, words)}")
    return against
