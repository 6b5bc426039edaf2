"""Models and migrations say the same, up, down and up again."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from shop.infra import schema
from shop.infra.db import make_engine
from shop.tables import METADATA


def differences(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, METADATA)


def test_migrations_make_exactly_the_models_tables(empty_database_url):
    engine = make_engine(empty_database_url)
    schema.migrate(engine)
    assert differences(engine) == []
    assert schema.is_current(engine)
    engine.dispose()


def test_up_down_and_up_again(empty_database_url):
    engine = make_engine(empty_database_url)
    for to in ("head", "base", "head"):
        schema.migrate(engine, to)
    assert "orders" in inspect(engine).get_table_names()
    engine.dispose()
