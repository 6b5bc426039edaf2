"""Reading conditions: `{collar: button-down}`, `{cloth.weight: "> 180"}`."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from shop.catalogue.gateways.entries import Entry
from shop.catalogue.gateways.faults import hint
from shop.catalogue.rules import Attribute, Condition
from shop.catalogue.rules.vocabulary import COLOURS, FAMILIES, PATTERNS, SEASONS

COMPARED: Final = re.compile(r"(<=|>=|!=|<|>|=)?\s*(.+)")
NUMBER: Final = re.compile(r"-?\d{1,9}")
WORDS_OF_CLOTH: Final[Mapping[str, Collection[str]]] = {
    "pattern": PATTERNS, "colour": COLOURS, "family": FAMILIES, "season": SEASONS,
}  # fmt: skip
NUMBERS_OF_CLOTH: Final = frozenset({"weight", "width", "stretch"})


@dataclass(frozen=True, kw_only=True)
class Question:
    """What conditions may ask of one group."""

    values: Collection[str]
    words: Mapping[str, Collection[str]]  # attributes that are words, with the words known
    numbers: Collection[str]  # attributes that are numbers
    is_text: bool = False


Questions = Mapping[str, Question]


def about_cloths(cloths: Collection[str], weaves: Collection[str]) -> Question:
    """Return what may be asked of the cloth."""
    return Question(
        values=cloths, words={**WORDS_OF_CLOTH, "weave": weaves}, numbers=NUMBERS_OF_CLOTH
    )


def read_conditions(entry: Entry, questions: Questions) -> tuple[Condition, ...]:
    """Return the conditions that must all hold."""
    found = (_condition(key, value, questions) for key, value in entry.pairs())
    return tuple(condition for condition in found if condition is not None)


def read_condition(entry: Entry, questions: Questions) -> Condition | None:
    """Return the one condition that may stand here."""
    found = read_conditions(entry, questions)
    if len(list(entry.pairs())) > 1:
        entry.wrong("One condition only may stand here; make a second rule of the other.")
    return found[0] if found else None


def _condition(key: Entry, value: Entry, questions: Questions) -> Condition | None:
    group, _dot, attribute = key.text().partition(".")
    question = questions.get(group)
    if question is None:
        key.wrong(f"`{group}` is no question of this garment. {hint(group, questions)}")
        return None
    if question.is_text:
        key.wrong(f"`{group}` is free text; a condition cannot ask for it.")
        return None
    if attribute:
        return _compared(key, value, question)
    values = frozenset(
        each.one_of(question.values, f"value of `{group}`") for each in value.entries()
    )
    return Condition(group=group, values=values) if values else None


def _compared(key: Entry, value: Entry, question: Question) -> Condition | None:
    group, _dot, attribute = key.text().partition(".")
    known = {*question.words, *question.numbers}
    if attribute not in known:
        key.wrong(f"`{attribute}` is nothing known of `{group}`. {hint(attribute, known)}")
        return None
    match = COMPARED.fullmatch(value.text())
    if match is None:
        return None
    comparison, against = match[1] or "=", match[2].strip()
    meant = _against(value, comparison, against, words=question.words.get(attribute))
    return Condition(group=group, attribute=attribute, comparison=comparison, against=meant)


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
