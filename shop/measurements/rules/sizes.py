"""Standard sizes as whole bodies: what names them is in a file, the rest from the body model."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from shop.anthropometry.rules import Estimate, estimate
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements.rules.bodies import Body, Measured, SizeTable, Source
from shop.measurements.rules.estimating import sex_of
from shop.measurements.rules.measures import KEYS, MODELLED, measure

FILE: Final = Path(__file__).parents[1] / "files" / "sizes.yaml"
STEP_MM: Final = 5  # finer would pretend that a size knows

Range = tuple[int, int]


class BadSizes(Exception):
    """The table of sizes is broken; the message says where."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """A standard size: its code is what a label says, its body has every measure we know.

    `ranges` are the girths that name it, from and to, in mm.
    """

    code: str
    name: str
    table: SizeTable
    ranges: Mapping[str, Range]
    body: Body


def sizes(table: str) -> tuple[Size, ...]:
    """Return the sizes of this table from small to large; an unknown table has none."""
    return _tables().get(table, ())


def find_size(table: str, code: str) -> Size | None:
    return next((size for size in sizes(table) if size.code == code), None)


def size(table: str, code: str) -> Size:
    """Return the size with this code; raise NotFound when the table has none such."""
    found = find_size(table, code)
    if found is None:
        raise NotFound(_("There is no such size."))
    return found


def stepped(mm: float) -> int:
    """Return the length as exactly as a size can tell it, halves upwards."""
    return int(mm / STEP_MM + 0.5) * STEP_MM


def sized(mid: float, low: float, high: float) -> Measured:
    """Return the value of a size in steps, with its interval."""
    return Measured(mm=stepped(mid), low=round(low), high=round(high), source=Source.SIZE)


def with_rise(body: Mapping[str, Measured]) -> dict[str, Measured]:
    """Return the body with the rise that is left of the outseam above the inseam, to the mm."""
    rise = body["body_rise"]
    mm = body["outseam"].mm - body["inseam"].mm
    ends = (min(rise.low or mm, mm), max(rise.high or mm, mm))
    return {**body, "body_rise": Measured(mm=mm, low=ends[0], high=ends[1], source=Source.SIZE)}


@cache
def _tables() -> Mapping[str, tuple[Size, ...]]:
    """Read and check the file once; raise BadSizes with the first thing that is wrong."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        SizeTable(table): tuple(
            _size(SizeTable(table), code, ranges) for code, ranges in found.items()
        )
        for table, found in rows.items()
    }


def _size(table: SizeTable, code: str, rows: Mapping[str, list[int]]) -> Size:
    ranges = {key: _range(code, key, ends) for key, ends in rows.items()}
    if "chest" not in ranges:
        raise BadSizes(f"size {code} has no chest")
    return Size(code=code, name=code, table=table, ranges=ranges, body=_body(table, ranges))


def _range(code: str, key: str, ends: list[int]) -> Range:
    if key not in KEYS:
        raise BadSizes(f"size {code}: nobody measures {key}")
    low, high = ends
    if low >= high or not all(measure(key).is_usual(mm) for mm in ends):
        raise BadSizes(f"size {code}: {key} from {low} to {high} mm")
    return low, high


def _body(table: SizeTable, ranges: Mapping[str, Range]) -> Body:
    named = {key: sized((low + high) / 2, low, high) for key, (low, high) in ranges.items()}
    known = {key: float(value.mm) for key, value in named.items()}
    rest = {key: _wide(each) for key, each in estimate(known, sex=sex_of(table)).items()}
    whole = rest | named
    return with_rise({key: whole[key] for key in MODELLED})


def _wide(found: Estimate) -> Measured:
    wide = found.widened()
    return sized(wide.mid, wide.low, wide.high)
