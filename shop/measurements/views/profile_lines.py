"""Values as the pages about a profile tell them: with unit, source, interval and day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shop.infra import words
from shop.kernel import lengths, weights
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.kernel.weights import WeightUnit
from shop.measurements import rules
from shop.measurements.queries import ProfileView
from shop.measurements.rules import KEYS, Measured, Source, facts
from shop.measurements.rules.histories import Difference, Value
from shop.measurements.rules.names import Group, group_of
from shop.measurements.views.blueprint import blueprint

WEIGHTS = (facts.WEIGHT, facts.WEIGHT_SAID)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One value on a page: its name, the value, how we know it, since when."""

    key: str
    name: str
    value: str
    source: Source
    remarks: tuple[str, ...]
    at: datetime


def groups_of(profile: ProfileView) -> dict[Group, list[Line]]:
    """Return the lengths of the body as lines, by group, each group in the order of the trade."""
    lines: dict[Group, list[Line]] = {group: [] for group in Group}
    for key, value in profile.body.items():
        lines[group_of(key)].append(_line(profile, key, value))
    return {group: found for group, found in lines.items() if found}


def facts_of(profile: ProfileView) -> list[tuple[str, str, datetime]]:
    """Return name, value and day of everything we know that is no measurement."""
    return [
        (name(key), amount(each, key), profile.taken[key]) for key, each in profile.facts.items()
    ]


@blueprint.app_template_filter("measure_name")
def name(key: str) -> str:
    """Return what a measure or a fact is called on pages."""
    if key in KEYS:
        return str(rules.measure(key).name)
    return {
        "weight": _("Weight"),
        "age": _("Age"),
        "height_said": _("Height, as told"),
        "weight_said": _("Weight, as told"),
        "label_collar": _("Collar on the label"),
        "label_chest": _("Chest on the label"),
        "label_waist": _("Trouser waist on the label"),
        "label_inseam": _("Trouser inseam on the label"),
        "label_sleeve": _("Sleeve on the label"),
    }[key]


def amount(n: int, key: str) -> str:
    """Write a length, a weight or an age in the reader's unit."""
    if key in WEIGHTS:
        return weight(n)
    if key == facts.AGE:
        return _("%(n)s years", n=n)
    return words.length(n)


def weight(grams: int) -> str:
    is_imperial = words.current_unit() is Unit.INCH
    return weights.show(grams, WeightUnit.POUND if is_imperial else WeightUnit.KG)


@blueprint.app_template_filter("told_value")
def value(told: Value | None, key: str) -> str:
    """Write what was known of a key; a dash for nothing."""
    return amount(told.amount, key) if told else "\N{EN DASH}"


@blueprint.app_template_filter("told_difference")
def difference(each: Difference) -> str:
    """Write by how much a value grew; nothing where it was not known or did not."""
    if not each.by:
        return ""
    sign = "+" if each.by > 0 else words.MINUS
    return f"{sign} {amount(abs(each.by), each.key)}"


def _line(profile: ProfileView, key: str, value: Measured) -> Line:
    return Line(
        key=key,
        name=name(key),
        value=words.length(value.mm),
        source=value.source,
        remarks=tuple(_remarks(value)),
        at=profile.taken[key],
    )


def _remarks(value: Measured) -> Iterable[str]:
    if value.low and value.high:
        unit = words.current_unit()
        yield f"{lengths.show(value.low, unit)}\N{EN DASH}{words.length(value.high, unit)}"
    if value.insisted:
        yield _("you said it is right")


@blueprint.app_template_global("walk_to")
def walk_to(public_id: str, keys: str) -> str:
    """Return where these measures are taken with the tape; no keys ask for the usual ones."""
    own = f"/profiles/{public_id}/walk"
    return f"{own}?keys={keys}" if keys else own
