"""The questions of one step with their tiles, and the notes on choices that did not go together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import Cloth, ClothOnShelf, GarmentModel, Group, GroupKind, Value
from shop.configurator import rules
from shop.configurator.queries.state import State
from shop.configurator.rules import Dropped, Why
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.pricing import rules as pricing


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One value to choose: how it looks, what it changes, and what stands in its way."""

    code: str
    name: str
    difference: Money
    picture: str
    url: str
    is_chosen: bool = False
    is_possible: bool = True
    reason: str = ""
    repair: str = ""  # what the smallest change would be, in words
    repair_url: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    group: Group
    answer: str
    tiles: tuple[Tile, ...] = ()
    is_own: bool = False  # she answered; otherwise it is what the house would take

    @property
    def is_text(self) -> bool:
        return self.group.kind is GroupKind.TEXT

    @property
    def is_artwork(self) -> bool:
        return self.group.code == ARTWORK


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something in the link that does not go together any more, and what was done about it."""

    text: str
    repair: str = ""
    repair_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """What lies on the cutting table: the model, her state, the whole design, the cloths."""

    model: GarmentModel
    state: State
    whole: Mapping[str, str]
    shelf: tuple[ClothOnShelf, ...]
    currency: str


def questions(table: Table) -> tuple[Question, ...]:
    """Return what is asked in the state's step, every value with its standing."""
    step = table.state.step.value
    asked = [g for g in table.model.groups if g.section == step and g.code in table.whole]
    possible = rules.possible(table.model, table.state.choices) if asked else {}
    return tuple(
        Question(
            group=group,
            answer=table.whole[group.code],
            tiles=_tiles(table, group, possible.get(group.code, frozenset())),
            is_own=group.code in table.state.choices,
        )
        for group in asked
    )


def notes_on(table: Table, dropped: tuple[Dropped, ...]) -> tuple[Note, ...]:
    """Tell about each choice of the URL that had to go, with the way to have it after all."""
    return tuple(_note(table, each) for each in dropped)


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


def _tiles(table: Table, group: Group, free: frozenset[str]) -> tuple[Tile, ...]:
    if group.kind is GroupKind.CLOTH:
        tiles = _cloth_tiles(table, group)
    else:
        tiles = [_tile(table, group, value) for value in group.values]
    return tuple(t if t.code in free else _muted(table, group, t) for t in tiles)


def _tile(table: Table, group: Group, value: Value) -> Tile:
    chosen = group.value(table.whole[group.code])
    difference = value.price_minor - (chosen.price_minor if chosen else 0)
    return Tile(
        code=value.code,
        name=value.name,
        difference=Money(difference, table.currency),
        picture=preview.tile_url(table.model.garment, group.code, value.code),
        url=table.state.choosing(group.code, value.code).url(),
        is_chosen=value.code == table.whole[group.code],
    )


def _cloth_tiles(table: Table, group: Group) -> list[Tile]:
    prices = {each.cloth.code: _cloth_price(table, each.cloth) for each in table.shelf}
    here = table.whole[group.code]
    return [
        Tile(
            code=cloth.code,
            name=cloth.name,
            difference=prices[cloth.code] - prices[here],
            picture=preview.swatch_of(cloth).at(360),
            url=table.state.choosing(group.code, cloth.code).url(),
            is_chosen=cloth.code == here,
            detail=_numbers(cloth),
        )
        for cloth in (each.cloth for each in table.shelf)
    ]


def _cloth_price(table: Table, cloth: Cloth) -> Money:
    needed = pricing.cloth_needed_mm(table.model, cloth, table.whole)
    return pricing.cloth_price(cloth, needed, table.currency)


def _numbers(cloth: Cloth) -> str:
    return _("%(weight)s g/m² · %(mill)s", weight=cloth.weight_gsm, mill=cloth.mill)


def _muted(table: Table, group: Group, tile: Tile) -> Tile:
    """Add the reason why it cannot be had, and the smallest change that would allow it."""
    if group.value(tile.code) is None:
        sold_out = _("Sold out. More is on its way, or choose another cloth.")
        return replace(tile, is_possible=False, url="", reason=sold_out)
    found = rules.why(table.model, table.state.choices, group.code, tile.code)
    repair, repair_url = _repair(table, group.code, tile.code)
    return replace(
        tile,
        is_possible=False,
        url=repair_url,
        reason=_sentences(found) or _("This does not go with what you have chosen."),
        repair=repair,
        repair_url=repair_url,
    )


def _sentences(found: Why | None) -> str:
    return " ".join(dict.fromkeys(rule.message for rule in found.rules)) if found else ""


def _repair(table: Table, group: str, value: str) -> tuple[str, str]:
    """Return the words and the address of the smallest change that allows the value, if any."""
    found = rules.repair(table.model, table.state.choices, group, value)
    if found is None:
        return "", ""
    changes = [_change(table.model, change.group, change.after) for change in found.changes]
    words = _("Choose it, with %(changes)s", changes=", ".join(changes))
    return words if changes else _("Choose it"), table.state.with_choices(found.choices).url()


def _change(model: GarmentModel, code: str, after: str) -> str:
    group = model.group(code)
    value = group.value(after) if group else None
    name = group.name.lower() if group else code
    if value is None:
        return _("no %(group)s", group=name)
    if group and group.kind is GroupKind.CLOTH:
        return value.name[:1].lower() + value.name[1:]
    return value.phrase or f"{name}: {value.name.lower()}"


def _note(table: Table, dropped: Dropped) -> Note:
    group = table.model.group(dropped.group)
    name = group.name if group else dropped.group
    if dropped.why is None:
        return Note(text=_missing(dropped, name, table.shelf))
    value = group.value(dropped.value) if group else None
    said = (value.phrase or value.name) if value else dropped.value
    opening = _("«%(value)s» was set aside.", value=said)
    repair, repair_url = _repair(table, dropped.group, dropped.value)
    text = f"{opening} {_sentences(dropped.why)}"
    return Note(text=text, repair=repair, repair_url=repair_url)


def _missing(dropped: Dropped, group: str, shelf: tuple[ClothOnShelf, ...]) -> str:
    known = next((each.cloth for each in shelf if each.cloth.code == dropped.value), None)
    if known:
        return _(
            "%(cloth)s has just sold out. The rest of your design is as it was.", cloth=known.name
        )
    return _(
        "%(group)s: «%(value)s» is not on offer here. The rest of your design is as it was.",
        value=dropped.value,
        group=group,
    )
