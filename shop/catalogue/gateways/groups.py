"""Reading the questions of a garment, in the order a tailor asks."""

from collections.abc import Mapping
from typing import Final

from shop.catalogue.gateways.conditions import Question, Questions, read_conditions
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.question_kinds import as_its_kind
from shop.catalogue.gateways.values import read_values
from shop.catalogue.rules import BODY, NONE, Group, GroupKind, Section
from shop.catalogue.rules.prices import EXTRAS

KEYS: Final = "kind help when values max_length allowed least most step unit usual at_most firmness"
OFFERING: Final = frozenset({GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.SEVERAL})
OWN: Final[Mapping[str, frozenset[GroupKind]]] = {  # which key belongs to which kinds
    "max_length": frozenset({GroupKind.TEXT}),
    "allowed": frozenset({GroupKind.TEXT}),
    "least": frozenset({GroupKind.NUMBER}),
    "most": frozenset({GroupKind.NUMBER}),
    "step": frozenset({GroupKind.NUMBER}),
    "unit": frozenset({GroupKind.NUMBER}),
    "usual": frozenset({GroupKind.NUMBER, GroupKind.SEVERAL}),
    "at_most": frozenset({GroupKind.SEVERAL}),
}


def read_groups(entry: Entry, cloth: Question | None) -> tuple[tuple[Group, ...], Questions]:
    """Return the groups and what may be asked of them; a group may ask only for earlier ones.

    `cloth` says what may be asked of a cloth; without it the file lists its cloths itself.
    """
    groups: list[Group] = []
    questions: dict[str, Question] = {}
    for key, value in entry.pairs():
        group = _group(key, value, questions, lists_cloths=cloth is None)
        groups.append(group)
        is_cloth = group.kind is GroupKind.CLOTH and cloth is not None
        questions[group.code] = cloth if is_cloth and cloth else _question(value, group)
    return tuple(groups), questions


def _group(key: Entry, entry: Entry, earlier: Questions, *, lists_cloths: bool) -> Group:
    record = entry.record("name section", KEYS)
    kind = GroupKind.CHOICE
    if "kind" in record:
        kind = GroupKind(record["kind"].one_of(tuple(GroupKind), "kind of question"))
    group = Group(
        code=_code(key),
        name=record["name"].text(),
        section=Section(record["section"].one_of(tuple(Section), "section")),
        kind=kind,
        values=read_values(record["values"], kind) if "values" in record else (),
        asked_when=read_conditions(record["when"], earlier) if "when" in record else (),
        help=record["help"].text() if "help" in record else "",
        firmness=record["firmness"].whole(1, 9) if "firmness" in record else 1,
    )
    _check_keys(entry, record, group, lists_cloths=lists_cloths)
    return as_its_kind(entry, record, group)


def _code(key: Entry) -> str:
    code = key.code()
    if code == BODY:
        key.wrong("`body` stands for the wearer's measurements; give this question another code.")
    if code == EXTRAS:
        key.wrong("`extras` stands for what combinations cost; give this question another code.")
    return code


def _check_keys(entry: Entry, record: Record, group: Group, *, lists_cloths: bool) -> None:
    offering = OFFERING | {GroupKind.CLOTH} if lists_cloths else OFFERING
    if group.kind in offering and not group.values:
        entry.wrong(f"`{group.code}` offers nothing; give it `values`.")
    if group.kind not in offering and "values" in record:
        entry.wrong(f"A question of kind `{group.kind}` has no `values` of its own.")
    for key, kinds in OWN.items():
        if key in record and group.kind not in kinds:
            fitting = " or ".join(f"`{kind}`" for kind in sorted(kinds))
            record[key].wrong(f"`{key}` belongs to a question of kind {fitting}.")


def _question(entry: Entry, group: Group) -> Question:
    words: dict[str, set[str]] = {}
    numbers = {"number"} if group.kind is GroupKind.NUMBER else set()
    numbers |= {"length"} if group.kind is GroupKind.TEXT else set()
    for value in group.values:
        for name, attribute in value.attributes.items():
            if isinstance(attribute, str):
                words.setdefault(name, set()).add(attribute)
            else:
                numbers.add(name)
    for name in sorted(numbers.intersection(words)):
        entry.wrong(f"`{name}` is a number of some values and a word of others; make it one kind.")
    return Question(values=_codes(group), words=words, numbers=numbers, kind=group.kind)


def _codes(group: Group) -> tuple[str, ...]:
    if group.kind is GroupKind.NUMBER:
        return tuple(str(number) for number in group.numbers)
    codes = tuple(value.code for value in group.values)
    return (*codes, NONE) if group.kind is GroupKind.SEVERAL else codes
