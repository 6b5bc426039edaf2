"""Writing rules in their five forms, and what combinations cost."""

from collections.abc import Mapping

from shop.catalogue.gateways.hand import Row, Tree, money
from shop.catalogue.gateways.writing_conditions import condition_pair, conditions
from shop.catalogue.gateways.writing_making import minutes_pair
from shop.catalogue.rules import Extra, GarmentModel, Rule


def rule_entry(rule: Rule, model: GarmentModel) -> Mapping[str, Tree]:
    """Return the rule as the file has it."""
    when: dict[str, Tree] = {"when": conditions(rule.when, model)} if rule.when else {}
    return {"code": rule.code, **_form(rule, model, when), "say": rule.message}


def _form(rule: Rule, model: GarmentModel, when: dict[str, Tree]) -> dict[str, Tree]:
    if rule.then is not None:
        then = Row([condition_pair(rule.then, model)])
        if rule.only_with:
            return {"only": then, "with": conditions(rule.when, model)}
        return {**when, "forbid" if rule.forbids else "require": then}
    terms = [f"{term.group}.{term.attribute}" for term in rule.of]
    if rule.must_match:
        return {**when, "match": terms}
    return {**when, "sum": terms, "at_most": rule.at_most or 0}


def extra_entry(extra: Extra, model: GarmentModel) -> Mapping[str, Tree]:
    """Return what a combination costs as the file has it."""
    entry: dict[str, Tree] = {
        "code": extra.code,
        "name": extra.name,
        "when": conditions(extra.when, model),
    }
    if extra.price_minor or not extra.minutes:
        entry["price"] = money(extra.price_minor)
    if extra.minutes:
        entry |= minutes_pair(extra.minutes, extra.stage)
    return entry
