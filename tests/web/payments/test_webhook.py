"""The door for webhooks: public, and open only to what is signed."""

import json
import time

import pytest
from sqlalchemy import func, select

from shop.infra.outbox import OutboxRow
from shop.payments.gateways.counter import keys
from shop.payments.gateways.counter.letters import signature
from shop.payments.models import WebhookReceipt
from tests.builders.payments import a_paged_payment, deliver

LETTER = {
    "id": "evt_1", "object": "event", "type": "checkout.session.completed", "created": 1,
    "livemode": False, "data": {"object": {"id": "cs_test_1", "object": "checkout.session"}},
}  # fmt: skip


@pytest.fixture
def sign(settings):
    secret = keys.webhook_secret(settings.secret_key)

    def sign(letter, *, age=0, secret=secret):
        body = letter if isinstance(letter, str) else json.dumps(letter)
        return body.encode(), signature(body, secret, int(time.time()) - age)

    return sign


@pytest.fixture
def kept(session):
    def kept():
        session.rollback()
        return tuple(
            session.scalar(select(func.count()).select_from(table))
            for table in (WebhookReceipt, OutboxRow)
        )

    return kept


def test_a_signed_letter_is_kept_once_and_looked_into(client, session, sign, kept):
    answers = [deliver(client, sign(LETTER)).status_code for _thrice in range(3)]

    assert answers == [204, 204, 204]
    assert kept() == (1, 1)
    assert session.scalars(select(OutboxRow)).one().payload["page"] == "cs_test_1"


def test_a_letter_about_something_else_is_taken_and_put_aside(client, session, sign, kept):
    assert deliver(client, sign({**LETTER, "type": "customer.created"})).status_code == 204

    assert kept() == (1, 0)
    assert session.scalars(select(WebhookReceipt)).one().done_at is not None


def test_another_secret_is_turned_away(client, sign, kept):
    assert deliver(client, sign(LETTER, secret="whsec_of_somebody_else")).status_code == 400
    assert kept() == (0, 0)


def test_a_changed_body_is_turned_away(client, sign, kept):
    body, proof = sign(LETTER)

    assert deliver(client, (body.replace(b"cs_test_1", b"cs_test_2"), proof)).status_code == 400
    assert kept() == (0, 0)


def test_an_old_letter_is_turned_away(client, sign, kept):
    assert deliver(client, sign(LETTER, age=301)).status_code == 400
    assert kept() == (0, 0)
    assert deliver(client, sign(LETTER, age=290)).status_code == 204


@pytest.mark.parametrize("proof", ["", "t=1", "v1=abc", "t=now,v1=abc", "nonsense"])
def test_no_proof_is_turned_away(client, sign, kept, proof):
    assert deliver(client, (sign(LETTER)[0], proof)).status_code == 400
    assert kept() == (0, 0)


@pytest.mark.parametrize(
    "letter",
    ["", "not json", "[]", "{}", '{"object": "v2.core.event", "id": "evt_1", "type": "x"}',
     '{"object": "event", "id": "evt_1", "type": "x", "data": {"object": {}}}'],
)  # fmt: skip
def test_signed_nonsense_is_turned_away(client, sign, kept, letter):
    assert deliver(client, sign(letter)).status_code == 400
    assert kept() == (0, 0)


def test_bytes_that_are_no_text_are_turned_away(client, kept):
    assert deliver(client, (b"\xff\xfe", "t=1,v1=abc")).status_code == 400
    assert kept() == (0, 0)


def test_the_door_needs_no_token_of_a_page(client, app, sign, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", value=True)

    assert deliver(client, sign(LETTER)).status_code == 204
    assert client.post("/units", data={"unit": "cm"}).status_code == 400


def test_only_posts_come_in(client):
    assert client.get("/payments/webhook").status_code == 405


def test_nothing_of_what_was_told_is_kept(client, session, counter):
    payment = a_paged_payment(session)
    counter.press("pay", payment)

    deliver(client, counter.box.wait_for(1)[0])

    receipt = session.scalars(select(WebhookReceipt)).one()
    row = session.scalars(select(OutboxRow)).one()
    assert row.payload == {"page": payment.provider_session_id, "receipt": receipt.id}
