"""The parts of the picture that can be tapped, each with the address of its question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shop.catalogue.rules import GarmentModel
from shop.designs.rules import Configuration, Step
from shop.kernel.texts import gettext as _
from shop.preview.draw import View
from shop.preview.draw.hits import hit_areas

Polygon = tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """Where one question shows in the picture, in per mille of its width and height."""

    group: str
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A shape that is tapped, with where that leads."""

    group: str
    label: str
    url: str


def shapes(model: GarmentModel, whole: Mapping[str, str], view: str) -> tuple[Shape, ...]:
    """Return what is asked about and seen in this view, the undermost first; none close up."""
    if view not in set(View):
        return ()
    try:
        areas = hit_areas(model.garment, whole, View(view))
    except KeyError:  # nobody has drawn it yet
        return ()
    found: dict[str, tuple[Polygon, ...]] = {}
    for area in areas:
        if area.group in whole and model.group(area.group):
            found[area.group] = (*found.get(area.group, ()), area.polygon)
    return tuple(Shape(group=code, polygons=places) for code, places in found.items())[::-1]


def parts(model: GarmentModel, found: Iterable[Shape], state: Configuration) -> tuple[Part, ...]:
    """Return where a tap on each shape leads, in their order."""
    each = (model.group(shape.group) for shape in found)
    return tuple(
        Part(
            group=group.code,
            label=_("Change the %(part)s", part=group.name.lower()),
            url=state.url(step=Step(group.section)),
        )
        for group in each
        if group
    )
