"""Letters over SMTP: each once, none for ever, none in clear."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from sqlalchemy import select

from shop.infra import jobs, mail, outbox, relay
from shop.infra.outbox import OutboxRow
from shop.kernel import clock
from tests.builders.relay import PLAIN, a_relay

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def post(app, session, monkeypatch):
    """Send one letter by this relay; return its row."""
    monkeypatch.setattr(clock, "now", lambda: NOW)

    def post(url, *, to="anna@example.com"):
        settings = replace(app.extensions["settings"], mail=url)
        monkeypatch.setitem(app.extensions, "settings", settings)
        outbox.ask_for(
            session,
            mail.SEND,
            to=to,
            subject="Your order",
            body="Grüße\n",
            message_id="<abc@toile.example>",
        )
        session.commit()
        jobs.work_off()
        session.expire_all()
        return session.scalars(select(OutboxRow)).one()

    return post


def test_a_letter_arrives_once_with_its_date_and_name(post):
    with a_relay() as house:
        row = post(house.url)

    [letter] = house.letters
    message = message_from_bytes(letter, policy=default)
    assert row.done_at == NOW
    assert message["Message-ID"] == "<abc@toile.example>"
    assert message["Date"].datetime == NOW
    assert message.get_content().strip() == "Grüße"


@pytest.mark.parametrize("verb", ["RCPT", "MAIL", "DATA", "end"])
def test_what_the_relay_refuses_for_good_is_given_up(post, verb):
    with a_relay(**{verb: "550 no such mailbox"}) as house:
        row = post(house.url)

    assert (row.given_up_at, row.cause) == (NOW, "the relay answered 550")


@pytest.mark.parametrize("verb", ["RCPT", "DATA", "end"])
def test_what_it_refuses_for_now_is_tried_again(post, verb):
    with a_relay(**{verb: "451 busy"}) as house:
        row = post(house.url)

    assert (row.given_up_at, row.done_at, row.begun_at) == (None, None, None)
    assert row.due_at > NOW


def test_when_it_falls_silent_over_the_letter_nobody_sends_it_again(post):
    with a_relay(end=None) as house:
        row = post(house.url)

    assert len(house.letters) == 1
    assert row.given_up_at == NOW
    assert row.cause == "the relay fell silent after it had the letter"


def test_a_rude_goodbye_after_the_letter_changes_nothing(post):
    with a_relay(QUIT="421 going down") as house:
        row = post(house.url)

    assert (row.done_at, len(house.letters)) == (NOW, 1)


def test_a_relay_that_is_away_is_asked_again(post):
    with a_relay() as house:
        url = house.url

    row = post(url)

    assert (row.cause, row.given_up_at) == ("ConnectionRefusedError", None)


def test_a_password_is_decoded_and_shown_to_this_machine_only(post):
    features = (*PLAIN[:1], "250 AUTH PLAIN")
    with a_relay(features=features, AUTH="235 welcome") as house:
        row = post(house.url.replace("//", "//toile:p%40ss@"))

    [said] = [line for line in house.heard if line.startswith("AUTH PLAIN")]
    assert said.split()[-1] == "AHRvaWxlAHBAc3M="  # \0toile\0p@ss
    assert row.done_at == NOW


def test_a_password_never_travels_in_clear(post, monkeypatch):
    monkeypatch.setattr(relay, "HERE", frozenset())  # the relay is another machine now
    with a_relay(features=(*PLAIN[:1], "250 AUTH PLAIN")) as house:
        row = post(house.url.replace("//", "//toile:secret@"))

    assert [line for line in house.heard if line.startswith("AUTH")] == []
    assert (row.cause, row.done_at) == ("PasswordInClear", None)


def test_a_domain_with_letters_of_its_own_is_written_as_dns_has_it(post):
    with a_relay() as house:
        row = post(house.url, to="gast@exämple.de")

    assert row.done_at == NOW
    assert "rcpt TO:<gast@xn--exmple-cua.de>" in house.heard
    assert b"To: gast@xn--exmple-cua.de" in house.letters[0]


def test_a_name_the_relay_cannot_write_is_given_up(post):
    with a_relay() as house:
        row = post(house.url, to="gäst@example.de")

    assert row.cause == "the relay knows no addresses beyond ASCII"
    assert (row.given_up_at, house.letters) == (NOW, [])


def test_a_relay_that_can_write_it_gets_it(post):
    with a_relay(features=(*PLAIN[:1], "250 SMTPUTF8")) as house:
        row = post(house.url, to="gäst@example.de")

    assert (row.done_at, len(house.letters)) == (NOW, 1)
