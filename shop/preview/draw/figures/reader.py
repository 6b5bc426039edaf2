"""The figure's file read into values."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from shop.geometry.curves import Line
from shop.preview.draw.figures.spec import Box, Figure, Ring, Soft, Tape
from shop.preview.draw.spec import View

FILE: Final = Path(__file__).parent / "figure.toml"
WAYS: Final = ("ring", "path", "span")  # in which a tape can lie


@lru_cache
def figure() -> Figure:
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> Figure:
    """Return the figure; a tape that lies in no way or in two is a ValueError."""
    table = tomllib.loads(text)
    frames = {name: Box(left=x, top=y, width=w) for name, (x, y, w) in table["frames"].items()}
    tapes = [_tape(i, row, frames) for i, row in enumerate(table["tape"], start=1)]
    return Figure(
        curves={name: _line(points) for name, points in table["curves"].items()},
        outlines={View(view): tuple(names) for view, names in table["outlines"].items()},
        heads={View(view): name for view, name in table["heads"].items()},
        softs=tuple(_soft(row) for row in table["soft"]),
        tapes={tape.measure: tape for tape in tapes},
    )


def _line(points: Iterable[Any]) -> Line:
    return tuple((float(x), float(y)) for x, y in points)


def _soft(row: Mapping[str, Any]) -> Soft:
    view = row["view"]
    return Soft(
        views=tuple(View) if view == "both" else (View(view),),
        at=tuple(row["at"]),
        size=tuple(row["size"]),
        turn=row.get("turn", 0),
        by=row["by"],
    )


def _tape(number: int, row: Mapping[str, Any], frames: Mapping[str, Box]) -> Tape:
    if sum(way in row for way in WAYS) != 1:
        raise ValueError(f"figure.toml: {row['measure']} wants one of {', '.join(WAYS)}")
    ring = row.get("ring")
    return Tape(
        number=number,
        measure=row["measure"],
        view=View(row["view"]),
        frame=frames[row["frame"]],
        mark=tuple(row["mark"]),
        ring=Ring(**{**ring, "at": tuple(ring["at"])}) if ring else None,
        path=_line(row.get("path", ())),
        span=_line(row.get("span", ())),
        guides=tuple(_line(line) for line in row.get("guides", ())),
        has_end=row.get("ends", "both") == "both",
    )
