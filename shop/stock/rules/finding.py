"""Finding one cloth among hundreds: what is found, what else could be chosen, page by page."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from shop.stock.rules.searching import having
from shop.stock.rules.shelf import ClothOnShelf
from shop.stock.rules.wishes import FILTERS, PREFIX, SORTS, Band, Filter, Sort, Wish

__all__ = ["FILTERS", "PREFIX", "SORTS", "Band", "Facet", "FacetValue", "Filter", "Page", "Sort",
           "WayOut", "Wish", "facets", "found", "page_of", "ways_out"]  # fmt: skip

Item = TypeVar("Item")

WORDS: Final = "words"  # the search, named as in the wish

_ORDER: Final[dict[Sort, Callable[[ClothOnShelf], int | str]]] = {
    Sort.CHEAPEST: lambda each: each.cloth.price_per_metre_minor,
    Sort.DEAREST: lambda each: -each.cloth.price_per_metre_minor,
    Sort.LIGHTEST: lambda each: each.cloth.weight_gsm,
    Sort.HEAVIEST: lambda each: -each.cloth.weight_gsm,
    Sort.NAME: lambda each: each.cloth.name.casefold(),
}


@dataclass(frozen=True, kw_only=True)
class FacetValue:
    """A value of a filter, and how many cloths would be left if it were chosen."""

    code: str
    name: str  # empty if only its band says what it is
    count: int
    is_chosen: bool
    band: Band | None = None


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A filter with the values that lead somewhere. `any_count`: how many without the filter."""

    code: str
    name: str
    values: tuple[FacetValue, ...]
    any_count: int
    is_switch: bool

    @property
    def key(self) -> str:
        """Its name in an address."""
        return PREFIX + self.code

    @property
    def chosen(self) -> FacetValue | None:
        return next((each for each in self.values if each.is_chosen), None)


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """What to give up when nothing is found, by its code, and how many cloths that brings."""

    code: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Item]):
    """Some of many: `number` of `pages`, counted from 1, of `total` in all."""

    items: tuple[Item, ...]
    number: int
    pages: int
    total: int


def found(shelf: Sequence[ClothOnShelf], wish: Wish) -> tuple[ClothOnShelf, ...]:
    """Return the cloths that are all that is wished, in the order that is wished.

    Cloths that are equal in that order stay as they lie on the shelf.
    """
    matching = [each for each, against in _judged(shelf, wish) if not against]
    order = _ORDER.get(wish.sort)
    return tuple(sorted(matching, key=order) if order else matching)


def facets(shelf: Sequence[ClothOnShelf], wish: Wish) -> tuple[Facet, ...]:
    """Return the filters, each value with what would remain if it were chosen instead.

    The other filters are kept. A value that would leave nothing is left out, unless it is chosen.
    """
    counts: dict[str, Counter[str]] = {each.code: Counter() for each in FILTERS}
    totals: Counter[str] = Counter()
    for each, against in _judged(shelf, wish):
        for filter_ in FILTERS:
            if not against or against == [filter_.code]:
                totals[filter_.code] += 1
                counts[filter_.code].update(filter_.of(each))
    return tuple(
        _facet(each, counts[each.code], totals[each.code], wish.value(each.code))
        for each in FILTERS
    )


def ways_out(shelf: Sequence[ClothOnShelf], wish: Wish) -> tuple[WayOut, ...]:
    """Return each single filter, or the search, without which something is found; most first."""
    alone = Counter(against[0] for _each, against in _judged(shelf, wish) if len(against) == 1)
    return tuple(WayOut(code=code, count=count) for code, count in alone.most_common())


def page_of(items: Sequence[Item], number: int, size: int = 24) -> Page[Item]:
    """Return one page; a number that is too great is the last page, one too small the first."""
    pages = max(-(-len(items) // size), 1)
    number = min(max(number, 1), pages)
    shown = tuple(items[(number - 1) * size : number * size])
    return Page(items=shown, number=number, pages=pages, total=len(items))


def _judged(shelf: Sequence[ClothOnShelf], wish: Wish) -> Iterator[tuple[ClothOnShelf, list[str]]]:
    """Yield each cloth with the codes of all that speaks against it."""
    asked = [(each.code, each.of, wish.value(each.code)) for each in FILTERS]
    asked = [each for each in asked if each[2]]
    has_words = having([each.cloth for each in shelf], wish.words)
    for each, has in zip(shelf, has_words, strict=True):
        against = [code for code, values_of, value in asked if value not in values_of(each)]
        yield each, against if has else [WORDS, *against]


def _facet(filter_: Filter, counts: Counter[str], total: int, chosen: str) -> Facet:
    values = (
        FacetValue(
            code=code,
            name=str(name),
            count=counts[code],
            is_chosen=code == chosen,
            band=filter_.bands.get(code),
        )
        for code, name in filter_.values.items()
        if counts[code] or code == chosen
    )
    return Facet(
        code=filter_.code,
        name=str(filter_.name),
        values=tuple(values),
        any_count=total,
        is_switch=filter_.is_switch,
    )
