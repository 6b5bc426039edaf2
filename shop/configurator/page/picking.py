"""What a click makes of a state."""

import random
import secrets
from collections.abc import Mapping
from dataclasses import replace

from shop.catalogue.rules import GarmentModel, GroupKind, is_of_body
from shop.configurator import rules
from shop.configurator.queries import Sources, resolved_from
from shop.configurator.rules import Resolved
from shop.designs.rules import Configuration

TYPED = "text-"  # before the code of a question whose answer is typed
DRAWS = 200


def typed_in(asked: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed into the form, by question."""
    return {k.removeprefix(TYPED): v for k, v in asked.items() if k.startswith(TYPED)}


def picked(
    asked: Configuration, before: Resolved, pick: str, typed: Mapping[str, str]
) -> Configuration:
    """Return the state after a tile was taken: `collar:cutaway`, `inside:pen`, `inside:-pen`.

    Where the value is in the way of other choices, those are changed that the tile has told. What
    was asked for and could not be kept stays in the state, so that the next page tells of it.
    """
    after = _taken(before, pick, typed)
    told = before.situation.configuration.choices
    untold = {k: v for k, v in asked.choices.items() if k not in told}
    choices = {**after.choices, **{k: v for k, v in untold.items() if k not in after.choices}}
    return replace(after.with_choices(choices), version=asked.version)


def _taken(before: Resolved, pick: str, typed: Mapping[str, str]) -> Configuration:
    now = before.situation
    state, model = now.configuration, now.model
    own = {k: v for k, v in {**state.choices, **_cleaned(model, typed)}.items() if v}
    code, colon, value = pick.partition(":")
    group = model.group(code)
    if not colon or group is None or code not in now.whole:
        return state.changed(own)
    asked = now.asking(group) | own
    wanted = rules.wanted_choices(model, asked, code, value)
    if rules.is_possible(model, wanted):
        return state.changed({k: v for k, v in wanted.items() if not is_of_body(k)})
    way = rules.repair(model, asked, code, value)
    return state.changed(way.choices if way else {**own, code: value})


def surprised(state: Configuration, sources: Sources) -> Configuration:
    """Return the state with a random design of the rules, of a cloth there is enough of.

    Raises NotFound for a garment that is not offered, Refused when no cloth is left for it.
    """
    now = resolved_from(state, sources).situation
    model, body = now.model, rules.measures_in(now.asked)
    draw = random.Random(secrets.randbits(64))  # noqa: S311 - a design, not a secret
    for _ in range(DRAWS):
        found = rules.surprise(model, body, draw=draw)
        if rules.text_faults(model, found):  # nobody's letters are made up
            continue
        drawn = now.configuration.changed({k: v for k, v in found.items() if v})
        if not resolved_from(drawn, sources).notes:
            return drawn
    return state


def _cleaned(model: GarmentModel, typed: Mapping[str, str]) -> dict[str, str]:
    """Return typed answers without the blanks around them, and numbers without their unit."""
    found = {}
    for code, text in typed.items():
        group = model.group(code)
        if group is not None and group.kind is GroupKind.NUMBER:
            text = text.strip().removesuffix(group.unit)  # noqa: PLW2901 - the same answer, bare
        found[code] = text.strip()
    return found
