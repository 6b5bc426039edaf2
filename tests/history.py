"""A database as an older version left it, and what that version showed of it.

`data/demo_0_4.json.gz` holds every row that the demo of 0.4 made, without its outbox;
`data/shown_0_4.json.gz` holds what 0.4 showed of them at `NOW`. Both were written by running
`dump` and `shown` with the code of 0.4 on the path. They do not change any more: what a later
version shows otherwise, and why, stands in the test.
"""

import gzip
import hashlib
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any, Final

from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy import Column, Connection, Date, DateTime, Engine, MetaData, Table, text

DATA: Final = Path(__file__).parent / "data"
NOW: Final = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
REVISION: Final = "0005"  # of the tables of 0.4
NOISE: Final = frozenset({"outbox", "sign_ins", "alembic_version"})
PASSWORD: Final = "made-to-order"  # the demo tells it to everybody
STAFF: Final = "manager@toile.example"
PIECES: Final = "SELECT number, public_id FROM work_orders ORDER BY id"
ORDERS: Final = (
    "SELECT number, public_id, theirs FROM orders"
    " JOIN (SELECT id AS buyer, email AS theirs FROM people) AS buyers ON buyer = person_id"
    " ORDER BY id"
)


def kept(name: str) -> Any:
    """Return one of the files that are kept."""
    return json.loads(gzip.decompress((DATA / f"{name}.json.gz").read_bytes()))


def keep(name: str, value: Any) -> None:
    """Write one of them; equal values give equal bytes."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (DATA / f"{name}.json.gz").write_bytes(gzip.compress(said.encode(), mtime=0))


def dump(engine: Engine) -> dict[str, Any]:
    """Return all rows of all tables that are no noise, as JSON knows them."""
    with engine.connect() as connection:
        tables = [each for each in _tables(connection) if each.name not in NOISE]
        rows = {each.name: connection.execute(each.select()).all() for each in tables}
    return {
        each.name: {
            "columns": each.columns.keys(),
            "rows": [[_said(value) for value in row] for row in rows[each.name]],
        }
        for each in tables
        if rows[each.name]
    }


def fill(engine: Engine, dumped: dict[str, Any]) -> None:
    """Put the rows into the empty tables of that version."""
    with engine.begin() as connection:
        for table in _tables(connection):
            if rows := dumped.get(table.name):
                named = [dict(zip(rows["columns"], row, strict=True)) for row in rows["rows"]]
                connection.execute(table.insert(), [_typed(table, row) for row in named])
                _count_on(connection, table)


def shown(app: Flask) -> dict[str, Any]:
    """Return the words of every piece's page and sheet and of every order's pages, at `NOW`."""
    with app.app_context(), app.extensions["engine"].connect() as connection:
        pieces = connection.execute(text(PIECES)).all()
        orders = connection.execute(text(ORDERS)).all()
    staff = _signed_in(app, STAFF)
    buyers = {email: _signed_in(app, email) for email in {each.theirs for each in orders}}
    return {
        "pieces": {number: _piece(staff, f"/staff/work/{key}") for number, key in pieces},
        "orders": {
            number: {
                "buyer": _words(buyers[email], f"/orders/{key}"),
                "staff": _words(staff, f"/staff/orders/{key}"),
            }
            for number, key, email in orders
        },
        "board": _words(staff, "/staff/work"),
        "listing": _words(staff, "/staff/orders"),
    }


def _tables(connection: Connection) -> list[Table]:
    known = MetaData()
    known.reflect(connection)
    return known.sorted_tables


def _said(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.columns[name], value) for name, value in row.items()}


def _value(column: Column[Any], value: Any) -> Any:
    if value is not None and isinstance(column.type, DateTime):
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=UTC) if column.type.timezone else moment
    if value is not None and isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL count on from the highest id."""
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        counter = f"pg_get_serial_sequence('{table.name}', 'id')"
        connection.execute(text(f"SELECT setval({counter}, max(id)) FROM {table.name}"))  # noqa: S608


def _signed_in(app: Flask, email: str) -> FlaskClient:
    browser = app.test_client()
    answer = browser.post("/sign-in", data={"email": email, "password": PASSWORD})
    assert answer.status_code == 303, (email, answer.status_code)
    return browser


def _piece(browser: FlaskClient, url: str) -> dict[str, Any]:
    sheet = _found(browser, f"{url}/spec.pdf")
    return {
        "page": _words(browser, url),
        "pdf": hashlib.sha256(sheet).hexdigest(),
        "sheet": [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(sheet)).pages],
        "front": hashlib.sha256(_found(browser, f"{url}/front.svg")).hexdigest(),
        "back": hashlib.sha256(_found(browser, f"{url}/back.svg")).hexdigest(),
    }


def _words(browser: FlaskClient, url: str) -> list[str]:
    """Return what is read in the main part of a page, piece by piece."""
    body = _found(browser, url).decode()
    main = body[body.index("<main") : body.index("</main>")]
    return list(_lines(re.sub(r"<(script|style|select)\b.*?</\1>", "", main, flags=re.DOTALL)))


def _lines(html: str) -> Iterator[str]:
    for part in re.split(r"<[^>]+>", html):
        if line := " ".join(unescape(part).split()):
            yield line


def _found(browser: FlaskClient, url: str) -> bytes:
    answer = browser.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.data
