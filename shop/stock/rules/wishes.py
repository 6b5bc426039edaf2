"""What somebody wishes of a cloth, and how it is written in an address."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Self

from shop.catalogue.rules.vocabulary import COLOURS, FAMILIES, FIBRES, PATTERNS, SEASONS
from shop.kernel.texts import lazy as _
from shop.stock.rules.shelf import ClothOnShelf

PREFIX: Final = "f-"  # so that a wish shares an address with a design: `colour` may be a group
LONGEST: Final = 80  # letters of a search
LAST_PAGE: Final = 9999
ENOUGH_MM: Final = 1500  # less of a cloth than this makes hardly anything
YES: Final = "yes"


class Sort(StrEnum):
    """How the cloths follow each other."""

    HOUSE = "house"
    CHEAPEST = "price"
    DEAREST = "price-down"
    LIGHTEST = "weight"
    HEAVIEST = "weight-down"
    NAME = "name"


SORTS: Final[Mapping[Sort, str]] = {
    Sort.HOUSE: _("Our order"),
    Sort.CHEAPEST: _("Lowest price first"),
    Sort.DEAREST: _("Highest price first"),
    Sort.LIGHTEST: _("Lightest first"),
    Sort.HEAVIEST: _("Heaviest first"),
    Sort.NAME: _("By name"),
}

_SORTED: Final = {each.value: each for each in Sort}


@dataclass(frozen=True, kw_only=True)
class Band:
    """A range of whole numbers: more than `above`, and `most` at most; None is without end."""

    code: str
    above: int
    most: int | None
    name: str = field(default="", compare=False)  # its code says which it is

    def holds(self, number: int) -> bool:
        return self.above < number and (self.most is None or number <= self.most)


# g/m²: a shirting is under 150, a suiting from 260; trousers and dresses lie between
WEIGHTS: Final = (
    Band(code="light", above=0, most=149, name=_("Light, under 150 g/m²")),
    Band(code="middle", above=149, most=260, name=_("Middle, 150 to 260 g/m²")),
    Band(code="heavy", above=260, most=None, name=_("Heavy, over 260 g/m²")),
)
# Minor units a metre, said as money by who shows them
PRICES: Final = (
    Band(code="to-25", above=0, most=2500),
    Band(code="to-40", above=2500, most=4000),
    Band(code="to-60", above=4000, most=6000),
    Band(code="more", above=6000, most=None),
)


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One thing to choose cloths by: its values in their order, and which of them a cloth has."""

    code: str  # the field of the wish
    name: str
    values: Mapping[str, str]  # by code, the words for people; empty words are said elsewhere
    of: Callable[[ClothOnShelf], tuple[str, ...]]
    bands: Mapping[str, Band] = dataclasses.field(default_factory=dict)

    @property
    def is_switch(self) -> bool:
        """One value, on or off."""
        return len(self.values) == 1


def _worded(codes: tuple[str, ...]) -> dict[str, str]:
    return {code: code.replace("-", " ").capitalize() for code in codes}


def _banded(bands: tuple[Band, ...]) -> tuple[dict[str, str], dict[str, Band]]:
    return {each.code: each.name for each in bands}, {each.code: each for each in bands}


def _in(bands: tuple[Band, ...], number: int) -> tuple[str, ...]:
    return tuple([each.code for each in bands if each.holds(number)])


_weights, _weight_bands = _banded(WEIGHTS)
_prices, _price_bands = _banded(PRICES)

FILTERS: Final = (
    Filter(code="family", name=_("Kind"), values=_worded(FAMILIES),
           of=lambda each: (each.cloth.family,)),
    Filter(code="colour", name=_("Colour"), values=_worded(COLOURS),
           of=lambda each: (each.cloth.colour,)),
    Filter(code="pattern", name=_("Pattern"), values=_worded(PATTERNS),
           of=lambda each: (each.cloth.pattern,)),
    Filter(code="season", name=_("Season"), values=_worded(SEASONS),
           of=lambda each: (each.cloth.season,)),
    Filter(code="fibre", name=_("Fibre"), values=_worded(tuple(sorted(FIBRES))),
           of=lambda each: tuple([fibre for fibre, _share in each.cloth.composition])),
    Filter(code="weight", name=_("Weight"), values=_weights, bands=_weight_bands,
           of=lambda each: _in(WEIGHTS, each.cloth.weight_gsm)),
    Filter(code="price", name=_("Price a metre"), values=_prices, bands=_price_bands,
           of=lambda each: _in(PRICES, each.cloth.price_per_metre_minor)),
    Filter(code="stock", name=_("On the shelf"), values={YES: _("Only in stock")},
           of=lambda each: (YES,) if each.longest_mm >= ENOUGH_MM else ()),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is wished of a cloth; an empty word wishes nothing. `fibre` may be any in the cloth."""

    words: str = ""
    family: str = ""
    colour: str = ""
    pattern: str = ""
    season: str = ""
    fibre: str = ""
    weight: str = ""
    price: str = ""
    stock: str = ""
    sort: Sort = Sort.HOUSE
    page: int = 1

    @classmethod
    def read(cls, args: Mapping[str, str]) -> Self:
        """Return the wish in an address; a word that we do not know is no wish."""
        said = {filter_.code: args.get(PREFIX + filter_.code, "") for filter_ in FILTERS}
        known = {each.code: said[each.code] for each in FILTERS if said[each.code] in each.values}
        sort, page = args.get(f"{PREFIX}sort", ""), args.get(f"{PREFIX}page", "")
        return cls(
            words=" ".join(args.get(f"{PREFIX}q", "").split())[:LONGEST].rstrip(),
            sort=_SORTED.get(sort, Sort.HOUSE),
            page=_page(page),
            **known,
        )

    def query(self) -> dict[str, str]:
        """Return the wish for an address: only what is wished."""
        said = {"q": self.words, **{each.code: self.value(each.code) for each in FILTERS}}
        if self.sort != Sort.HOUSE:
            said["sort"] = self.sort.value
        if self.page > 1:
            said["page"] = str(self.page)
        return {PREFIX + name: value for name, value in said.items() if value}

    def beside(self, others: Mapping[str, str]) -> dict[str, str]:
        """Return the wish together with other parts of an address, none of which is a wish."""
        kept = {name: value for name, value in others.items() if not name.startswith(PREFIX)}
        return kept | self.query()

    def value(self, code: str) -> str:
        """Return what is wished under the code of a filter, or under `words`."""
        value: str = getattr(self, code)
        return value

    def without(self, code: str) -> Self:
        """Return the wish without one filter or without the `words`, from its first page."""
        given_up: dict[str, Any] = {code: "", "page": 1}
        return dataclasses.replace(self, **given_up)

    def cleared(self) -> Self:
        """Return no wish at all, in the same order."""
        return type(self)(sort=self.sort)

    @property
    def sorts(self) -> Mapping[Sort, str]:
        """The orders to choose from, with their words."""
        return SORTS

    def at(self, page: int) -> Self:
        return dataclasses.replace(self, page=page)

    def __bool__(self) -> bool:
        """Tell whether anything narrows the shelf."""
        return bool(self.words) or any(self.value(each.code) for each in FILTERS)


def _page(said: str) -> int:
    is_number = said.isascii() and said.isdigit() and len(said) <= len(str(LAST_PAGE))
    return max(int(said), 1) if is_number else 1
