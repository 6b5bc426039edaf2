"""Migrations from code: the same numbered files on SQLite and PostgreSQL."""

from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.engine import Connection

from shop.config import ROOT

ONE_AT_A_TIME: Final = 7_051_993  # the advisory lock that processes starting together queue for


def migrate(engine: Engine, to: str = "head") -> None:
    """Bring the tables to this revision; processes that start together wait for each other."""
    with engine.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        config = _config(connection)
        if to == "base":
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)


def is_current(engine: Engine) -> bool:
    """Tell whether the tables are those that this code was written for."""
    head = ScriptDirectory.from_config(_config(None)).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    return config
