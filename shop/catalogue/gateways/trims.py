"""Reading and writing what a garment takes beside its cloth."""

from collections.abc import Mapping

from shop.catalogue.gateways.conditions import Questions, read_conditions
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.faults import hint
from shop.catalogue.gateways.hand import Row, Tree
from shop.catalogue.gateways.materials import read_amount, written_amount
from shop.catalogue.gateways.writing_making import when_pair
from shop.catalogue.rules import Condition, GarmentModel, Material, MaterialUnit, Trim

Materials = Mapping[str, Material]  # those that are listed, by code


def read_trims(entry: Entry, questions: Questions, known: Materials) -> tuple[Trim, ...]:
    """Return the trims in their order: so much of a material, or a thing in words."""
    return tuple(_trim(each, questions, known) for each in entry.entries())


def _trim(entry: Entry, questions: Questions, known: Materials) -> Trim:
    record = entry.record("quantity", "material name spare when")
    when = read_conditions(record["when"], questions) if "when" in record else ()
    if "material" in record:
        return _counted(record, when, _material(record["material"], known))
    if entry.is_mapping and "name" not in record:
        entry.wrong("A trim is a `material` of `materials.yaml`, or has a `name` in words.")
    if "spare" in record:
        record["spare"].wrong("`spare` counts a `material`; in words it belongs to the quantity.")
    name, quantity = record["name"].text(), record["quantity"].text()
    return Trim(name=name, quantity=quantity, asked_when=when)


def _counted(record: Record, when: tuple[Condition, ...], material: Material | None) -> Trim:
    if material is None:
        return Trim(asked_when=when)
    amount = read_amount(record["quantity"], material.unit)
    if not amount:
        record["quantity"].wrong("A trim takes some of its material; write how much.")
    if "spare" in record and material.unit is MaterialUnit.MM:
        record["spare"].wrong("`spare` counts things; what is cut from a reel has none.")
    return Trim(
        name=record["name"].text() if "name" in record else "",
        material=material,
        amount=amount,
        spare=record["spare"].whole(1, 100) if "spare" in record else 0,
        asked_when=when,
    )


def _material(entry: Entry, known: Materials) -> Material | None:
    """Return the material of this code; say what may be meant by one that is not listed."""
    code = entry.text()
    if code and code not in known:
        entry.wrong(f"`{code}` is no material. {_hint(code, known)}")
    return known.get(code)


def _hint(code: str, known: Materials) -> str:
    if not known:
        return "None is listed: write it into `materials.yaml` first."
    return hint(code, known, otherwise="Write it into `materials.yaml` first.")


def trim_entry(trim: Trim, model: GarmentModel) -> Mapping[str, Tree]:
    """Return the trim as the file has it."""
    row = Row()
    if trim.material:
        row["material"] = trim.material.code
    if trim.name:
        row["name"] = trim.name
    unit = trim.material.unit if trim.material else None
    row["quantity"] = written_amount(trim.amount, unit) if unit else trim.quantity
    if trim.spare:
        row["spare"] = trim.spare
    return row | when_pair(trim.asked_when, model)
