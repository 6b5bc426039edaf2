"""One session per request or job; the edge commits, nobody else.

SQLite has no row locks: a request that may write begins with BEGIN IMMEDIATE, so that two writers
queue instead of failing. On PostgreSQL the rows are locked by the query that loads them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import Enum
from http import HTTPStatus
from itertools import chain
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, g, request
from sqlalchemy import JSON, DateTime, Dialect, Engine, MetaData, create_engine, event
from sqlalchemy import Enum as EnumType
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

from shop.kernel.documents import Shape, Upgrade
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _

NAMES: Final = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class UtcDateTime(TypeDecorator[datetime]):
    """A timestamp that refuses naive values on the way in and is aware on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def stored(kind: type[Enum], name: str | None = None) -> EnumType:
    """Keep an enum as checked text; name it when a table has two columns of one kind."""
    return EnumType(
        kind,
        name=name or kind.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


class Document(TypeDecorator[Any]):
    """A frozen value as JSON with the number of its format (see `kernel.documents`).

    What comes out is frozen, so nobody changes it in place: a change is a new value.
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape

    def __repr__(self) -> str:
        return repr(self.impl)  # a migration knows the column, not what lies in it

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.shape.kept(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.shape.read(value)


def document(
    kind: Any, *, number: int = 1, upgrades: Mapping[int, Upgrade] | None = None
) -> Document:
    """Return the type of a column that keeps values of this kind, now in format `number`.

    `upgrades[n]` turns the plain value of format n into that of n + 1; by itself format 0, which
    is JSON from before formats had numbers, is read as format 1. Reading raises Unreadable for a
    format that is unknown here, and for fields that are.
    """
    known = {0: lambda raw: raw} | dict(upgrades or {})
    return Document(Shape(kind=kind, format=number, upgrades=known))


class Model(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcDateTime}


def make_engine(url: str) -> Engine:
    """Return an engine that begins transactions as this module's first lines promise.

    Its errors end in the log, so they never show the values: addresses and body measures.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if path := make_url(url).database:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 20}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def init_app(app: Flask, url: str) -> None:
    engine = make_engine(url)
    app.extensions["engine"] = engine
    app.extensions["sessions"] = sessionmaker(engine, expire_on_commit=False)
    app.before_request(_refuse_nul)
    app.after_request(_settle)
    app.teardown_appcontext(_close)


def session() -> Session:
    """Return the session of the running request; a GET begins it for reading."""
    if "session" not in g:
        g.session = _open(reading=request.method in READS)
    current: Session = g.session
    return current


def drop() -> None:
    """Forget what the running request has changed: it went wrong."""
    if "session" in g:
        g.session.rollback()


@contextmanager
def work() -> Iterator[Session]:
    """Give a session outside of requests: committed at the end, rolled back on an error."""
    with _open(reading=False) as current:
        yield current
        current.commit()


@contextmanager
def look() -> Iterator[Session]:
    """Give a session for reading only, which holds nobody up while the outside is asked."""
    with _open(reading=True) as current:
        yield current


def _open(*, reading: bool) -> Session:
    current: Session = current_app.extensions["sessions"]()
    if reading and isinstance(current.bind, Engine):
        current.bind = current.bind.execution_options(reading=True)
    return current


def _refuse_nul() -> None:
    """Refuse the one character that PostgreSQL's text cannot hold; nobody types it."""
    sent = chain([request.path], *request.args.listvalues(), *request.form.listvalues())
    if any("\0" in text for text in sent):
        raise Invalid(_("There is a character in it that cannot be kept. Please type it anew."))


def _settle(response: Response) -> Response:
    """Commit what a successful response promises; drop everything else."""
    if "session" in g:
        if response.status_code < HTTPStatus.BAD_REQUEST:
            g.session.commit()
        else:
            g.session.rollback()
    return response


def _close(error: BaseException | None) -> None:
    if (current := g.pop("session", None)) is not None:
        current.close()
