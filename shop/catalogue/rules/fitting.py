"""Which questions are asked, what the house would take, which rules are broken. No solver here."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from shop.catalogue.rules.cloths import Cloth
from shop.catalogue.rules.conditions import Condition, Value
from shop.catalogue.rules.garments import (
    BETWEEN,
    BODY,
    NONE,
    Choices,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
)

_OPEN: Final = frozenset({GroupKind.CLOTH, GroupKind.TEXT})


def with_cloths(model: GarmentModel, cloths: Iterable[Cloth]) -> GarmentModel:
    """Return the model with these cloths as the values of its cloth group, in this order.

    The digest stays: it is the digest of what was published, and cloths come and go. The same
    cloths give the very same model, by which an engine that was built for it is found again.
    """
    return _with_cloths(model, tuple(cloths))


@lru_cache(maxsize=64)
def _with_cloths(model: GarmentModel, cloths: tuple[Cloth, ...]) -> GarmentModel:
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
        if group.kind not in _OPEN and all_hold(group.asked_when, model, taken, None):
            taken[group.code] = usual(group)
    return taken


def usual(group: Group) -> str:
    """Return what the house would answer, the cloth and texts apart."""
    if group.kind is GroupKind.SEVERAL:
        return group.usual or NONE
    if group.kind is GroupKind.NUMBER:
        return group.usual or str(group.least)
    return min(group.values, key=lambda value: value.rank).code


def broken_rules(
    model: GarmentModel, choices: Choices, cloth: Cloth | None = None
) -> tuple[Rule, ...]:
    """Return the rules that these choices break, in their order. An open question breaks none."""
    live = answered(model, choices, cloth) | {k: v for k, v in choices.items() if is_of_body(k)}
    return tuple(rule for rule in model.rules if _breaks(rule, model, live, cloth))


def answers(
    model: GarmentModel, choices: Choices, code: str, cloth: Cloth | None = None
) -> tuple[Value, ...]:
    """Return the values that answer a question: none, one, or several.

    A number, a text and a body become values with the attributes that conditions may ask for.
    """
    if code == BODY:
        return (_body(choices),)
    group, answer = model.group(code), choices.get(code)
    if group is None:
        return ()
    if group.kind is GroupKind.CLOTH and cloth is not None:
        return (cloth.as_value(0),)
    if answer is None:
        return ()
    if group.kind is GroupKind.SEVERAL:
        return _several(group, answer)
    return _one(group, answer)


def is_of_body(code: str) -> bool:
    """Tell whether this is no question but a measurement, such as `body.chest`, in mm."""
    return code.startswith(f"{BODY}.")


def _one(group: Group, answer: str) -> tuple[Value, ...]:
    if group.kind is GroupKind.TEXT:
        return (Value(code=answer, name=answer, attributes={"length": len(answer)}),)
    if group.kind is GroupKind.NUMBER:
        if not answer.isdecimal():
            return ()
        return (Value(code=answer, name=answer, attributes={"number": int(answer)}),)
    value = group.value(answer)
    return (value,) if value else ()


def _several(group: Group, answer: str) -> tuple[Value, ...]:
    if answer == NONE:
        return (Value(code=NONE, name=NONE),)
    values = (group.value(code) for code in answer.split(BETWEEN))
    return tuple(value for value in values if value)


def _body(choices: Choices) -> Value:
    known = {k.partition(".")[2]: int(v) for k, v in choices.items() if is_of_body(k)}
    return Value(code=BODY, name=BODY, attributes=known)


def _breaks(rule: Rule, model: GarmentModel, live: Choices, cloth: Cloth | None) -> bool:
    if rule.only_with:
        return _stands_alone(rule, model, live, cloth)
    if not all_hold(rule.when, model, live, cloth):
        return False
    if rule.then is None:
        return _adds_up_wrong(rule, model, live, cloth)
    if not _is_open_to(rule.then, model, live, cloth):
        return False
    return _holds(rule.then, model, live, cloth) is rule.forbids


def _stands_alone(rule: Rule, model: GarmentModel, live: Choices, cloth: Cloth | None) -> bool:
    """Tell whether the value is there without what it may only be had with."""
    if rule.then is None or not _holds(rule.then, model, live, cloth):
        return False
    asked_for = (c for c in rule.when if c.group != BODY or _is_open_to(c, model, live, cloth))
    return not all_hold(asked_for, model, live, cloth)


def _adds_up_wrong(rule: Rule, model: GarmentModel, live: Choices, cloth: Cloth | None) -> bool:
    chosen = [(answers(model, live, term.group, cloth), term.attribute) for term in rule.of]
    if not all(values for values, _attribute in chosen):
        return False
    found = [values[0].attributes.get(attribute) for values, attribute in chosen]
    if rule.must_match:
        return None not in found and len(set(found)) > 1
    return rule.at_most is not None and sum(int(n or 0) for n in found) > rule.at_most


def _is_open_to(
    condition: Condition, model: GarmentModel, live: Choices, cloth: Cloth | None
) -> bool:
    """Tell whether the condition can be judged: its question is answered, its measure known."""
    values = answers(model, live, condition.group, cloth)
    if condition.group == BODY:
        return condition.attribute in values[0].attributes
    return bool(values)


def _holds(
    condition: Condition, model: GarmentModel, choices: Choices, cloth: Cloth | None
) -> bool:
    return any(condition.holds(v) for v in answers(model, choices, condition.group, cloth))
