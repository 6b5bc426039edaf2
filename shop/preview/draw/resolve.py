"""Choices resolved into a drawing: which panels there are, on which sides, and where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from shop.geometry.curves import Curve, Line, backwards, joined, mirrored, sampled
from shop.geometry.lines import inset, is_inside, mitred
from shop.preview.draw.choosing import Figure, curves_of, is_met, numbers_of, settled
from shop.preview.draw.drawing import Button, Drawing, Fold, Panel, Roll, Shade, Text
from shop.preview.draw.reader import garment_spec
from shop.preview.draw.solids import form_of, wave_of
from shop.preview.draw.spec import FoldSpec, LineSpec, Mirror, PanelSpec, Slot, View
from shop.preview.draw.tailor import Tailor, wander

Choices = Mapping[str, str]
NOBODY: Figure = {}  # a typical one
RIGHT, LEFT = "right", "left"  # of the wearer


def resolve(
    garment: str,
    choices: Choices,
    *,
    view: View,
    still: bool = False,
    figure: Figure = NOBODY,
) -> Drawing:
    """Return the drawing, for a typical body or for one with these measures in mm.

    The monogram's letters are put in by the painter.
    """
    chosen = settled(garment_spec(garment), choices)
    return _resolved(garment, tuple(chosen.items()), view, still, tuple(sorted(figure.items())))


@lru_cache(maxsize=256)
def _resolved(
    garment: str,
    chosen: tuple[tuple[str, str], ...],
    view: View,
    still: bool,  # noqa: FBT001 - part of the key
    figure: tuple[tuple[str, int], ...],
) -> Drawing:
    spec = garment_spec(garment)
    choices = dict(chosen)
    tailor = Tailor(
        numbers=numbers_of(spec, choices, dict(figure)),
        anchors=spec.anchors,
        specs=curves_of(spec, choices),
        still=still,
    )
    tailor.waves.update({name: wave_of(tailor, name, wave) for name, wave in spec.waves.items()})
    tailor.forms.update({name: form_of(tailor, form) for name, form in spec.forms.items()})
    kept = [p for p in spec.panels if view in p.view and is_met(p.when, choices)]
    panels = (
        _panel(tailor, panel, side, choices, spec.folds.get(panel.folds, ()))
        for panel, side in _in_order(kept)
    )
    keyed = tuple(replace(panel, key=f"p{i}") for i, panel in enumerate(panels))
    return Drawing(garment=garment, frame=spec.frame, panels=keyed)


def _in_order(panels: Iterable[PanelSpec]) -> Iterator[tuple[PanelSpec, str]]:
    """Yield panels with their sides; a front that closes lies whole on the other one."""
    for _, run in groupby(panels, key=lambda panel: panel.together or id(panel)):
        rows = [(panel, side) for panel in run for side in _sides(panel)]
        yield from sorted(rows, key=lambda row: row[1] != RIGHT)


def _sides(panel: PanelSpec) -> tuple[str, ...]:
    return (RIGHT, LEFT) if panel.mirror is Mirror.PAIR else ("",)


def _panel(
    tailor: Tailor,
    spec: PanelSpec,
    side: str,
    choices: Choices,
    folds: tuple[FoldSpec, ...],
) -> Panel:
    outline = _outline(tailor, spec, side)
    edge = sampled(outline) if outline else ()
    contrasts = bool(spec.contrast) and is_met(spec.contrast, choices)
    sign = -1 if side == RIGHT else 1
    tube = spec.tube and tuple(sampled(_sided(tailor, ref, side)) for ref in spec.tube)
    return Panel(
        key="",
        name=f"{spec.name}-{side}" if side else spec.name,
        spec_name=spec.name,
        title=f"{spec.title or spec.name.capitalize()}{f' ({side})' if side else ''}",
        slot=Slot.CONTRAST if contrasts else spec.slot,
        outline=outline,
        edge=edge,
        tone=spec.tone,
        grain=sign * tailor.number(spec.grain),
        body=tailor.number(spec.body),
        tube=(tube[0], tube[1]) if tube else None,
        bevel=spec.bevel,
        crease=tailor.number(spec.crease),
        form=tailor.forms[spec.form] if spec.form else None,
        wave=tailor.waves[spec.wave] if spec.wave else None,
        rolls=tuple(_rolls(tailor, spec, side)),
        drape=spec.drape,
        rib=spec.rib,
        print=spec.print,
        cast=spec.cast,
        shades=tuple(_shades(tailor, spec, side)),
        folds=tuple(_folds(tailor, spec, side, folds, choices)),
        stitches=tuple(
            line
            for row in _kept(spec.stitches, side, choices)
            for line in _lines(tailor, spec, row, side, edge)
        ),
        seams=tuple(
            line
            for row in _kept(spec.seams, side, choices)
            for line in _lines(tailor, spec, row, side, edge)
        ),
        buttons=tuple(_buttons(tailor, spec, side, choices)),
        text=tuple(_texts(tailor, spec)),
    )


def _sided(tailor: Tailor, reference: str, side: str) -> Curve:
    curve = tailor.curve(reference, side)
    return mirrored(curve) if side == RIGHT else curve


def _outline(tailor: Tailor, spec: PanelSpec, side: str) -> Curve:
    if not spec.outline:
        return ()
    half = joined(
        [
            tailor.curve(part, side) if isinstance(part, str) else tailor.cut(spec.name, part, side)
            for part in spec.outline
        ]
    )
    if spec.mirror is Mirror.CLOSE:
        return joined([half, backwards(mirrored(half))])
    return mirrored(half) if side == RIGHT else half


def _both(curve: Curve, spec: PanelSpec) -> tuple[Curve, ...]:
    return (curve, mirrored(curve)) if spec.mirror is Mirror.CLOSE else (curve,)


def _shades(tailor: Tailor, spec: PanelSpec, side: str) -> Iterator[Shade]:
    for shade in spec.shades:
        for curve in _both(_sided(tailor, shade.along[0], side), spec):
            yield Shade(line=curve, width=tailor.number(shade.width), by=tailor.number(shade.by))


def _rolls(tailor: Tailor, spec: PanelSpec, side: str) -> Iterator[Roll]:
    for roll in spec.rolls:
        for curve in _both(_sided(tailor, roll.along, side), spec):
            yield Roll(
                line=sampled(curve),
                height=tailor.number(roll.height),
                width=tailor.number(roll.width),
            )


def _kept(rows: tuple[LineSpec, ...], side: str, choices: Choices) -> Iterator[LineSpec]:
    return (row for row in rows if is_met(row.when, choices) and row.only in {"", side})


def _lines(tailor: Tailor, spec: PanelSpec, row: LineSpec, side: str, edge: Line) -> Iterator[Line]:
    """Return the line, and its reflection when the outline has one; only what lies on the panel."""
    curves = [_sided(tailor, ref, side) for ref in row.along]
    whole = mitred([inset(sampled(c), row.inset, edge) if edge else sampled(c) for c in curves])
    if edge and row.inset:
        whole = tuple(point for point in whole if is_inside(point, edge))
    if len(whole) > 1:
        yield whole
        if spec.mirror is Mirror.CLOSE:
            yield tuple((-x, y) for x, y in whole)


def _folds(
    tailor: Tailor, spec: PanelSpec, side: str, folds: tuple[FoldSpec, ...], choices: Choices
) -> Iterator[Fold]:
    sides = {Mirror.CLOSE: (RIGHT, LEFT), Mirror.NONE: (LEFT,)}.get(spec.mirror, (side,))
    for i, fold in enumerate(folds):
        if is_met(fold.when, choices):
            for one in sides:
                yield _fold(tailor, fold, one, f"{spec.folds}{i}")


def _fold(tailor: Tailor, fold: FoldSpec, side: str, name: str) -> Fold:
    """Return the fold of one side; left and right never fall quite alike."""
    sign = -1 if side == RIGHT else 1
    loose = 0.3 if fold.sharp else 1
    down = 1.1 * loose * wander(name, side, "down")
    size = 1 + 0.4 * loose * wander(name, side, "size")
    line = []
    for i, pair in enumerate(fold.path):
        x, y = tailor.point(pair)
        x += 0.5 * loose * wander(name, side, i, "x")
        line.append((sign * x, y + down + 0.7 * loose * wander(name, side, i, "y")))
    return Fold(
        line=tuple(line),
        width=tailor.number(fold.width),
        height=tailor.number(fold.height) * size,
        open=fold.open,
        close=fold.close,
        sharp=fold.sharp,
    )


def _buttons(tailor: Tailor, spec: PanelSpec, side: str, choices: Choices) -> Iterator[Button]:
    sign = -1 if side == RIGHT else 1
    for row in spec.buttons:
        for i, pair in enumerate(row.at if is_met(row.when, choices) else ()):
            x, y = tailor.placed(pair, spec.origin, spec.turn)
            yield Button(
                at=(sign * x, y),
                size=row.size,
                hole=None if row.hole is None else sign * row.hole,
                kind=row.kind,
                turn=40 * wander(spec.name, side, i),
            )


def _texts(tailor: Tailor, spec: PanelSpec) -> Iterator[Text]:
    for row in spec.text:
        yield Text(
            at=tailor.placed(row.at, spec.origin, spec.turn),
            size=row.size,
            words=row.words,
            turn=row.turn,
            slot=row.slot,
        )
