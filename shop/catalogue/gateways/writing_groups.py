"""Writing the questions of a garment and their values."""

from collections.abc import Mapping

from shop.catalogue.gateways.hand import Plain, Quoted, Row, Tree, money
from shop.catalogue.gateways.writing_conditions import conditions
from shop.catalogue.gateways.writing_making import minutes_pair
from shop.catalogue.rules import BETWEEN, NONE, Attribute, GarmentModel, Group, GroupKind, Value


def group_entries(group: Group, model: GarmentModel) -> Mapping[str, Tree]:
    """Return the question as the file has it; what is as usual is left out."""
    entries: dict[str, Tree] = {"name": group.name, "section": group.section.value}
    if group.kind is not GroupKind.CHOICE:
        entries["kind"] = group.kind.value
    if group.asked_when:
        entries["when"] = conditions(group.asked_when, model)
    entries |= _of_kind(group)
    if group.firmness != 1:
        entries["firmness"] = group.firmness
    if group.help:
        entries["help"] = group.help
    if group.values and group.kind is not GroupKind.CLOTH:  # cloths stand in a file of their own
        is_ranked = [value.rank for value in group.values] != list(range(len(group.values)))
        entries["values"] = {
            value.code: _value(value, is_ranked=is_ranked) for value in group.values
        }
    return entries


def _of_kind(group: Group) -> dict[str, Tree]:
    if group.kind is GroupKind.TEXT:
        return {"max_length": group.max_length, "allowed": group.allowed}
    if group.kind is GroupKind.NUMBER:
        return _number(group)
    entries: dict[str, Tree] = {}
    if group.at_most:
        entries["at_most"] = group.at_most
    if group.usual:
        entries["usual"] = NONE if group.usual == NONE else group.usual.split(BETWEEN)
    return entries


def _number(group: Group) -> dict[str, Tree]:
    entries: dict[str, Tree] = {"least": group.least, "most": group.most}
    if group.step != 1:
        entries["step"] = group.step
    if group.unit:
        entries["unit"] = group.unit
    if group.usual:
        entries["usual"] = Plain(group.usual)
    return entries


def _value(value: Value, *, is_ranked: bool) -> Row:
    row = Row(name=value.name)
    if value.phrase != value.name:
        row["phrase"] = value.phrase
    if value.colour:
        row["colour"] = value.colour
    if value.price_minor:
        row["price"] = money(value.price_minor)
    if value.minutes:
        row |= minutes_pair(value.minutes, value.stage)
    if value.cloth_mm:
        row["cloth_mm"] = value.cloth_mm
    if is_ranked:
        row["rank"] = value.rank + 1
    if value.attributes:
        row["attributes"] = Row({name: _attribute(a) for name, a in value.attributes.items()})
    return row


def _attribute(attribute: Attribute) -> Tree:
    """Return a word that looks like a number in quotation marks, so that it stays a word."""
    if isinstance(attribute, str) and attribute.removeprefix("-").isdecimal():
        return Quoted(attribute)
    return attribute
