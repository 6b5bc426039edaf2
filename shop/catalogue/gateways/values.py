"""Reading what a question offers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from shop.catalogue.gateways.cloths import read_colour
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.making import read_stage
from shop.catalogue.rules import Attribute, GroupKind, Value

KEYS: Final = "phrase price minutes stage cloth_mm rank attributes colour"


def read_values(entry: Entry, kind: GroupKind) -> tuple[Value, ...]:
    """Return the values with ranks 0, 1, 2 …: as written, where one is, or by their place."""
    found = [
        _value(key, value, kind, place) for place, (key, value) in enumerate(entry.pairs(), start=1)
    ]
    order = sorted(range(len(found)), key=lambda index: (found[index].rank, index))
    return tuple(replace(value, rank=order.index(index)) for index, value in enumerate(found))


def _value(key: Entry, entry: Entry, kind: GroupKind, place: int) -> Value:
    record = entry.record("name", KEYS)
    return Value(
        code=key.code(),
        name=(name := record["name"].text()),
        phrase=record["phrase"].text() if "phrase" in record else name,
        price_minor=record["price"].amount(may_be_less=True) if "price" in record else 0,
        minutes=record["minutes"].whole(-600, 600) if "minutes" in record else 0,
        stage=read_stage(record),
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
