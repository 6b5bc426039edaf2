"""Reading what only one kind of question has: a text's limits, a number's range, a bound."""

from dataclasses import replace
from typing import Final

from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.rules import BETWEEN, NONE, Group, GroupKind

UNITS: Final = ("mm",)
LARGEST: Final = 10_000  # a number that may be answered


def as_its_kind(entry: Entry, record: Record, group: Group) -> Group:
    """Return the group with what its kind has besides; note what is wrong with it."""
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
        entry.wrong(
            f"{usual} is none of the numbers, which go in steps of {group.step}."
            f" Did you mean {below}?"
        )
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
