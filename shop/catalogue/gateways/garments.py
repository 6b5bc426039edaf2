"""Reading `garments/*.yaml`: what may be chosen, in the order a tailor asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from shop.catalogue.gateways.conditions import (
    Question,
    Questions,
    read_condition,
    read_conditions,
)
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.making import read_operations, read_points, read_trims
from shop.catalogue.rules import Attribute, GarmentModel, Group, GroupKind, Rule, Section, Value
from shop.catalogue.rules.vocabulary import FOR_WHOM

MUST: Final = (
    "position name summary for base_price cloth lead_days groups rules points operations trims"
)
GROUP_KEYS: Final = "kind help when values max_length allowed"
VALUE_KEYS: Final = "phrase price minutes cloth_mm rank attributes"


@dataclass(frozen=True, kw_only=True)
class PlacedGarment:
    """A garment's model and its place in the shop."""

    model: GarmentModel
    position: int


def read_garment(entry: Entry, code: str, cloth: Question) -> PlacedGarment:
    """Return the garment of this file. `cloth` says what its rules may ask of a cloth."""
    record = entry.record(MUST)
    size = record["cloth"].record("length_mm width_mm")
    groups, questions = _groups(record["groups"], cloth)
    fits = tuple(questions["fit"].values) if "fit" in questions else ()
    _check_questions(record["groups"], questions)
    model = GarmentModel(
        garment=code,
        name=record["name"].text(),
        summary=record["summary"].text(),
        for_whom=record["for"].one_of(FOR_WHOM, "kind of customer"),
        base_price_minor=record["base_price"].amount(),
        cloth_mm=size["length_mm"].whole(100, 20_000),
        cloth_width_mm=size["width_mm"].whole(600, 3000),
        lead_days=record["lead_days"].whole(1, 250),
        groups=groups,
        rules=_rules(record["rules"], questions),
        points=read_points(record["points"], questions, fits),
        operations=read_operations(record["operations"], questions),
        trims=read_trims(record["trims"], questions),
    )
    return PlacedGarment(model=model, position=record["position"].whole())


def _check_questions(entry: Entry, questions: Questions) -> None:
    for needed in ("cloth", "fit"):
        if needed not in questions:
            entry.wrong(f"A garment asks for its `{needed}`; that group is missing.")


def _groups(entry: Entry, cloth: Question) -> tuple[tuple[Group, ...], Questions]:
    """Return the groups and what may be asked of them; a group may ask only for earlier ones."""
    groups: list[Group] = []
    questions: dict[str, Question] = {}
    for key, value in entry.pairs():
        group = _group(key, value, questions)
        groups.append(group)
        questions[group.code] = cloth if group.kind is GroupKind.CLOTH else _question(group)
    return tuple(groups), questions


def _group(key: Entry, entry: Entry, earlier: Questions) -> Group:
    record = entry.record("name section", GROUP_KEYS)
    kind = GroupKind.CHOICE
    if "kind" in record:
        kind = GroupKind(record["kind"].one_of(tuple(GroupKind), "kind of question"))
    group = Group(
        code=key.code(),
        name=record["name"].text(),
        section=Section(record["section"].one_of(tuple(Section), "section")),
        kind=kind,
        values=_values(record["values"]) if "values" in record else (),
        asked_when=read_conditions(record["when"], earlier) if "when" in record else (),
        help=record["help"].text() if "help" in record else "",
        max_length=record["max_length"].whole(1, 200) if "max_length" in record else 0,
        allowed=record["allowed"].text() if "allowed" in record else "",
    )
    _check_kind(entry, record, group)
    return group


def _check_kind(entry: Entry, record: Record, group: Group) -> None:
    if group.kind is GroupKind.CHOICE and not group.values:
        entry.wrong(f"`{group.code}` offers nothing; give it `values`.")
    if group.kind is not GroupKind.CHOICE and "values" in record:
        entry.wrong(f"A question of kind `{group.kind}` has no `values` of its own.")
    if group.kind is GroupKind.TEXT and not (group.max_length and group.allowed):
        entry.wrong("A text needs `max_length` and `allowed`, for example `allowed: A-Z`.")


def _values(entry: Entry) -> tuple[Value, ...]:
    """Return the values with ranks 0, 1, 2 …: as written, where one is, or by their place."""
    found = []
    for place, (key, value) in enumerate(entry.pairs(), start=1):
        record = value.record("name", VALUE_KEYS)
        found.append(
            Value(
                code=key.code(),
                name=(name := record["name"].text()),
                phrase=record["phrase"].text() if "phrase" in record else name,
                price_minor=record["price"].amount(may_be_less=True) if "price" in record else 0,
                minutes=record["minutes"].whole(-600, 600) if "minutes" in record else 0,
                cloth_mm=record["cloth_mm"].whole(-9000, 9000) if "cloth_mm" in record else 0,
                rank=record["rank"].whole() if "rank" in record else place,
                attributes=_attributes(record["attributes"]) if "attributes" in record else {},
            )
        )
    order = sorted(range(len(found)), key=lambda index: (found[index].rank, index))
    return tuple(replace(value, rank=order.index(index)) for index, value in enumerate(found))


def _attributes(entry: Entry) -> Mapping[str, Attribute]:
    found: dict[str, Attribute] = {}
    for key, value in entry.pairs():
        word = value.text()
        found[key.code()] = int(word) if word.lstrip("-").isdecimal() else word
    return found


def _question(group: Group) -> Question:
    words: dict[str, set[str]] = {}
    numbers = set()
    for value in group.values:
        for name, attribute in value.attributes.items():
            if isinstance(attribute, str):
                words.setdefault(name, set()).add(attribute)
            else:
                numbers.add(name)
    return Question(
        values=tuple(value.code for value in group.values), words=words, numbers=numbers,
        is_text=group.kind is GroupKind.TEXT,
    )  # fmt: skip


def _rules(entry: Entry, questions: Questions) -> tuple[Rule, ...]:
    rules = []
    seen: set[str] = set()
    for each in entry.entries():
        record = each.record("code when say", "forbid require")
        code = record["code"].code()
        if code in seen:
            record["code"].wrong(f"There is a rule `{code}` already; give this one its own code.")
        seen.add(code)
        if ("forbid" in record) is ("require" in record):
            each.wrong("A rule has either `forbid` or `require`, not both and not neither.")
        then = record["forbid"] if "forbid" in record else record["require"]
        when, wanted = read_conditions(record["when"], questions), read_condition(then, questions)
        message = record["say"].text()
        if wanted is not None:
            rules.append(Rule(code=code, when=when, then=wanted, forbids="forbid" in record,
                              message=message))  # fmt: skip
    return tuple(rules)
