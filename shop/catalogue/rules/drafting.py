"""What a draft changes of the published model, and how it follows a newer one. Pure."""

from dataclasses import dataclass, fields, replace
from typing import Any, Final

from shop.catalogue.rules.garments import GarmentModel, Rule
from shop.catalogue.rules.prices import keep_prices, prices_of

_OWN: Final = {"rules", "version", "digest"}  # not carried over as a whole


@dataclass(frozen=True, kw_only=True)
class RuleChanges:
    """Which rules differ, each as it is now; of those removed, as it was."""

    added: tuple[Rule, ...]
    changed: tuple[tuple[Rule, Rule], ...]  # before, after
    removed: tuple[Rule, ...]

    @property
    def count(self) -> int:
        return len(self.added) + len(self.changed) + len(self.removed)


def rule_changes(before: GarmentModel, after: GarmentModel) -> RuleChanges:
    """Return what the newer model does to the rules, known by their codes, in its order."""
    old, new = _by_code(before), _by_code(after)
    return RuleChanges(
        added=tuple(rule for code, rule in new.items() if code not in old),
        changed=tuple(
            (old[code], rule) for code, rule in new.items() if code in old and old[code] != rule
        ),
        removed=tuple(rule for code, rule in old.items() if code not in new),
    )


def differs_beyond_rules(before: GarmentModel, after: GarmentModel) -> bool:
    """Tell whether questions, values, prices or the making differ, too."""
    same: dict[str, Any] = {"rules": (), "version": 0, "digest": ""}
    return replace(before, **same) != replace(after, **same)


def rebased(draft: GarmentModel, *, base: GarmentModel, newest: GarmentModel) -> GarmentModel:
    """Return the newest model with what the draft changed since the base it started from.

    A rule that the draft left alone is as it is in the newest model; so are prices and all other
    parts. Where both changed the same thing, the draft wins.
    """
    changes = rule_changes(base, draft)
    gone = {rule.code for rule in changes.removed}
    mine = {after.code: after for _before, after in changes.changed}
    mine |= {rule.code: rule for rule in changes.added}
    theirs = [mine.pop(rule.code, rule) for rule in newest.rules if rule.code not in gone]
    parts: dict[str, Any] = {
        field.name: getattr(draft, field.name)
        for field in fields(GarmentModel)
        if field.name not in _OWN and getattr(draft, field.name) != getattr(base, field.name)
    }
    merged = replace(newest, **parts, rules=(*theirs, *mine.values()), version=0, digest="")
    return keep_prices(merged, loaded=prices_of(base), now=prices_of(newest))


def _by_code(model: GarmentModel) -> dict[str, Rule]:
    return {rule.code: rule for rule in model.rules}
