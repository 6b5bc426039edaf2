"""Which questions are asked, what the house would take, which rules are broken. No solver here."""

from collections.abc import Iterable
from dataclasses import replace

from shop.catalogue.rules.cloths import Cloth
from shop.catalogue.rules.garments import (
    Choices,
    Condition,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
    Value,
)


def with_cloths(model: GarmentModel, cloths: Iterable[Cloth]) -> GarmentModel:
    """Return the model with these cloths as the values of its cloth group, in this order.

    The digest stays: it is the digest of what was published, and cloths come and go.
    """
    values = tuple(cloth.as_value(rank) for rank, cloth in enumerate(cloths))
    groups = tuple(
        replace(group, values=values) if group.kind is GroupKind.CLOTH else group
        for group in model.groups
    )
    return replace(model, groups=groups)


def all_hold(
    conditions: Iterable[Condition], model: GarmentModel, choices: Choices, cloth: Cloth | None
) -> bool:
    """Tell whether every condition holds for these choices. What is not chosen meets none."""
    return all(_holds(condition, model, choices, cloth) for condition in conditions)


def asked(model: GarmentModel, choices: Choices, cloth: Cloth | None = None) -> tuple[Group, ...]:
    """Return the groups that are asked, in their order.

    An answer that is left over from a question no longer asked counts for nothing.
    """
    live: dict[str, str] = {}
    groups = []
    for group in model.groups:
        if all_hold(group.asked_when, model, live, cloth):
            groups.append(group)
            if group.code in choices:
                live[group.code] = choices[group.code]
    return tuple(groups)


def answered(model: GarmentModel, choices: Choices, cloth: Cloth | None = None) -> dict[str, str]:
    """Return the choices without those whose question is not asked."""
    return {
        group.code: choices[group.code]
        for group in asked(model, choices, cloth)
        if group.code in choices
    }


def house_choices(model: GarmentModel) -> dict[str, str]:
    """Return what the house would take for every question but the cloth and the texts."""
    taken: dict[str, str] = {}
    for group in model.groups:
        if group.kind is GroupKind.CHOICE and all_hold(group.asked_when, model, taken, None):
            taken[group.code] = min(group.values, key=lambda value: value.rank).code
    return taken


def broken_rules(
    model: GarmentModel, choices: Choices, cloth: Cloth | None = None
) -> tuple[Rule, ...]:
    """Return the rules that these choices break, in their order. An open question breaks none."""
    live = answered(model, choices, cloth)
    return tuple(rule for rule in model.rules if _breaks(rule, model, live, cloth))


def _breaks(rule: Rule, model: GarmentModel, live: Choices, cloth: Cloth | None) -> bool:
    if not all_hold(rule.when, model, live, cloth):
        return False
    if _chosen(rule.then.group, model, live, cloth) is None:
        return False
    return _holds(rule.then, model, live, cloth) is rule.forbids


def _holds(
    condition: Condition, model: GarmentModel, choices: Choices, cloth: Cloth | None
) -> bool:
    value = _chosen(condition.group, model, choices, cloth)
    return value is not None and condition.holds(value)


def _chosen(code: str, model: GarmentModel, choices: Choices, cloth: Cloth | None) -> Value | None:
    group = model.group(code)
    if group is None:
        return None
    if group.kind is GroupKind.CLOTH and cloth is not None:
        return cloth.as_value(0)
    return group.value(choices.get(code, ""))
