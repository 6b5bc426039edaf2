"""Shape files read into specs; every fault of a file is told at once."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from shop.preview.draw.checks import faults_of
from shop.preview.draw.spec import (
    BodySpec,
    BumpSpec,
    ButtonSpec,
    CastSpec,
    CurveSpec,
    FoldSpec,
    FormSpec,
    Frame,
    GarmentSpec,
    LineSpec,
    Mirror,
    PanelSpec,
    RollSpec,
    ShadeSpec,
    Slot,
    TextSpec,
    TileSpec,
    TipSpec,
    Variant,
    View,
    WaveSpec,
)

SHAPES: Final = Path(__file__).parent / "shapes"
Table = Mapping[str, Any]
T = TypeVar("T")


@lru_cache
def garments() -> frozenset[str]:
    return frozenset(path.stem for path in SHAPES.glob("*.toml"))


@lru_cache
def garment_spec(garment: str) -> GarmentSpec:
    """Return the shapes of a garment; an unknown one is a KeyError, a bad file a ValueError."""
    if garment not in garments():
        raise KeyError(garment)
    return read(garment, (SHAPES / f"{garment}.toml").read_text(encoding="utf-8"))


def read(name: str, text: str) -> GarmentSpec:
    try:
        spec = _garment(name, tomllib.loads(text))
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError(f"{name}.toml: {fault}") from fault
    faults = tuple(faults_of(spec))
    if faults:
        raise ValueError(f"{name}.toml: " + "; ".join(faults))
    return spec


def _garment(name: str, table: Table) -> GarmentSpec:
    return GarmentSpec(
        name=name,
        frame=Frame(**table["frame"]),
        groups={group: tuple(values) for group, values in table["groups"].items()},
        body={measure: _made(BodySpec, row) for measure, row in table.get("body", {}).items()},
        numbers=table["numbers"],
        anchors={name: _pair(point) for name, point in table.get("anchors", {}).items()},
        curves=_curves(table["curves"]),
        folds={
            name: tuple(_made(FoldSpec, row) for row in rows)
            for name, rows in table.get("folds", {}).items()
        },
        forms={name: _made(FormSpec, row) for name, row in table.get("forms", {}).items()},
        waves={name: _made(WaveSpec, row) for name, row in table.get("waves", {}).items()},
        panels=tuple(_made(PanelSpec, row) for row in table["panel"]),
        variants=dict(_variants(table.get("variant", {}))),
        tiles={group: _made(TileSpec, row) for group, row in table.get("tile", {}).items()},
    )


def _variants(table: Table) -> Iterator[tuple[tuple[str, str], Variant]]:
    for group, values in table.items():
        for value, changes in values.items():
            curves = _curves(changes.get("curves", {}))
            yield (group, value), Variant(numbers=changes.get("numbers", {}), curves=curves)


def _curves(table: Table) -> dict[str, CurveSpec]:
    return {name: _curve(row) for name, row in table.items()}


def _curve(row: Any) -> CurveSpec:
    return _made(CurveSpec, row if isinstance(row, dict) else {"points": row})


def _made(kind: type[T], row: Table) -> T:
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]  # all kinds are dataclasses
    unknown = sorted(row.keys() - known)
    if unknown:
        raise ValueError(f"{kind.__name__} {row.get('name', '')} has no {', '.join(unknown)}")
    return kind(**{key: _SORTS.get(key, _plain)(value) for key, value in row.items()})


def _plain(value: Any) -> Any:
    return tuple(_plain(one) for one in value) if isinstance(value, list) else value


def _pair(point: Any) -> tuple[Any, Any]:
    x, y = point
    return x, y


def _places(rows: Any) -> tuple[Any, ...]:
    return tuple(_pair(row) for row in rows) if isinstance(rows[0], list) else _pair(rows)


def _words(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _conditions(table: Table) -> dict[str, tuple[str, ...]]:
    return {group: _words(values) for group, values in table.items()}


def _outline(refs: list[Any]) -> tuple[str | CurveSpec, ...]:
    return tuple(ref if isinstance(ref, str) else _curve(ref) for ref in refs)


def _line(row: Any) -> LineSpec:
    return _made(LineSpec, row if isinstance(row, dict) else {"along": row})


_SORTS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "points": lambda rows: tuple(row if isinstance(row, str) else _pair(row) for row in rows),
    "path": lambda rows: tuple(_pair(row) for row in rows),
    "at": _places,
    "view": lambda value: tuple(View(one) for one in _words(value)),
    "when": _conditions,
    "contrast": _conditions,
    "mirror": Mirror,
    "slot": Slot,
    "along": _words,
    "profile": _words,
    "tip": lambda row: _made(TipSpec, row),
    "bumps": lambda rows: tuple(_made(BumpSpec, row) for row in rows),
    "rolls": lambda rows: tuple(RollSpec(along=r[0], height=r[1], width=r[2]) for r in rows),
    "outline": _outline,
    "cast": lambda row: CastSpec(x=row[0], y=row[1], blur=row[2], by=row[3]),
    "shades": lambda rows: tuple(ShadeSpec(along=(r[0],), width=r[1], by=r[2]) for r in rows),
    "stitches": lambda rows: tuple(_line(row) for row in rows),
    "seams": lambda rows: tuple(_line(row) for row in rows),
    "buttons": lambda rows: tuple(_made(ButtonSpec, row) for row in rows),
    "text": lambda rows: tuple(_made(TextSpec, row) for row in rows),
}
