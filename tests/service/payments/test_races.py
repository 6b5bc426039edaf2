"""Two at once: each with a connection of its own, on the tables of a database of their own."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from shop.infra import db
from shop.infra.db import make_engine
from shop.infra.events import Event
from shop.kernel import clock
from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.payments import service
from shop.payments.gateways.requests import HostedPage
from shop.payments.models import Payment, PaymentStep, Refund
from shop.payments.rules import PaymentState
from shop.tables import METADATA
from tests.builders.payments import SHIRT, a_payment

PAGE = HostedPage(
    id="cs_1",
    payment="",
    url="",
    status="complete",
    payment_status="paid",
    intent="pi_1",
    intent_status="succeeded",
    amount=SHIRT.amount,
)


@pytest.fixture
def apart(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The shop on a database where a commit is a commit."""
    engine = make_engine(f"sqlite:///{tmp_path / 'races.sqlite'}")
    METADATA.create_all(engine)
    monkeypatch.setitem(app.extensions, "sessions", sessionmaker(engine, expire_on_commit=False))
    yield app
    engine.dispose()


def at_once(app: Flask, *works: Callable[[Session], Any]) -> list[Any]:
    """Do all at the same moment, each in a transaction; return results or refusals."""
    results: list[Any] = []
    gate = threading.Barrier(len(works))

    def run(work: Callable[[Session], Any]) -> None:
        with app.app_context():
            gate.wait()
            try:
                with db.work() as session:
                    results.append(work(session))
            except Refused as refusal:
                results.append(refusal)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def paid(session: Session) -> Payment:
    payment = a_payment(session)
    page = HostedPage(**{**PAGE.__dict__, "payment": payment.public_id})
    service.note_page(session, page, now=clock.now())
    session.commit()
    return payment


def test_six_workers_with_one_payment_tell_of_it_once(apart: Flask, seen: list[Event]):
    with db.work() as session:
        payment = a_payment(session)
    page = HostedPage(**{**PAGE.__dict__, "payment": payment.public_id})

    at_once(apart, *[lambda session: service.note_page(session, page, now=clock.now())] * 6)

    with db.look() as session:
        assert session.scalars(select(Payment.state)).one() is PaymentState.PAID
        assert session.scalar(select(func.count()).select_from(PaymentStep)) == 1
    assert len(seen) == 1


def test_refunds_at_once_never_come_to_more_than_was_paid(apart: Flask, seen: list[Event]):
    with db.work() as session:
        payment = paid(session)

    def owe(key: str) -> Callable[[Session], Any]:
        return lambda session: service.owe_refund(
            session,
            reference=payment.reference,
            amount=Money(5000, "EUR"),
            reason="late",
            key=key,
            now=clock.now(),
        )

    results = at_once(apart, *[owe(f"key-{n}") for n in range(6)])

    assert sum(isinstance(result, Refund) for result in results) == 2
    assert sum(isinstance(result, Refused) for result in results) == 4
    with db.look() as session:
        assert session.scalar(select(func.sum(Refund.amount_minor))) == 10000


def test_one_key_at_once_is_one_refund(apart: Flask, seen: list[Event]):
    with db.work() as session:
        payment = paid(session)

    def owe(session: Session) -> int:
        return service.owe_refund(
            session,
            reference=payment.reference,
            amount=Money(5000, "EUR"),
            reason="late",
            key="cancelled",
            now=clock.now(),
        ).id

    results = at_once(apart, *[owe] * 6)

    assert len(results) == 6
    assert len(set(results)) == 1


def test_giving_up_while_the_money_comes_keeps_nothing(apart: Flask, seen: list[Event]):
    with db.work() as session:
        payment = a_payment(session, expires_at=clock.now() + timedelta(hours=1))
    page = HostedPage(**{**PAGE.__dict__, "payment": payment.public_id})

    at_once(
        apart,
        lambda session: service.note_page(session, page, now=clock.now()),
        lambda session: service.give_up(session, reference=payment.reference, now=clock.now()),
    )

    with db.look() as session:
        assert session.scalars(select(Payment.state)).one() is PaymentState.PAID
        refunds = session.scalars(select(Refund)).all()
    told = {type(event).__name__ for event in seen}
    # Either it was taken back first and goes back whole, or it was paid first and is told.
    assert (len(refunds) == 1) is ("PaymentReceived" not in told)
