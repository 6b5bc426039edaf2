"""The cheapest design that the rules allow: the true «from» price."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod

from shop.catalogue.rules import Choices, GarmentModel, GroupKind
from shop.configurator.rules.cells import Cell
from shop.configurator.rules.engine import Engine, engine_of
from shop.configurator.rules.problem import Design, Picks, choices_of, picks_of

ClothPrice = Callable[[str, int], int | None]
MOST_CUTS = 100_000


@dataclass(frozen=True, kw_only=True)
class Cheapest:
    """A whole design and what it costs in minor units; no valid design costs less."""

    minor: int
    choices: dict[str, str]


def cheapest(
    model: GarmentModel, choices: Choices, *, cloth_price: ClothPrice | None = None
) -> Cheapest | None:
    """Return the cheapest whole design that keeps the own choices, or None if there is none.

    Counted are the base price, the values, the combinations, and the cloth: `cloth_price` tells
    what a cloth costs in minor units when options add so many mm to its length, or None when there
    is not enough of it.
    """
    engine = engine_of(model)
    with engine.lock:
        picks = picks_of(engine.problem, choices)
        if picks is None:
            return None
        is_cut = any(group.kind is GroupKind.CLOTH for group in model.groups)
        found = (
            _best(engine, picks, cloth_price)
            if cloth_price and is_cut
            else engine.price_solver.least(picks)
        )
        if found is None:
            return None
        minor, design = found
        return Cheapest(
            minor=model.base_price_minor + minor,
            choices=choices_of(engine.problem, design, choices),
        )


def _best(engine: Engine, picks: Picks, cloth_price: ClothPrice) -> tuple[int, Design] | None:
    """Try the cuts from the one that promises most, until none can be better than what is found."""
    prices, extras = engine.problem.prices, engine.problem.extras
    floor = sum(min(each) for each in prices) + sum(min(0, minor) for _box, minor in extras)
    promised = []
    for minor, cut in _cuts(engine, picks, cloth_price):
        above = sum(prices[cell][option] - min(prices[cell]) for cell, option in cut.items())
        promised.append((floor + above + minor, minor, cut))
    best: tuple[int, Design] | None = None
    for least, minor, cut in sorted(promised, key=lambda each: each[0]):
        if best is not None and least >= best[0]:
            break
        found = engine.price_solver.least(picks | cut)
        if found is not None and (best is None or minor + found[0] < best[0]):
            best = (minor + found[0], found[1])
    return best


def _cuts(engine: Engine, picks: Picks, cloth_price: ClothPrice) -> Iterator[tuple[int, Picks]]:
    """Give every cloth with every choice that takes cloth, and what the cloth then costs."""
    problem = engine.problem
    cloth = next(g for g in problem.model.groups if g.kind is GroupKind.CLOTH)
    place = problem.places[cloth.code][0]
    taking = [g for g in problem.model.groups_that_take_cloth if g.kind is not GroupKind.CLOTH]
    cells = [i for group in taking for i in problem.places[group.code]]
    options = [[picks[i]] if i in picks else range(problem.cells[i].size) for i in (place, *cells)]
    if prod(map(len, options)) > MOST_CUTS:
        raise ValueError("too many choices take cloth to price them all")
    added = {i: _added(problem.cells[i]) for i in cells}
    price = cache(cloth_price)  # many choices come to the same length
    for first, *rest in product(*options):
        more = sum(added[i][option] for i, option in zip(cells, rest, strict=True))
        is_cut = first != problem.cells[place].open_at
        minor = price(problem.cells[place].values[first].code, more) if is_cut else 0
        if minor is not None:
            yield minor, {place: first, **dict(zip(cells, rest, strict=True))}


def _added(cell: Cell) -> list[int]:
    """Return what each option of a cell adds to the cloth, in mm."""
    values = [value.cloth_mm for value in cell.values]
    if cell.one_of_several:
        values = [0, cell.one_of_several.cloth_mm]
    return values + [0] * (cell.size - len(values))
