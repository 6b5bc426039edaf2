"""Fixtures shared by all tests: one database for the run, one transaction for a test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from shop.config import Settings
from shop.factory import create_app
from shop.infra.db import make_engine
from shop.tables import METADATA


@pytest.fixture(scope="session")
def settings() -> Iterator[Settings]:
    with tempfile.TemporaryDirectory(prefix="shop-test-") as folder:
        yield Settings(
            var_dir=folder, database_url=f"sqlite:///{Path(folder) / 'test.sqlite'}",
            argon2_memory_kib=64, url="http://localhost",
        )  # fmt: skip


@pytest.fixture(scope="session")
def engine(settings: Settings) -> Iterator[Engine]:
    engine = make_engine(settings.database)
    METADATA.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def sessions(engine: Engine) -> Iterator[sessionmaker[Session]]:
    """Sessions whose commits reach no further than the end of the test."""
    with engine.connect() as connection:
        outer = connection.begin()
        yield sessionmaker(
            connection, join_transaction_mode="create_savepoint", expire_on_commit=False
        )
        outer.rollback()


@pytest.fixture(scope="session")
def whole_app(settings: Settings, engine: Engine) -> Flask:
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.extensions["wake"] = lambda: None  # tests do the outbox's jobs when they say so
    return app


@pytest.fixture
def app(whole_app: Flask, sessions: sessionmaker[Session]) -> Iterator[Flask]:
    whole_app.extensions["sessions"] = sessions
    with whole_app.app_context():
        yield whole_app


@pytest.fixture
def session(app: Flask, sessions: sessionmaker[Session]) -> Iterator[Session]:
    with sessions() as session:
        yield session


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def empty_database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'empty.sqlite'}"
