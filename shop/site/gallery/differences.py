"""What differs between two designs, and between a design and what we offer now, in words. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shop.catalogue.rules import Choices, GarmentModel, GroupKind
from shop.configurator import rules
from shop.configurator.rules import Difference, Dropped
from shop.designs.rules import answer
from shop.kernel.texts import gettext as _


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A whole design with the model that knows its words, cloths included."""

    model: GarmentModel
    choices: Choices
    cloths: Mapping[str, str] = field(default_factory=dict)  # names of cloths the model lacks

    def asks(self, code: str) -> bool:
        return code in self.choices and self.model.group(code) is not None

    def said(self, code: str) -> str:
        """Return the answer to a question as people read it; empty for none."""
        group = self.model.group(code)
        if group is None or code not in self.choices:
            return ""
        if group.kind is GroupKind.CLOTH and self.choices[code] in self.cloths:
            return self.cloths[self.choices[code]]
        found = answer(group, self.choices)
        return found.name if found else self.choices[code]


def changed(before: Whole, after: Whole) -> str:
    """Say in one line what is different: `Collar: cutaway instead of spread. Pocket: none …`."""
    return " ".join(_difference(before, after, each) for each in _differences(before, after))


def lost(before: Whole, now: Whole, dropped: Iterable[Dropped], sold_out: str) -> tuple[str, ...]:
    """Say what no longer goes as it was saved, why, and what it would become, one by one.

    `sold_out` is the cloth that is on offer and not there, if the design is made of it.
    """
    reasons = {each.group: each for each in dropped}
    return tuple(
        _loss(before, now, each.group, reasons.get(each.group), sold_out)
        for each in _differences(before, now)
    )


def _differences(before: Whole, after: Whole) -> tuple[Difference, ...]:
    return rules.differ(before.model, before.choices, after.model, after.choices)


def _difference(before: Whole, after: Whole, each: Difference) -> str:
    name = _name(before, after, each.group)
    one, other = before.said(each.group), after.said(each.group)
    if one and other:
        return _("%(group)s: %(after)s instead of %(before)s.", group=name, before=one, after=other)
    if other:
        return _("%(group)s: %(after)s, which was not there before.", group=name, after=other)
    return _("%(group)s: without %(before)s.", group=name, before=one)


def _loss(before: Whole, now: Whole, code: str, why: Dropped | None, sold_out: str) -> str:
    name, one = _name(before, now, code), before.said(code)
    if not one:
        return _(
            "%(group)s is asked now. We would take: %(after)s.",
            group=name,
            after=now.said(code) or _("nothing"),
        )
    opening = f"{name}: {_standing(before, now, code, why, sold_out)}"
    become = now.said(code)
    if become:
        return f"{opening} {_('It would become «%(after)s».', after=become)}"
    return f"{opening} {_('It would be left out.')}"


def _standing(before: Whole, now: Whole, code: str, why: Dropped | None, sold_out: str) -> str:
    said = before.said(code)
    if sold_out and before.choices[code] == sold_out:
        return _("«%(value)s» has sold out.", value=said)
    if now.model.group(code) is None:
        return _("this is not asked any more; it was «%(value)s».", value=said)
    if why is None:
        return _("«%(value)s» changes along with the rest.", value=said)
    if why.why is None:
        return _("«%(value)s» is not on offer any more.", value=said)
    reasons = " ".join(dict.fromkeys(rule.message for rule in why.why.rules))
    return f"{_('«%(value)s» does not go any more.', value=said)} {reasons}".strip()


def _name(before: Whole, after: Whole, code: str) -> str:
    group = after.model.group(code) or before.model.group(code)
    return group.name if group else code
