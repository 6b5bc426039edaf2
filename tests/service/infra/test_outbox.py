"""Wishes are rows; a worker does them, twice if it must, and not for ever at once."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy import select

from shop.infra import db, jobs, mail, outbox
from shop.infra.jobs import OnceOnly
from shop.infra.outbox import LEASE, OutboxRow, RefusedForGood
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


def test_what_is_leased_is_not_leased_twice_until_the_lease_is_over(session, at):
    outbox.ask_for(session, "test.job", order="x")
    session.flush()

    lease = outbox.take_next(session, now=NOW)
    assert outbox.take_next(session, now=NOW) is None
    assert outbox.take_next(session, now=NOW + LEASE - timedelta(seconds=1)) is None
    again = outbox.take_next(session, now=NOW + LEASE)

    assert (again.row_id, again.no) == (lease.row_id, 2)
    assert outbox.held(session, lease) is None
    assert outbox.held(session, again) is not None


def test_rows_are_leased_one_by_one_as_they_are_begun(session, app, at, monkeypatch):
    seen = []

    def job(session, payload):
        waiting = select(OutboxRow.tries).order_by(OutboxRow.id)
        seen.append(list(session.scalars(waiting)))

    monkeypatch.setitem(app.extensions, "jobs", {"test.job": job})
    for name in "ab":
        outbox.ask_for(session, "test.job", order=name)
    session.commit()

    jobs.work_off()

    assert seen == [[1, 0], [1, 1]]


def test_who_was_too_slow_settles_nothing_and_tells_nobody(session, app, at, monkeypatch):
    told = []

    def letter(session, payload, begin):
        with db.work() as other:  # meanwhile another worker finds the lease over
            outbox.take_next(other, now=NOW + LEASE)
        begin()
        told.append(payload)

    monkeypatch.setitem(app.extensions, "jobs", {"test.letter": OnceOnly(letter)})
    outbox.ask_for(session, "test.letter", to="x")
    session.commit()

    jobs.work_off()

    assert told == []
    [row] = rows(session)
    assert (row.done_at, row.tries, row.begun_at) == (None, 2, None)


def test_what_a_worker_died_over_is_not_done_again(session, app, at, monkeypatch):
    told = []
    deeds = {"test.letter": OnceOnly(lambda session, payload, begin: told.append(payload))}
    monkeypatch.setitem(app.extensions, "jobs", deeds)
    outbox.ask_for(session, "test.letter", to="x")
    session.flush()
    outbox.begin(session, outbox.take_next(session, now=NOW), now=NOW)
    session.commit()

    at(NOW + LEASE)
    jobs.work_off()

    [row] = rows(session)
    assert told == []
    assert (row.given_up_at, row.cause) == (NOW + LEASE, "a worker ended in the middle of it")


def test_what_is_given_up_is_tried_again_when_a_colleague_says_so(session, app, at, monkeypatch):
    answers = [RefusedForGood("no such house"), None]

    def job(session, payload):
        if answer := answers.pop(0):
            raise answer

    monkeypatch.setitem(app.extensions, "jobs", {"test.job": job})
    outbox.ask_for(session, "test.job", order="x")
    session.commit()

    jobs.work_off()
    at(NOW + timedelta(days=9))
    assert jobs.work_off() == 0
    [row] = rows(session)
    assert (row.given_up_at, row.cause, row.done_at) == (NOW, "no such house", None)
    outbox.try_again(row, now=clock.now())
    session.commit()
    jobs.work_off()

    assert rows(session)[0].done_at == NOW + timedelta(days=9)


def test_one_open_wish_about_a_thing_is_enough(session, desk, at):
    for _twice in range(2):
        outbox.ask_for(session, "test.job", about="page-1", order="x")
    outbox.ask_for(session, "test.job", about="page-2", order="y")
    session.commit()
    jobs.work_off()
    outbox.ask_for(session, "test.job", about="page-1", order="z")
    session.commit()
    jobs.work_off()

    assert [each["order"] for each in desk[0]] == ["x", "y", "z"]


def test_a_change_that_is_dropped_wishes_nothing(session):
    outbox.ask_for(session, "test.job", order="x")
    session.rollback()

    assert rows(session) == []


def test_a_mail_is_kept_whole(session, settings, at):
    outbox.ask_for(
        session,
        mail.SEND,
        to="anna@example.com",
        subject="Maß · 39½",
        body="Grüße\n",
        message_id="<abc@shop>",
    )
    session.commit()

    jobs.work_off()

    kept = (Path(settings.var_dir) / "mail" / "abc.eml").read_bytes()
    message = message_from_bytes(kept, policy=default)
    assert (message["To"], message["Subject"]) == ("anna@example.com", "Maß · 39½")
    assert message.get_content() == "Grüße\n"


def test_a_line_break_in_an_address_writes_to_nobody_else(session, settings, at):
    outbox.ask_for(
        session,
        mail.SEND,
        to="anna@example.com\nBcc: eve@example.com",
        subject="x",
        body="x",
        message_id="<def@shop>",
    )
    session.commit()

    jobs.work_off()

    assert not (Path(settings.var_dir) / "mail" / "def.eml").exists()
    [row] = rows(session)
    assert (row.done_at, row.given_up_at) == (None, NOW)
