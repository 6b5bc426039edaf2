"""A counter on a real port, a letter box for its webhooks, and payments to settle."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import stripe
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug import Request, Response
from werkzeug.serving import make_server
from werkzeug.test import TestResponse

from shop.config import Settings
from shop.infra.events import Event
from shop.kernel import clock, ids
from shop.kernel.money import Money
from shop.payments import service
from shop.payments.events import (
    PaymentExpired,
    PaymentFailed,
    PaymentReceived,
    Refunded,
    RefundFailed,
)
from shop.payments.gateways.counter import keys
from shop.payments.gateways.counter.app import create_counter
from shop.payments.gateways.counter.desk import Desk
from shop.payments.gateways.stripe_api import Stripe, gateway
from shop.payments.models import Payment
from shop.payments.rules import PayLine
from tests.builders.orders import a_person

SHIRT = PayLine(name="Shirt in bengal blue", amount=Money(12950, "EUR"))
KINDS = (PaymentReceived, PaymentExpired, PaymentFailed, Refunded, RefundFailed)
PATIENCE = 5.0  # seconds


@dataclass
class Watch:
    """A clock for the counter that can be put forward."""

    ahead: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        return clock.now() + self.ahead


@dataclass
class LetterBox:
    """Where the counter's webhooks arrive, as they came over the wire."""

    letters: list[tuple[bytes, str]] = field(default_factory=list)
    is_open: bool = True
    refused: int = 0

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        body = request.get_data()
        if not self.is_open:
            self.refused += 1
            return Response(status=500)(environ, start_response)
        self.letters.append((body, request.headers["Stripe-Signature"]))
        return Response(status=204)(environ, start_response)

    def wait_for(self, count: int) -> list[tuple[bytes, str]]:
        wait(lambda: len(self.letters) >= count)
        return self.letters


@dataclass(frozen=True, kw_only=True)
class Counter:
    """The test counter as an outside party: at a port, with a letter box for what it tells."""

    app: Flask
    url: str
    box: LetterBox
    watch: Watch
    stripe: Stripe
    sdk: stripe.StripeClient
    desk: Desk

    def press(self, button: str, payment: Payment) -> TestResponse:
        """Press «pay» or «decline» on the hosted page of this payment."""
        return self.app.test_client().post(f"/pay/{payment.provider_session_id}/{button}")


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve the WSGI application at a free port, and give its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def a_counter(settings: Settings, folder: Path) -> Iterator[Counter]:
    box, watch = LetterBox(), Watch()
    with serving(box) as box_url:
        app = create_counter(settings, store=folder / "counter.sqlite", shop_url=box_url, now=watch)
        desk = app.extensions["desk"]
        desk = replace(desk, postman=replace(desk.postman, pauses=(0.0,)))
        app.extensions["desk"] = desk
        with serving(app) as url:
            ours = a_stripe(settings, url)
            yield Counter(
                app=app, url=url, box=box, watch=watch, stripe=ours, sdk=ours._client, desk=desk
            )
            ours.close()
        wait(lambda: not desk.postman.busy.locked())


def a_stripe(settings: Settings, url: str) -> Stripe:
    secret = keys.webhook_secret(settings.secret_key)
    return Stripe(key=keys.API_KEY, webhook_secret=secret, api=url)


def listening(seen: list[Event]) -> dict[type[Event], tuple[Any, ...]]:
    """Return subscriptions that only note what was announced."""
    return dict.fromkeys(KINDS, (lambda session, event: seen.append(event),))


def a_payment(session: Session, **different: Any) -> Payment:
    """Open a payment for one shirt and commit it."""
    amount = different.pop("amount", SHIRT.amount)
    facts: dict[str, Any] = {
        "reference": ids.public_id(),
        "amount": amount,
        "email": "anneleen@example.com",
        "lines": (replace(SHIRT, amount=amount),),
        "description": "Order T-2026-00042",
        "success_url": "http://localhost/orders/x/thanks",
        "cancel_url": "http://localhost/orders/x",
        "expires_at": clock.now() + timedelta(hours=2),
        "now": clock.now(),
    }
    facts |= different
    if "person_id" not in facts:
        facts["person_id"] = a_person(session).id
    payment = service.open_payment(session, **facts)
    session.commit()
    return payment


def a_paged_payment(session: Session, **different: Any) -> Payment:
    """Open a payment and have its hosted page made."""
    payment = a_payment(session, **different)
    page = gateway().make_page(service.page_wanted(payment, now=clock.now()))
    service.remember_page(session, payment.id, page, now=clock.now())
    session.commit()
    return payment


def a_paid_payment(session: Session, counter: Counter, **different: Any) -> Payment:
    """Open a payment, pay it at the counter, and believe it."""
    payment = a_paged_payment(session, **different)
    counter.press("pay", payment)
    page = gateway().page(payment.provider_session_id or "")
    service.note_page(session, page, now=clock.now())
    session.commit()
    return payment


def deliver(client: FlaskClient, letter: tuple[bytes, str]) -> TestResponse:
    """Hand one of the counter's letters to the shop's door, byte for byte."""
    body, signature = letter
    headers = {"Stripe-Signature": signature, "Content-Type": "application/json"}
    return client.post("/payments/webhook", data=body, headers=headers)


def now_is(session: Session, payment: Payment) -> Payment:
    """Return the payment as it lies in the database now, with steps and refunds."""
    session.rollback()
    session.refresh(
        payment,
        ["state", "steps", "refunds", "paid_at", "provider_session_id", "hosted_url", "email"],
    )
    session.commit()  # a savepoint left open here would take along what others do next
    return payment
