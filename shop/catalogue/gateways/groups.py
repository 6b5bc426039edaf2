"""Reading the questions of a garment: of every kind, in the order a tailor asks."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from shop.catalogue.gateways.cloths import read_colour
from shop.catalogue.gateways.conditions import Question, Questions, read_conditions
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.rules import (
    BETWEEN,
    BODY,
    NONE,
    Attribute,
    Group,
    GroupKind,
    Section,
    Value,
)
from shop.catalogue.rules.prices import EXTRAS

KEYS: Final = "kind help when values max_length allowed least most step unit usual at_most firmness"
VALUE_KEYS: Final = "phrase price minutes cloth_mm rank attributes colour"
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
UNITS: Final = ("mm",)
LARGEST: Final = 10_000  # a number that may be answered


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
        values=_values(record["values"], kind) if "values" in record else (),
        asked_when=read_conditions(record["when"], earlier) if "when" in record else (),
        help=record["help"].text() if "help" in record else "",
        firmness=record["firmness"].whole(1, 9) if "firmness" in record else 1,
    )
    _check_keys(entry, record, group, lists_cloths=lists_cloths)
    return _as_its_kind(entry, record, group)


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


def _as_its_kind(entry: Entry, record: Record, group: Group) -> Group:
    if group.kind is GroupKind.TEXT:
        return _text(entry, record, group)
    if group.kind is GroupKind.NUMBER:
        return _number(entry, record, group)
    return _several(record, group) if group.kind is GroupKind.SEVERAL else group


def _text(entry: Entry, record: Record, group: Group) -> Group:
    if "max_length" not in record or "allowed" not in record:
        entry.wrong("A text needs `max_length` and `allowed`, for example `allowed: A-Z`.")
        return group
    return replace(
        group, max_length=record["max_length"].whole(1, 200), allowed=record["allowed"].text()
    )


def _number(entry: Entry, record: Record, group: Group) -> Group:
    if "least" not in record or "most" not in record:
        entry.wrong("A number needs `least` and `most`, for example `least: 30` and `most: 60`.")
        return replace(group, most=LARGEST)
    least = record["least"].whole(0, LARGEST)
    most = record["most"].whole(0, LARGEST)
    if most < least:
        record["most"].wrong(f"`most` is {most}, less than `least`, which is {least}.")
        most = least
    step = record["step"].whole(1, LARGEST) if "step" in record else 1
    if (most - least) % step:
        record["step"].wrong(f"From {least} in steps of {step} you never come to {most}.")
    unit = record["unit"].one_of(UNITS, "unit") if "unit" in record else ""
    group = replace(group, least=least, most=most, step=step, unit=unit)
    if "usual" in record:
        group = replace(group, usual=_usual_number(record["usual"], group))
    return group


def _usual_number(entry: Entry, group: Group) -> str:
    usual = entry.whole(group.least, group.most)
    if group.least <= usual <= group.most and usual not in group.numbers:
        below = usual - (usual - group.least) % group.step
        entry.wrong(f"{usual} is none of the numbers, which go in steps of {group.step}."
                    f" Did you mean {below}?")  # fmt: skip
    return str(usual)


def _several(record: Record, group: Group) -> Group:
    if group.value(NONE):
        record["values"].wrong("`none` stands for taking nothing; give this value another code.")
    if "at_most" in record:
        group = replace(group, at_most=_at_most(record["at_most"], group))
    if "usual" in record:
        group = replace(group, usual=_usual_codes(record["usual"], group))
    return group


def _at_most(entry: Entry, group: Group) -> int:
    found = entry.whole(1)
    if found > len(group.values) > 0:
        entry.wrong(f"`at_most` is {found}, but there are only {len(group.values)} values.")
    return found


def _usual_codes(entry: Entry, group: Group) -> str:
    """Return the codes in the order of the values, whatever their order in the file."""
    codes = [value.code for value in group.values]
    if entry.is_scalar and entry.text() == NONE:
        return NONE
    taken = {each.one_of(codes, f"value of `{group.code}`") for each in entry.entries()}
    if group.at_most and len(taken) > group.at_most:
        entry.wrong(
            f"The usual answer takes {len(taken)} values, and `at_most` is {group.at_most}."
        )
    return BETWEEN.join(code for code in codes if code in taken) or NONE


def _values(entry: Entry, kind: GroupKind) -> tuple[Value, ...]:
    """Return the values with ranks 0, 1, 2 …: as written, where one is, or by their place."""
    found = [
        _value(key, value, kind, place) for place, (key, value) in enumerate(entry.pairs(), start=1)
    ]
    order = sorted(range(len(found)), key=lambda index: (found[index].rank, index))
    return tuple(replace(value, rank=order.index(index)) for index, value in enumerate(found))


def _value(key: Entry, entry: Entry, kind: GroupKind, place: int) -> Value:
    record = entry.record("name", VALUE_KEYS)
    return Value(
        code=key.code(),
        name=(name := record["name"].text()),
        phrase=record["phrase"].text() if "phrase" in record else name,
        price_minor=record["price"].amount(may_be_less=True) if "price" in record else 0,
        minutes=record["minutes"].whole(-600, 600) if "minutes" in record else 0,
        cloth_mm=record["cloth_mm"].whole(-9000, 9000) if "cloth_mm" in record else 0,
        rank=record["rank"].whole() if "rank" in record else place,
        attributes=_attributes(record["attributes"]) if "attributes" in record else {},
        colour=_colour(entry, record, kind),
    )


def _colour(entry: Entry, record: Record, kind: GroupKind) -> str:
    if "colour" in record:
        if kind is not GroupKind.COLOUR:
            record["colour"].wrong("`colour` belongs to the values of a question of kind `colour`.")
        return read_colour(record["colour"])
    if kind is GroupKind.COLOUR and entry.is_mapping:
        entry.wrong('A colour is missing; write `colour: "#a03a2e"`, with quotation marks.')
    return ""


def _attributes(entry: Entry) -> Mapping[str, Attribute]:
    """Return numbers and words; a number in quotation marks is a word."""
    found: dict[str, Attribute] = {}
    for key, value in entry.pairs():
        word = value.text()
        is_number = word.removeprefix("-").isdecimal() and not value.is_quoted
        found[key.code()] = int(word) if is_number else word
    return found


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
