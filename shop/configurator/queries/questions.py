"""The questions of one step with their tiles, every value with its standing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import (
    BETWEEN,
    Cloth,
    GarmentModel,
    Group,
    GroupKind,
    Value,
)
from shop.configurator import rules
from shop.configurator.queries.words import changed_words, follow_words, sentences
from shop.configurator.rules import WITHOUT
from shop.designs import rules as designs
from shop.designs.rules import Configuration
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.pricing import rules as pricing
from shop.stock.rules import ClothOnShelf
from shop.stock.rules.finding import Page, Wish, found, page_of

FEW: Final = 12  # so many numbers are offered one by one; more are typed


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

    @property
    def is_typed(self) -> bool:
        """Tell whether the answer is written rather than picked."""
        return not self.tiles and self.group.kind in {GroupKind.TEXT, GroupKind.NUMBER}

    @property
    def is_artwork(self) -> bool:
        return self.group.code == ARTWORK


@dataclass(frozen=True, kw_only=True)
class Table:
    """What lies on the cutting table: the model, her state, the whole design, the cloths.

    `asked` are her own choices with the wearer's measurements, as the rules read them.
    """

    model: GarmentModel
    state: Configuration
    asked: Mapping[str, str]
    whole: Mapping[str, str]
    shelf: tuple[ClothOnShelf, ...]
    currency: str

    def price(self, whole: Mapping[str, str]) -> Money:
        """Return what a whole design costs."""
        return pricing.total_of(self.model, whole, self._cloths[whole[designs.CLOTH]],
                                currency=self.currency)  # fmt: skip

    def asking(self, group: Group) -> dict[str, str]:
        """Return her choices as a click on this question reads them.

        Of several values, what she sees taken is what she adds to and takes from, be it the
        house's.
        """
        if group.kind is not GroupKind.SEVERAL:
            return dict(self.asked)
        return {**self.asked, group.code: self.whole[group.code]}

    @property
    def _cloths(self) -> dict[str, Cloth]:
        return {each.cloth.code: each.cloth for each in self.shelf}


def questions(table: Table, faults: Mapping[str, str]) -> tuple[Question, ...]:
    """Return what is asked in the state's step."""
    step = table.state.step.value
    asked = [g for g in table.model.groups if g.section == step and g.code in table.whole]
    if not asked:
        return ()
    possible, price = rules.possible(table.model, table.asked), table.price(table.whole)
    return tuple(
        _question(table, group, possible.get(group.code, frozenset()), price, faults)
        for group in asked
    )


def _question(
    table: Table, group: Group, free: frozenset[str], price: Money, faults: Mapping[str, str]
) -> Question:
    pages = _cloth_page(table) if group.kind is GroupKind.CLOTH else None
    return Question(
        group=group,
        answer=table.whole[group.code],
        tiles=tuple(_standing(table, group, tile, free, price)
                    for tile in _tiles(table, group, pages)),
        pages=pages,
        is_own=group.code in table.state.choices,
        fault=faults.get(group.code, ""),
    )  # fmt: skip


def _cloth_page(table: Table) -> Page[ClothOnShelf]:
    wish = Wish.read(table.state.filters)
    return page_of(found(table.shelf, wish), wish.page)


def _tiles(table: Table, group: Group, pages: Page[ClothOnShelf] | None) -> Iterator[Tile]:
    chosen = table.whole[group.code].split(BETWEEN)
    if pages is not None:
        for each in pages.items:
            tile = _tile(group, each.cloth.as_value(0), chosen, table)
            swatch = preview.swatch_of(each.cloth).at(360)
            yield replace(tile, picture=swatch, detail=_numbers(each.cloth))
    elif group.kind is GroupKind.NUMBER and len(group.numbers) <= FEW:
        for number in group.numbers:
            name = f"{number} {group.unit}".strip()
            tile = _tile(group, Value(code=str(number), name=name), chosen, table)
            yield replace(tile, mm=number if group.unit == "mm" else 0)
    else:
        for value in group.values:
            yield _tile(group, value, chosen, table)


def _tile(group: Group, value: Value, chosen: list[str], table: Table) -> Tile:
    is_chosen = value.code in chosen
    takes_out = is_chosen and group.kind is GroupKind.SEVERAL
    return Tile(
        pick=f"{group.code}:{WITHOUT if takes_out else ''}{value.code}",
        id=f"{group.code}-{value.code}",
        name=value.name,
        difference=Money(0, table.currency),
        picture=preview.tile_url(table.model.garment, group.code, value.code),
        colour=value.colour,
        is_chosen=is_chosen,
    )


def _standing(table: Table, group: Group, tile: Tile, free: frozenset[str], price: Money) -> Tile:
    """Return the tile with what it changes, or with the reason why it cannot be had."""
    value = tile.pick.partition(":")[2]
    if tile.is_chosen and group.kind is not GroupKind.SEVERAL:
        return tile
    if group.kind is GroupKind.CLOTH and group.value(value) is None:
        sold_out = _("Sold out. More is on its way, or choose another cloth.")
        return replace(tile, is_possible=False, reason=sold_out)
    wanted = rules.wanted_choices(table.model, table.asking(group), group.code, value)
    if group.kind is GroupKind.SEVERAL:
        is_free = rules.is_possible(table.model, wanted)
    else:
        is_free = value in free
    return (
        _free(table, group, tile, wanted, price)
        if is_free
        else _muted(table, group, tile, value, price)
    )


def _free(table: Table, group: Group, tile: Tile, wanted: Mapping[str, str], price: Money) -> Tile:
    """Add what the whole garment would cost more, and what of the house's own would change."""
    whole = rules.complete(table.model, wanted)
    follows = follow_words(table.model, table.whole, whole, group.code)
    return replace(
        tile,
        difference=table.price(whole) - price,
        detail=" · ".join(filter(None, [tile.detail, follows])),
    )


def _muted(table: Table, group: Group, tile: Tile, value: str, price: Money) -> Tile:
    """Add the reason why it cannot be had, and the smallest change that would allow it.

    What only does away with a question is no obstacle: the answer to it goes with it.
    """
    asked = table.asking(group)
    found = rules.why(table.model, asked, group.code, value)
    way = rules.repair(table.model, asked, group.code, value)
    if way is not None:
        whole = rules.complete(table.model, rules.body_of(asked) | way.choices)
        tile = replace(tile, difference=table.price(whole) - price)
        if found is not None and not found.rules and group.code not in found.groups:
            return tile
    return replace(
        tile,
        is_possible=False,
        reason=sentences(found) or _too_many(group),
        repair=changed_words(table.model, way, value),
    )


def _too_many(group: Group) -> str:
    if group.kind is GroupKind.SEVERAL and group.at_most:
        return _("There is room for %(n)s at once.", n=group.at_most)
    return _("This does not go with what you have chosen.")


def _numbers(cloth: Cloth) -> str:
    return _("%(weight)s g/m² · %(mill)s", weight=cloth.weight_gsm, mill=cloth.mill)
