"""The parts of the picture that can be tapped, each with the address of its question."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.catalogue.rules import GarmentModel
from shop.designs.rules import Configuration, Step
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


def parts(model: GarmentModel, whole: Mapping[str, str], state: Configuration) -> tuple[Part, ...]:
    """Return the parts that are asked about, the undermost first; none for cloth close up."""
    found = outlines(model, whole, state.view)
    each = (_part(model, state, code, places) for code, places in found.items())
    return tuple(part for part in each if part)[::-1]


def outlines(
    model: GarmentModel, whole: Mapping[str, str], view: str
) -> dict[str, tuple[Polygon, ...]]:
    """Return where each question shows in the picture, by its code, the uppermost first."""
    if view not in set(View):
        return {}
    try:
        areas = hit_areas(model.garment, whole, View(view))
    except KeyError:  # nobody has drawn it yet
        return {}
    found: dict[str, tuple[Polygon, ...]] = {}
    for area in areas:
        if area.group in whole:
            found[area.group] = (*found.get(area.group, ()), area.polygon)
    return found


def _part(
    model: GarmentModel, state: Configuration, code: str, places: tuple[Polygon, ...]
) -> Part | None:
    group = model.group(code)
    if group is None:
        return None
    return Part(
        group=code,
        label=_("Change the %(part)s", part=group.name.lower()),
        url=state.url(step=Step(group.section)),
        polygons=places,
    )
