"""The measurements that people gave before revisions were told are still theirs."""

from sqlalchemy import text

from shop.infra import schema
from shop.infra.db import make_engine

PERSON = "INSERT INTO people (id, name, role, created_at) VALUES (1, '', 'customer', :now)"
PROFILE = (
    "INSERT INTO profiles (id, public_id, person_id, name, size_table, revision, once, created_at,"
    " changed_at) VALUES (7, 'p', 1, 'Anna', 'women', 2, 'o', :now, :now)"
)
VALUE = (
    "INSERT INTO measurements (profile_id, revision, key, mm, source, taken_at)"
    " VALUES (7, :revision, :key, :mm, 'tape', :now)"
)
NOW = {"now": "2026-11-02 08:00:00+00:00"}
KEPT = [(1, "neck", 380), (1, "waist", 850), (2, "neck", 390)]


def test_values_of_old_are_kept_and_their_revisions_told(empty_database_url):
    engine = make_engine(empty_database_url)
    schema.migrate(engine, "0004")
    with engine.begin() as connection:
        connection.execute(text(PERSON), NOW)
        connection.execute(text(PROFILE), NOW)
        for revision, key, mm in KEPT:
            connection.execute(text(VALUE), {"revision": revision, "key": key, "mm": mm, **NOW})

    schema.migrate(engine)

    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT revision, key, amount FROM measurements ORDER BY revision, key")
        ).all()
        told = connection.execute(text("SELECT no, way FROM profile_revisions ORDER BY no")).all()
    engine.dispose()
    assert [tuple(row) for row in rows] == KEPT
    assert [tuple(row) for row in told] == [(1, "edit"), (2, "edit")]
