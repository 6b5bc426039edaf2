"""Pages of two at once, each with a connection of its own and commits that are commits."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import sessionmaker

from shop.infra import db
from shop.infra.db import make_engine
from shop.tables import METADATA
from tests.builders.catalogue import load_catalogue
from tests.databases import another


@pytest.fixture
def apart(app: Flask, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The shop on a database of its own, made anew each time and left empty.

    Only PostgreSQL: SQLite lets one writer in at a time, so there is no race to lose.
    """
    if not database_url.startswith("postgresql"):
        pytest.skip("SQLite lets one writer in at a time")
    engine = make_engine(another(database_url, "races"))
    METADATA.create_all(engine)
    monkeypatch.setitem(app.extensions, "sessions", sessionmaker(engine, expire_on_commit=False))
    with db.work() as session:
        load_catalogue(session)
    yield app
    METADATA.drop_all(engine)
    engine.dispose()
