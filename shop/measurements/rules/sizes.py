"""Standard sizes as whole bodies, from the table that ships beside the code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements.rules.kinds import Body, Measured, Source, Table
from shop.measurements.rules.measures import KEYS, measure

FILE: Final = Path(__file__).parents[1] / "files" / "sizes.yaml"


class BadSizes(Exception):
    """The table of sizes is broken; the message says where."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """A standard size: its code is what a label says, its body has every measure we know."""

    code: str
    name: str
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


@cache
def _tables() -> Mapping[str, tuple[Size, ...]]:
    """Read and check the file once; raise BadSizes with the first thing that is wrong."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        Table(table): tuple(_size(code, values) for code, values in found.items())
        for table, found in rows.items()
    }


def _size(code: str, values: Mapping[str, int]) -> Size:
    if tuple(values) != KEYS:
        raise BadSizes(f"size {code} has other measures than the shop: {set(values) ^ set(KEYS)}")
    for key, mm in values.items():
        if not measure(key).is_usual(mm):
            raise BadSizes(f"size {code}: {key} of {mm} mm")
    body = {key: Measured(mm=mm, source=Source.SIZE) for key, mm in values.items()}
    return Size(code=code, name=code, body=body)
