"""Fixtures shared by all tests: one database for the run, one transaction for a test."""

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from shop.config import Settings
from shop.factory import create_app
from shop.infra import schema
from shop.infra.db import make_engine
from tests.databases import KINDS, another, database

hypothesis.settings.register_profile("shop", deadline=None)  # nobody times: machines differ
hypothesis.settings.load_profile("shop")


class Browser(FlaskClient):
    """Sends each request in a context of its own, as a server would, also from within a test's."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        with self.application.app_context():
            return super().open(*args, **kwargs)


@pytest.fixture(scope="session", params=KINDS)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Everything that uses a database runs on each kind that the shop runs on."""
    with database(request.param) as url:
        yield url


@pytest.fixture(scope="session")
def settings(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(
        var_dir=str(tmp_path_factory.mktemp("var")),
        database_url=database_url,
        argon2_memory_kib=64,
        url="http://localhost",
    )


@pytest.fixture(scope="session")
def engine(settings: Settings) -> Iterator[Engine]:
    """The tables, made by the migrations as they are in a real shop."""
    engine = make_engine(settings.database)
    schema.migrate(engine)
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
    app.test_client_class = Browser
    app.extensions["wake"] = lambda: None  # tests do the outbox's jobs when they say so
    return app


@pytest.fixture
def app(whole_app: Flask, sessions: sessionmaker[Session]) -> Iterator[Flask]:
    whole_app.extensions["sessions"] = sessions
    whole_app.extensions["rates"].storage.reset()
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
def empty_database_url(database_url: str) -> str:
    return another(database_url, "empty")
