"""Faults of a garment's shapes, found when they are read and not when a customer looks."""

from collections.abc import Iterable, Iterator

from shop.preview.draw.spec import CurveSpec, GarmentSpec, PanelSpec


def faults_of(spec: GarmentSpec) -> Iterator[str]:
    for name, curve in spec.curves.items():
        yield from _faults_of_curve(spec, name, curve)
    for (group, value), variant in spec.variants.items():
        if value not in spec.groups.get(group, ()):
            yield f"variant {group} {value} is in no group"
        for name, curve in variant.curves.items():
            yield from _faults_of_curve(spec, name, curve)
    for name, form in spec.forms.items():
        tip = form.tip.along if form.tip else ()
        yield from _unknown(spec, f"form {name}", (*form.profile, *tip))
    for name, wave in spec.waves.items():
        yield from _unknown(spec, f"wave {name}", wave.profile)
    for panel in spec.panels:
        yield from _faults_of_panel(spec, panel)
    for group in spec.tiles.keys() - spec.groups.keys():
        yield f"tile {group} is no group"


def _faults_of_curve(spec: GarmentSpec, name: str, curve: CurveSpec) -> Iterator[str]:
    if curve.of is None and len(curve.points) < 2:  # noqa: PLR2004 - two points are the least
        yield f"curve {name} has fewer than two points"
    if curve.wave and curve.wave not in spec.waves:
        yield f"curve {name} has the unknown wave {curve.wave}"
    if curve.of is not None and curve.of not in spec.curves:
        yield f"curve {name} is a part of the unknown curve {curve.of}"
    named = {point for point in curve.points if isinstance(point, str)}
    if curve.origin:
        named.add(curve.origin)
    for anchor in sorted(named - spec.anchors.keys()):
        yield f"curve {name} has the unknown anchor {anchor}"


def _unknown(spec: GarmentSpec, what: str, references: Iterable[str]) -> Iterator[str]:
    for reference in references:
        if reference.lstrip("-~") not in known_curves(spec):
            yield f"{what} has the unknown curve {reference}"


def _faults_of_panel(spec: GarmentSpec, panel: PanelSpec) -> Iterator[str]:
    yield from _unknown(spec, f"panel {panel.name}", _references(panel))
    for group, values in (*panel.when.items(), *panel.contrast.items()):
        for value in values:
            if value not in spec.groups.get(group, ()):
                yield f"panel {panel.name} asks for {group} {value}, which does not exist"
    for kind, name, known in (
        ("folds", panel.folds, spec.folds),
        ("form", panel.form, spec.forms),
        ("wave", panel.wave, spec.waves),
    ):
        if name and name not in known:
            yield f"panel {panel.name} has the unknown {kind} {name}"


def known_curves(spec: GarmentSpec) -> frozenset[str]:
    """Return all names, also of curves that exist only with one choice."""
    varied = {name for variant in spec.variants.values() for name in variant.curves}
    return frozenset(spec.curves.keys() | varied)


def _references(panel: PanelSpec) -> Iterator[str]:
    yield from (ref for ref in panel.outline if isinstance(ref, str))
    yield from panel.tube or ()
    for shade in panel.shades:
        yield from shade.along
    yield from (roll.along for roll in panel.rolls)
    for line in (*panel.stitches, *panel.seams):
        yield from line.along
