"""Who moved something before actors were kinds and people is still known."""

import pytest
from sqlalchemy import text

from shop.infra import schema
from shop.infra.db import make_engine
from tests.builders.rows import filler

WERE = {
    "customer:7": ("customer", 7),
    "workshop:8": ("colleague", 8),
    "staff:8": ("colleague", 8),
    "manager:9": ("nobody", None),  # whom nobody knows any more
    "clock": ("clock", None),
    "payments": ("payments", None),
    "stripe": ("stripe", None),
    "shop": ("house", None),
    "house": ("house", None),
    "carrier": ("carrier", None),
    "nobody": ("nobody", None),
    "": ("nobody", None),
}


@pytest.fixture
def old(empty_database_url):
    """A ledger in which each of these moved something."""
    engine = make_engine(empty_database_url)
    schema.migrate(engine, "0010")
    with engine.begin() as connection:
        add = filler(connection)
        for person in (7, 8):
            add("people", id=person, name="", role="customer")
        add("cloths", id=1, code="poplin")
        add("cloth_rolls", id=1, cloth_id=1, number="R-1")
        for actor in WERE:
            add("stock_movements", roll_id=1, kind="corrected", actor=actor)
    yield engine
    engine.dispose()


def test_every_text_is_read(old):
    schema.migrate(old)

    with old.connect() as connection:
        rows = connection.execute(
            text("SELECT actor_kind, actor_id FROM stock_movements ORDER BY id")
        ).all()
    assert [tuple(row) for row in rows] == list(WERE.values())
