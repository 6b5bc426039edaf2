"""Writing conditions: `{collar: button-down}`, `{cloth.weight: "> 180"}`."""

from collections.abc import Sequence

from shop.catalogue.gateways.hand import Plain, Row, Tree
from shop.catalogue.rules import Condition, GarmentModel, Group, GroupKind


def conditions(found: Sequence[Condition], model: GarmentModel) -> Tree:
    """Return the conditions as one record, or as a list where two ask the same thing."""
    pairs = [condition_pair(each, model) for each in found]
    if len({key for key, _value in pairs}) == len(pairs):
        return Row(pairs)
    return [Row([pair]) for pair in pairs]


def condition_pair(condition: Condition, model: GarmentModel) -> tuple[str, Tree]:
    """Return what is asked, and what it must be."""
    group = model.group(condition.group)
    is_number = group is not None and group.kind is GroupKind.NUMBER
    if condition.values:
        return condition.group, _values(condition, group)
    key = f"{condition.group}.{condition.attribute}"
    against = condition.against
    if condition.comparison == "=" and isinstance(against, str) and against[:1] not in "<>=!":
        return key, against
    return condition.group if is_number else key, f"{condition.comparison} {against}"


def _values(condition: Condition, group: Group | None) -> Tree:
    """Return the values in the order of the question; numbers stay a list, lest one compares."""
    if group is not None and group.kind is GroupKind.NUMBER:
        return [Plain(each) for each in sorted(condition.values, key=int)]
    known = [value.code for value in group.values] if group else []
    order = [code for code in known if code in condition.values]
    order += sorted(condition.values.difference(order))
    return order[0] if len(order) == 1 else order
