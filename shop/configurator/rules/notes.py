"""What is said about choices that did not go together, and about texts that cannot be made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import GarmentModel, Group, GroupKind
from shop.configurator.rules.reasons import Dropped, repair
from shop.configurator.rules.situation import Situation
from shop.configurator.rules.words import changed_words, sentences
from shop.designs import rules as designs
from shop.kernel.texts import gettext as _
from shop.stock.rules import ClothOnShelf


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something that does not go together any more, and what was done about it."""

    text: str
    repair: str = ""
    repair_url: str = ""


def notes_on(now: Situation, dropped: tuple[Dropped, ...]) -> tuple[Note, ...]:
    """Tell about each choice of the URL that had to go, with the way to have it after all.

    When the rules were changed since her last look, that is said first.
    """
    notes = tuple(_note(now, each) for each in dropped)
    seen = now.configuration.version
    if notes and seen and seen != str(now.model.version) and not now.configuration.draft:
        news = _("What we offer has changed while you were designing. Nothing else of yours has.")
        return (Note(text=news), *notes)
    return notes


def text_faults(model: GarmentModel, whole: Mapping[str, str]) -> dict[str, str]:
    """Return a sentence for each text that cannot be made as it was typed, by group."""
    texts = (g for g in model.groups if g.kind is GroupKind.TEXT and g.code in whole)
    found = ((group.code, _text_fault(group, whole[group.code])) for group in texts)
    return {code: fault for code, fault in found if fault}


def _text_fault(group: Group, text: str) -> str:
    if group.code == ARTWORK:
        return ""  # a garment without a picture is a garment too
    if not text:
        return _("%(group)s: type what to stitch, or choose none above.", group=group.name)
    if len(text) > group.max_length:
        return _("At most %(n)s characters fit here.", n=group.max_length)
    if not re.fullmatch(f"[{group.allowed}]*", text):
        return _("We can stitch only these characters: %(allowed)s", allowed=group.allowed)
    return ""


def _note(now: Situation, dropped: Dropped) -> Note:
    group = now.model.group(dropped.group)
    if dropped.why is None:
        return Note(text=_missing(dropped, group, now.shelf))
    found = designs.answer(group, {dropped.group: dropped.value}) if group else None
    said = (found.phrase or found.name) if found else dropped.value
    opening = _("«%(value)s» was set aside.", value=said)
    text = f"{opening} {sentences(dropped.why)}".strip()
    if group is None or group.kind is GroupKind.SEVERAL:
        return Note(text=text)
    way = repair(now.model, now.asked, dropped.group, dropped.value)
    url = now.configuration.changed(way.choices).url() if way else ""
    return Note(text=text, repair=changed_words(now.model, way, dropped.value), repair_url=url)


def _missing(dropped: Dropped, group: Group | None, shelf: tuple[ClothOnShelf, ...]) -> str:
    known = next((each.cloth for each in shelf if each.cloth.code == dropped.value), None)
    if known:
        return _(
            "%(cloth)s has just sold out. The rest of your design is as it was.", cloth=known.name
        )
    name = group.name if group else dropped.group
    if group and group.kind is GroupKind.NUMBER:
        return _(
            "%(group)s: from %(least)s to %(most)s %(unit)s in steps of %(step)s, please.",
            group=name,
            least=group.least,
            most=group.most,
            unit=group.unit,
            step=group.step,
        )
    return _(
        "%(group)s: «%(value)s» is not on offer here. The rest of your design is as it was.",
        value=dropped.value,
        group=name,
    )
