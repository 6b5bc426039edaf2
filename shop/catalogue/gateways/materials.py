"""Reading and writing `materials.yaml`: what garments take beside their cloth."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from shop.catalogue.gateways.entries import Entry
from shop.catalogue.gateways.hand import Plain, Row, written
from shop.catalogue.rules import Material, MaterialUnit

LENGTH: Final = re.compile(r"(?P<number>\d{1,6}(?:\.\d{1,3})?)\s*(?P<unit>mm|m)")
MM_PER_METRE: Final = 1000
MOST: Final = 1_000_000  # things at once


@dataclass(frozen=True, kw_only=True)
class StockedMaterial:
    """A material as the file has it, with what of it lies in the house at the start."""

    material: Material
    opening: int = 0


def read_materials(entry: Entry) -> tuple[StockedMaterial, ...]:
    """Return the materials in the order of the file."""
    record = entry.record("materials")
    return tuple(_material(key, value) for key, value in record["materials"].pairs())


def _material(key: Entry, entry: Entry) -> StockedMaterial:
    record = entry.record("name unit", "opening")
    unit = MaterialUnit(record["unit"].one_of(tuple(MaterialUnit), "unit of a material"))
    material = Material(code=key.code(), name=record["name"].text(), unit=unit)
    opening = read_amount(record["opening"], unit) if "opening" in record else 0
    return StockedMaterial(material=material, opening=opening)


def read_amount(entry: Entry, unit: MaterialUnit) -> int:
    """Return so many whole units: `12`, or millimetres of a length such as `0.25 m`."""
    if unit is not MaterialUnit.MM:
        return entry.whole(0, MOST)
    words = entry.text()
    match = LENGTH.fullmatch(words)
    if match is None:
        if words:
            entry.wrong(f"`{words}` is no length; write `0.25 m` or `250 mm`.")
        return 0
    mm = Decimal(match["number"]) * (MM_PER_METRE if match["unit"] == "m" else 1)
    if mm != mm.to_integral():
        entry.wrong(f"`{words}`: a length has whole millimetres.")
    return int(mm)


def written_amount(amount: int, unit: MaterialUnit) -> int | Plain:
    """Return the amount as a file has it: `12`, or `0.25 m` of 250 mm."""
    if unit is not MaterialUnit.MM:
        return amount
    return Plain(f"{Decimal(amount) / MM_PER_METRE:f} m")


def materials_text(materials: Iterable[StockedMaterial]) -> str:
    """Return `materials.yaml`."""
    entries = {each.material.code: _entry(each) for each in materials}
    return "".join(f"{line}\n" for line in written({"materials": entries}))


def _entry(each: StockedMaterial) -> Row:
    material = each.material
    row = Row(name=material.name, unit=material.unit.value)
    if each.opening:
        row["opening"] = written_amount(each.opening, material.unit)
    return row
