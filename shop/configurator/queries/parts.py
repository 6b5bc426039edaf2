"""The parts of the picture that can be tapped, each with the address of its question."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.catalogue.rules import GarmentModel
from shop.configurator.queries.state import State, Step
from shop.kernel.texts import gettext as _
from shop.preview.draw import View
from shop.preview.draw.hits import hit_areas

Polygon = tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One question with its places in the picture, in per mille of its width and height."""

    group: str
    label: str
    url: str
    polygons: tuple[Polygon, ...]


def parts(model: GarmentModel, whole: Mapping[str, str], state: State) -> tuple[Part, ...]:
    """Return the parts that are asked about, the undermost first; none for cloth close up."""
    if state.view not in set(View):
        return ()
    try:
        areas = hit_areas(model.garment, whole, View(state.view))
    except KeyError:  # nobody has drawn it yet
        return ()
    by_group: dict[str, list[Polygon]] = {}
    for area in areas:
        by_group.setdefault(area.group, []).append(area.polygon)
    found = (_part(model, state, code, places) for code, places in by_group.items()
             if code in whole)  # fmt: skip
    return tuple(part for part in found if part)[::-1]


def _part(model: GarmentModel, state: State, code: str, places: list[Polygon]) -> Part | None:
    group = model.group(code)
    if group is None:
        return None
    return Part(
        group=code,
        label=_("Change the %(part)s", part=group.name.lower()),
        url=state.url(step=Step(group.section)),
        polygons=tuple(places),
    )
