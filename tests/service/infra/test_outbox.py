"""Wishes are rows; a worker does them, twice if it must, and not for ever at once."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy import select

from shop.infra import jobs, mail, outbox
from shop.infra.outbox import LEASE, OutboxRow
from shop.kernel import clock

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def desk(app, monkeypatch):
    """What the worker was given to do, and how often it is to fail."""
    done, failures = [], []

    def job(session, payload):
        if failures:
            failures.pop()
            raise RuntimeError("the outside does not answer")
        done.append(dict(payload))

    monkeypatch.setitem(app.extensions, "jobs", {"test.job": job})
    return done, failures


@pytest.fixture
def at(monkeypatch):
    """Set the clock."""

    def at(moment):
        monkeypatch.setattr(clock, "now", lambda: moment)

    at(NOW)
    return at


def rows(session):
    session.expire_all()
    return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


def test_a_wish_is_done_once_and_forgotten(session, desk, at):
    outbox.ask_for(session, "test.job", order="x")
    session.commit()

    assert jobs.work_off() == 1
    assert jobs.work_off() == 0

    [row] = rows(session)
    assert desk[0] == [{"order": "x"}]
    assert (row.payload, row.done_at, row.tries) == ({}, NOW, 1)


def test_what_failed_is_tried_again_after_growing_pauses(session, desk, at):
    done, failures = desk
    failures.extend("ab")
    outbox.ask_for(session, "test.job", order="x")
    session.commit()

    jobs.work_off()
    assert rows(session)[0].due_at == NOW + timedelta(minutes=1)
    at(NOW + timedelta(seconds=59))
    assert jobs.work_off() == 0
    at(NOW + timedelta(minutes=1))
    jobs.work_off()
    assert rows(session)[0].due_at == NOW + timedelta(minutes=6)
    at(NOW + timedelta(minutes=6))
    jobs.work_off()

    assert done == [{"order": "x"}]
    assert rows(session)[0].tries == 3


def test_one_that_fails_holds_up_nobody(session, desk, at):
    done, failures = desk
    failures.append("a")
    for name in "ab":
        outbox.ask_for(session, "test.job", order=name)
    session.commit()

    jobs.work_off()

    assert done == [{"order": "b"}]


def test_a_topic_nobody_knows_waits(session, desk, at):
    outbox.ask_for(session, "never.heard", order="x")
    session.commit()

    jobs.work_off()

    assert rows(session)[0].done_at is None


def test_what_is_taken_is_not_taken_twice_until_its_lease_is_over(session, at):
    outbox.ask_for(session, "test.job", order="x")
    session.flush()

    [row_id] = outbox.take_due(session, now=NOW)
    assert outbox.take_due(session, now=NOW) == []
    assert outbox.take_due(session, now=NOW + LEASE - timedelta(seconds=1)) == []
    assert outbox.take_due(session, now=NOW + LEASE) == [row_id]


def test_a_change_that_is_dropped_wishes_nothing(session):
    outbox.ask_for(session, "test.job", order="x")
    session.rollback()

    assert rows(session) == []


def test_a_mail_is_kept_whole(session, settings, at):
    outbox.ask_for(session, mail.SEND, to="anna@example.com", subject="Maß · 39½",
                   body="Grüße\n", message_id="<abc@shop>")  # fmt: skip
    session.commit()

    jobs.work_off()

    kept = (Path(settings.var_dir) / "mail" / "abc.eml").read_bytes()
    message = message_from_bytes(kept, policy=default)
    assert (message["To"], message["Subject"]) == ("anna@example.com", "Maß · 39½")
    assert message.get_content() == "Grüße\n"


def test_a_line_break_in_an_address_writes_to_nobody_else(session, settings, at):
    outbox.ask_for(session, mail.SEND, to="anna@example.com\nBcc: eve@example.com", subject="x",
                   body="x", message_id="<def@shop>")  # fmt: skip
    session.commit()

    jobs.work_off()

    assert not (Path(settings.var_dir) / "mail" / "def.eml").exists()
    assert rows(session)[0].done_at is None
