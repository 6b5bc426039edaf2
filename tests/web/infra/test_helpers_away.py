"""What helps a page may be away: the page is answered, and nothing is lost."""

import sqlite3
from pathlib import Path

import pytest
from redis.exceptions import ConnectionError as RedisAway
from sqlalchemy import select

from shop.infra import jobs, rate
from shop.infra.outbox import OutboxRow
from shop.kernel.errors import TooMany
from tests.builders.people import a_customer, sign_in

NOWHERE = "redis://127.0.0.1:1/0"  # nothing listens there


@pytest.fixture
def anna(session):
    person = a_customer(session)
    session.commit()
    return person


@pytest.fixture
def without_redis(app, monkeypatch):
    """The limiter as it is with Redis, which does not answer."""
    there = app.extensions["rates"]
    rate.init_app(app, redis_url=NOWHERE)
    yield app
    app.extensions["rates"] = there


def test_a_letter_is_written_though_the_queue_is_away(app, client, session, anna, monkeypatch):
    def away():
        raise RedisAway

    monkeypatch.setitem(app.extensions, "wake", away)

    answer = client.post("/forgotten", data={"email": "anna@example.com"})

    assert answer.status_code == 200
    assert session.scalar(select(OutboxRow.topic)) == "mail.send"


def test_sign_in_and_sign_up_go_on_without_redis(without_redis, client, anna):
    assert sign_in(client).status_code == 303
    new = {"name": "Eva", "email": "eva@example.com", "password": "a long enough one"}
    assert client.post("/sign-up", data=new).status_code == 303


def test_a_process_counts_for_itself_while_redis_is_away(without_redis):
    for _try in range(3):
        rate.hold("3 per minute", "somewhere")

    with pytest.raises(TooMany, match="wait a minute"):
        rate.hold("3 per minute", "somewhere")


def test_a_redis_that_is_away_holds_up_no_start(settings):
    queue = jobs._queue(NOWHERE, Path(settings.var_dir))

    assert queue.storage.pool.connection_kwargs["socket_timeout"] == jobs.PATIENCE


def test_a_broken_queue_file_is_made_anew(settings, tmp_path):
    broken = tmp_path / "queue.sqlite"
    broken.write_bytes(b"SQLite format 3\0" + b"broken" * 4000)

    queue = jobs._queue("", tmp_path)

    assert queue.pending_count() == 0
    with sqlite3.connect(broken) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
