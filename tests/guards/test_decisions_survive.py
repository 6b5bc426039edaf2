"""What was decided about an artwork before decisions were steps is still known."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from shop.infra import schema
from shop.infra.db import make_engine
from tests.builders.rows import filler

MONDAY = datetime(2026, 11, 2, 8, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 3, 8, tzinfo=UTC)
WERE = [
    {"id": 1, "state": "uploaded"},
    {"id": 2, "state": "refused", "decided_by": 8, "decided_at": TUESDAY, "reason": "A brand."},
    {"id": 3, "state": "approved", "decided_at": MONDAY},  # by whom nobody knows any more
]
ARE = [
    (3, "approve", "uploaded", "approved", "nobody", None, ""),
    (2, "refuse", "uploaded", "refused", "colleague", 8, "A brand."),
]


@pytest.fixture
def old(empty_database_url):
    """Artworks of which one waits, one was refused and one approved."""
    engine = make_engine(empty_database_url)
    schema.migrate(engine, "0011")
    with engine.begin() as connection:
        add = filler(connection)
        for person in (7, 8):
            add("people", id=person, name="", role="customer")
        for row in WERE:
            names = {name: f"{name}-{row['id']}" for name in ("public_id", "once")}
            add("artworks", person_id=7, **names, **row)
    yield engine
    engine.dispose()


def steps(engine):
    with engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT artwork_id, move, before, after, actor_kind, actor_id, reason"
                " FROM artwork_steps ORDER BY id"
            )
        )
        return [tuple(row) for row in found]


def test_every_decision_is_a_step(old):
    schema.migrate(old)

    assert steps(old) == ARE
