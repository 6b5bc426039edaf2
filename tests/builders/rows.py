"""Rows of tables as they were, for migrations: say only what the test is about."""

from datetime import UTC, date, datetime

import sqlalchemy as sa
from sqlalchemy import MetaData, insert

MONDAY = datetime(2026, 11, 2, 8, tzinfo=UTC)
CAME = date(2026, 10, 1)
BLANKS = {"VARCHAR": "", "INTEGER": 0, "BOOLEAN": False, "DATE": CAME, "JSON": {}, "TEXT": ""}


def filler(connection):
    """Return a function that adds a row to a table as it is now; what is not said is blank."""
    tables = MetaData()
    tables.reflect(connection)

    def add(table, **facts):
        rows = tables.tables[table]
        columns = [each for each in rows.columns if each.name not in facts and not each.nullable]
        blank = {each.name: _blank(each) for each in columns if not each.primary_key}
        moments = {
            name: sa.bindparam(None, value, sa.DateTime(timezone=True))
            for name, value in {**blank, **facts}.items()
            if isinstance(value, datetime)
        }
        connection.execute(insert(rows).values({**blank, **facts, **moments}))

    return add


def _blank(column):
    name = column.type.__class__.__name__
    return MONDAY if name in {"TIMESTAMP", "DATETIME"} else BLANKS[name]
