"""Reasons and repairs in the words of the shop."""

from collections.abc import Iterable

from shop.catalogue.rules import BETWEEN, Choices, GarmentModel, Group, GroupKind
from shop.configurator.rules.differ import differ
from shop.configurator.rules.reasons import Change, Repair, Why
from shop.kernel.texts import gettext as _


def sentences(found: Why | None) -> str:
    """Return why something cannot be had, as the rules say it to the customer."""
    return " ".join(dict.fromkeys(rule.message for rule in found.rules)) if found else ""


def changed_words(model: GarmentModel, way: Repair | None, value: str) -> str:
    """Say what a repair does besides the value, for the button; nothing where there is no way."""
    if way is None:
        return ""
    changes = _listed(model, way.changes, but=value)
    return _("Choose it, %(changes)s", changes=changes) if changes else _("Choose it")


def follow_words(model: GarmentModel, before: Choices, after: Choices, group: str) -> str:
    """Say what of the house's own answers a choice would change, so that nobody is surprised."""
    changes = (
        Change(group=each.group, before=each.before, after=each.after)
        for each in differ(model, before, model, after)
        if each.group != group and each.before and each.after
    )
    return _listed(model, changes)


def _listed(model: GarmentModel, changes: Iterable[Change], *, but: str = "") -> str:
    """Return the changes in words: `with spread collar, without card pocket`."""
    taken, left = [], []
    for change in changes:
        group = model.group(change.group)
        if group is not None and group.kind is GroupKind.SEVERAL:
            before, after = set(change.before.split(BETWEEN)), set(change.after.split(BETWEEN))
            taken += [v.name.lower() for v in group.values if v.code in after - before - {but}]
            left += [v.name.lower() for v in group.values if v.code in before - after]
        else:
            taken.append(_after(group, change))
    return ", ".join(
        filter(
            None,
            [
                _("with %(names)s", names=", ".join(taken)) if taken else "",
                _("without %(names)s", names=", ".join(left)) if left else "",
            ],
        )
    )


def _after(group: Group | None, change: Change) -> str:
    name = group.name.lower() if group else change.group
    if group and group.kind is GroupKind.NUMBER and change.after:
        return f"{name} {change.after} {group.unit}".strip()
    value = group.value(change.after) if group else None
    if value is None:
        return _("no %(group)s", group=name)
    if group and group.kind is GroupKind.CLOTH:
        return value.name[:1].lower() + value.name[1:]
    return value.phrase or f"{name}: {value.name.lower()}"
