"""Reasons and repairs in the words of the shop."""

from shop.catalogue.rules import BETWEEN, Choices, GarmentModel, GroupKind
from shop.configurator.rules import Change, Repair, Why, differ
from shop.kernel.texts import gettext as _


def sentences(found: Why | None) -> str:
    """Return why something cannot be had, as the rules say it to the customer."""
    return " ".join(dict.fromkeys(rule.message for rule in found.rules)) if found else ""


def changed_words(model: GarmentModel, way: Repair | None) -> str:
    """Say what a repair does, for the button that does it; nothing where there is no way."""
    if way is None:
        return ""
    changes = [_change(model, change) for change in way.changes]
    if not changes:
        return _("Choose it")
    return _("Choose it, with %(changes)s", changes=", ".join(changes))


def follow_words(model: GarmentModel, before: Choices, after: Choices, group: str) -> str:
    """Say what of the house's own answers a choice would change, so that nobody is surprised."""
    changes = [
        Change(group=each.group, before=each.before, after=each.after)
        for each in differ(model, before, model, after)
        if each.group != group and each.before and each.after
    ]
    if not changes:
        return ""
    return _("with %(changes)s", changes=", ".join(_change(model, each) for each in changes))


def _change(model: GarmentModel, change: Change) -> str:
    group = model.group(change.group)
    name = group.name.lower() if group else change.group
    if group and group.kind is GroupKind.SEVERAL:
        given_up = set(change.before.split(BETWEEN)) - set(change.after.split(BETWEEN))
        names = [value.name.lower() for value in group.values if value.code in given_up]
        return _("without %(names)s", names=", ".join(names) or name)
    if group and group.kind is GroupKind.NUMBER and change.after:
        return f"{name} {change.after} {group.unit}".strip()
    value = group.value(change.after) if group else None
    if value is None:
        return _("no %(group)s", group=name)
    if group and group.kind is GroupKind.CLOTH:
        return value.name[:1].lower() + value.name[1:]
    return value.phrase or f"{name}: {value.name.lower()}"
