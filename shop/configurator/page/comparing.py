"""Two designs of a garment side by side."""

from dataclasses import dataclass, replace

from shop.configurator import rules
from shop.configurator.queries import Configured
from shop.designs import rules as designs
from shop.designs.rules import Configuration


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One question and its two answers in words; empty where it is not asked."""

    name: str
    there: str
    here: str
    is_different: bool


def beside(state: Configuration) -> Configuration:
    """Return the design kept for comparing, for the same wearer; without one, the house's own."""
    return replace(state.other, wearer=state.wearer, beside="")


def compared(there: Configured, here: Configured) -> tuple[Compared, ...]:
    """Return every question that either design answers, in the order of the garment."""
    found = rules.differ(there.model, there.whole, here.model, here.whole)
    different = {each.group for each in found}
    return tuple(
        Compared(
            name=group.name,
            there=_words(there, group.code),
            here=_words(here, group.code),
            is_different=group.code in different,
        )
        for group in here.model.groups
        if group.code in there.whole or group.code in here.whole
    )


def _words(design: Configured, code: str) -> str:
    group = design.model.group(code)
    found = designs.answer(group, design.whole) if group else None
    return found.name if found else ""
