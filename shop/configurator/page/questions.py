"""The questions of one step with their tiles, every value with its standing."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import (
    BETWEEN,
    Cloth,
    Group,
    GroupKind,
    Value,
)
from shop.configurator import rules
from shop.configurator.rules import WITHOUT, Situation
from shop.kernel.cache import Cache
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.kernel.texts import translations
from shop.preview import queries as preview
from shop.stock.rules import ClothOnShelf
from shop.stock.rules.finding import Page, Wish, found, page_of

FEW: Final = 12  # so many numbers are offered one by one; more are typed
KEPT: Final = 500  # situations in a process, each with its tiles


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One value to choose: how it looks, what it changes, and what stands in its way."""

    pick: str  # what the tile sends
    id: str
    name: str
    difference: Money  # what the whole garment costs more
    mm: int = 0  # of a length, which is said in the reader's unit
    picture: str = ""
    colour: str = ""
    detail: str = ""
    is_chosen: bool = False
    is_possible: bool = True
    reason: str = ""
    repair: str = ""  # what the smallest change would be, in words


@dataclass(frozen=True, kw_only=True)
class Question:
    group: Group
    answer: str
    tiles: tuple[Tile, ...] = ()
    pages: Page[ClothOnShelf] | None = None  # of cloths, when not all are shown
    is_own: bool = False  # she answered; otherwise it is what the house would take
    fault: str = ""
    key: Hashable = field(default=None, compare=False)  # equal keys, equal tiles

    @property
    def is_typed(self) -> bool:
        """Tell whether the answer is written rather than picked."""
        return not self.tiles and self.group.kind in {GroupKind.TEXT, GroupKind.NUMBER}

    @property
    def is_artwork(self) -> bool:
        return self.group.code == ARTWORK


_QUESTIONS: Final[Cache[Hashable, tuple[Question, ...]]] = Cache(limit=KEPT)


def questions(now: Situation, faults: Mapping[str, str]) -> tuple[Question, ...]:
    """Return what is asked in the state's step; the same situation is worked out once."""
    key = _key(now, faults)
    found = _QUESTIONS.find(key)
    return _QUESTIONS.keep(key, _questions(now, faults, key)) if found is None else found


def _key(now: Situation, faults: Mapping[str, str]) -> Hashable:
    """Return all that the questions depend on."""
    state = now.configuration
    said = (tuple(each.items()) for each in (now.asked, state.choices, state.filters, faults))
    return (now.model, now.shelf, now.currency, state.step, *said, translations())


def _questions(now: Situation, faults: Mapping[str, str], key: Hashable) -> tuple[Question, ...]:
    step = now.configuration.step.value
    asked = [g for g in now.model.groups if g.section == step and g.code in now.whole]
    if not asked:
        return ()
    possible, price = rules.possible(now.model, now.asked), now.price(now.whole)
    found = (
        _question(now, group, possible.get(group.code, frozenset()), price, faults)
        for group in asked
    )
    return tuple(replace(each, key=(each.group.code, key)) for each in found)


def _question(
    now: Situation, group: Group, free: frozenset[str], price: Money, faults: Mapping[str, str]
) -> Question:
    pages = _cloth_page(now) if group.kind is GroupKind.CLOTH else None
    return Question(
        group=group,
        answer=now.whole[group.code],
        tiles=tuple(_standing(now, group, tile, free, price) for tile in _tiles(now, group, pages)),
        pages=pages,
        is_own=group.code in now.configuration.choices,
        fault=faults.get(group.code, ""),
    )


def _cloth_page(now: Situation) -> Page[ClothOnShelf]:
    wish = Wish.read(now.configuration.filters)
    return page_of(found(now.shelf, wish), wish.page)


def _tiles(now: Situation, group: Group, pages: Page[ClothOnShelf] | None) -> Iterator[Tile]:
    chosen = now.whole[group.code].split(BETWEEN)
    if pages is not None:
        for each in pages.items:
            tile = _tile(group, each.cloth.as_value(0), chosen, now)
            swatch = preview.swatch_of(each.cloth).at(360)
            yield replace(tile, picture=swatch, detail=_numbers(each.cloth))
    elif group.kind is GroupKind.NUMBER and len(group.numbers) <= FEW:
        for number in group.numbers:
            name = f"{number} {group.unit}".strip()
            tile = _tile(group, Value(code=str(number), name=name), chosen, now)
            yield replace(tile, mm=number if group.unit == "mm" else 0)
    else:
        for value in group.values:
            yield _tile(group, value, chosen, now)


def _tile(group: Group, value: Value, chosen: list[str], now: Situation) -> Tile:
    is_chosen = value.code in chosen
    takes_out = is_chosen and group.kind is GroupKind.SEVERAL
    return Tile(
        pick=f"{group.code}:{WITHOUT if takes_out else ''}{value.code}",
        id=f"{group.code}-{value.code}",
        name=value.name,
        difference=Money(0, now.currency),
        picture=preview.tile_url(now.model.garment, group.code, value.code),
        colour=value.colour,
        is_chosen=is_chosen,
    )


def _standing(now: Situation, group: Group, tile: Tile, free: frozenset[str], price: Money) -> Tile:
    """Return the tile with what it changes, or with the reason why it cannot be had."""
    value = tile.pick.partition(":")[2]
    if tile.is_chosen and group.kind is not GroupKind.SEVERAL:
        return tile
    if group.kind is GroupKind.CLOTH and group.value(value) is None:
        sold_out = _("Sold out. More is on its way, or choose another cloth.")
        return replace(tile, is_possible=False, reason=sold_out)
    wanted = rules.wanted_choices(now.model, now.asking(group), group.code, value)
    if group.kind is GroupKind.SEVERAL:
        is_free = rules.is_possible(now.model, wanted)
    else:
        is_free = value in free
    return (
        _free(now, group, tile, wanted, price)
        if is_free
        else _muted(now, group, tile, value, price)
    )


def _free(
    now: Situation, group: Group, tile: Tile, wanted: Mapping[str, str], price: Money
) -> Tile:
    """Add what the whole garment would cost more, and what of the house's own would change."""
    whole = rules.complete(now.model, wanted)
    follows = rules.follow_words(now.model, now.whole, whole, group.code)
    return replace(
        tile,
        difference=now.price(whole) - price,
        detail=" · ".join(filter(None, [tile.detail, follows])),
    )


def _muted(now: Situation, group: Group, tile: Tile, value: str, price: Money) -> Tile:
    """Add the reason why it cannot be had, and the smallest change that would allow it.

    What only does away with a question is no obstacle: the answer to it goes with it.
    """
    asked = now.asking(group)
    found = rules.why(now.model, asked, group.code, value)
    way = rules.repair(now.model, asked, group.code, value)
    if way is not None:
        whole = rules.complete(now.model, rules.measures_in(asked) | way.choices)
        tile = replace(tile, difference=now.price(whole) - price)
        if found is not None and not found.rules and group.code not in found.groups:
            return tile
    return replace(
        tile,
        is_possible=False,
        reason=rules.sentences(found) or _too_many(group),
        repair=rules.changed_words(now.model, way, value),
    )


def _too_many(group: Group) -> str:
    if group.kind is GroupKind.SEVERAL and group.at_most:
        return _("There is room for %(n)s at once.", n=group.at_most)
    return _("This does not go with what you have chosen.")


def _numbers(cloth: Cloth) -> str:
    return _("%(weight)s g/m² · %(mill)s", weight=cloth.weight_gsm, mill=cloth.mill)
