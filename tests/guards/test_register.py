"""No column knows something of people that the register does not name."""

import pytest
from sqlalchemy import JSON, Column, Enum, ForeignKey, Integer, MetaData, String, Table

from shop.infra.db import Document
from shop.infra.holders import Fate
from shop.register import HOLDERS
from shop.tables import METADATA

CLOTH = "code digest name family mill article weave pattern colour ground accent composition"
# Texts in tables that hang on nobody, and why nobody's words are in them.
NOBODYS = {
    "garments": ("the house's garments", "code"),
    "garment_versions": ("what the house offers", "canonical digest file_digest file_prices"),
    "materials": ("what garments take beside their cloth", "code name"),
    "cloths": ("what mill and house say of a cloth", f"{CLOTH} season care garments story"),
    "cloth_rolls": ("what stands on a roll's label", "number dye_lot"),
    "cloth_reservations": ("the public id of an order's line", "reference"),
    "trims": ("the code of a material", "code"),
    "promised_work": ("the public id of an order's line", "reference"),
    "webhook_receipts": ("Stripe's name and kind of what it told", "event_id kind"),
}


def personal_tables(metadata):
    """Return the tables that hang on people, directly or by a table that does."""
    found = {"people"}
    while more := {
        table.name
        for table in metadata.tables.values()
        if table.name not in found and {key.column.table.name for key in table.foreign_keys} & found
    }:
        found |= more
    return found


def is_text(column):
    """Tell whether the column could hold somebody's words; of an enum the house knows all."""
    return isinstance(column.type, String | JSON | Document) and not isinstance(column.type, Enum)


def to_be_named(metadata):
    hanging = personal_tables(metadata)
    return {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if not column.primary_key and (table.name in hanging or is_text(column))
    }


def named():
    return [name for holder in HOLDERS for name in holder.FATES] + [
        f"{table}.{name}" for table, (_why, names) in NOBODYS.items() for name in names.split()
    ]


def a_copy():
    copied = MetaData()
    for table in METADATA.tables.values():
        table.to_metadata(copied)
    return copied


def test_every_column_of_somebody_and_every_text_is_named_once():
    names = named()

    assert to_be_named(METADATA) - set(names) == set(), "say in people.py what becomes of it"
    assert set(names) - to_be_named(METADATA) == set(), "named, and not there any more"
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("table", ["people", "profiles", "work_steps", "cloths", "garments"])
def test_a_new_text_is_missed_anywhere(table):
    schema = a_copy()
    schema.tables[table].append_column(Column("remark", String()))

    assert to_be_named(schema) - set(named()) == {f"{table}.remark"}


def test_a_new_figure_is_missed_where_it_hangs_on_a_person():
    schema = a_copy()
    for table in ("measurements", "order_lines", "cloths"):
        schema.tables[table].append_column(Column("figure", Integer()))

    assert to_be_named(schema) - set(named()) == {"measurements.figure", "order_lines.figure"}


def test_a_new_table_is_missed_that_hangs_on_one_that_hangs_on_a_person():
    schema = a_copy()
    key, hanging = Column("id", Integer(), primary_key=True), ForeignKey("work_orders.id")
    Table("stitches", schema, key, Column("work_id", hanging), Column("colour_no", Integer()))

    assert to_be_named(schema) - set(named()) == {"stitches.work_id", "stitches.colour_no"}


def test_what_is_left_for_the_books_is_an_address_and_nothing_else():
    kept = {name for holder in HOLDERS for name, fate in holder.FATES.items() if fate is Fate.BOOKS}
    assert kept == {"orders.address"}
