"""Asking for money: one open payment for a reference, and the same page however often asked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from shop.infra import jobs
from shop.infra.holders import Leaving
from shop.infra.outbox import OutboxRow
from shop.kernel import clock
from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.payments import people, queries, service
from shop.payments.models import Payment
from shop.payments.rules import PaymentState
from tests.builders.payments import (
    SHIRT,
    a_paged_payment,
    a_paid_payment,
    a_payment,
    now_is,
)


def again(session, payment, **different):
    return a_payment(session, reference=payment.reference, person_id=payment.person_id, **different)


def test_the_same_amount_asked_again_is_the_same_payment(session, counter):
    first = a_paged_payment(session)

    assert again(session, first) is first
    assert session.scalar(select(func.count()).select_from(Payment)) == 1


def test_another_amount_withdraws_what_was_open(session, counter):
    first = a_paged_payment(session)

    second = again(session, first, amount=Money(13950, "EUR"))
    jobs.work_off()

    assert (first.attempt, second.attempt) == (1, 2)
    assert now_is(session, first).state is PaymentState.WITHDRAWN
    assert counter.stripe.page(first.provider_session_id).status == "expired"
    assert now_is(session, second).state is PaymentState.OPEN


def test_one_whose_time_is_nearly_over_begins_anew(session, counter):
    first = a_payment(
        session,
        now=clock.now() - timedelta(minutes=40),
        expires_at=clock.now() - timedelta(minutes=5),
    )

    second = again(session, first)

    assert (second.attempt, second is first) == (2, False)
    assert second.expires_at > clock.now() + timedelta(hours=1, minutes=59)
    assert session.scalar(select(func.count()).select_from(OutboxRow)) == 0  # no page to close


def test_what_is_paid_is_not_asked_for_twice(session, counter, seen):
    first = a_paid_payment(session, counter)

    with pytest.raises(Refused, match="paid already"):
        again(session, first)
    assert session.scalar(select(func.count()).select_from(Payment)) == 1


@pytest.mark.parametrize(
    ("amount", "lines", "error"),
    [
        (Money(0, "EUR"), (replace(SHIRT, amount=Money(0, "EUR")),), Refused),
        (Money(12950, "EUR"), (SHIRT, SHIRT), ValueError),
        (Money(1234, "KWD"), (replace(SHIRT, amount=Money(1234, "KWD")),), Refused),
    ],
)
def test_what_cannot_be_paid_is_not_asked_for(session, counter, amount, lines, error):
    with pytest.raises(error):
        a_payment(session, amount=amount, lines=lines)

    assert session.scalar(select(func.count()).select_from(Payment)) == 0


def test_the_page_is_the_same_however_often_it_is_asked_for(session, counter):
    payment = a_payment(session)
    wanted = service.page_wanted(payment, now=clock.now())

    pages = [counter.stripe.make_page(wanted) for _twice in range(2)]

    assert pages[0] == pages[1]
    assert pages[0].payment == payment.public_id
    assert pages[0].amount == Money(12950, "EUR")


def test_yen_have_no_cents(session, counter, seen):
    payment = a_paid_payment(session, counter, amount=Money(15800, "JPY"))

    page = counter.sdk.v1.checkout.sessions.retrieve(payment.provider_session_id)

    assert (page.amount_total, page.currency) == (15800, "jpy")
    assert now_is(session, payment).state is PaymentState.PAID


def test_the_address_is_forgotten_once_the_page_is_made(session, counter):
    payment = a_paged_payment(session)

    page = counter.sdk.v1.checkout.sessions.retrieve(payment.provider_session_id)

    assert payment.email == ""
    assert page.customer_email == "anneleen@example.com"


def test_a_payment_withdrawn_while_stripe_was_asked_gets_its_page_closed(session, counter):
    payment = a_payment(session)
    page = counter.stripe.make_page(service.page_wanted(payment, now=clock.now()))
    service.give_up(session, reference=payment.reference, now=clock.now())

    is_wanted = service.remember_page(session, payment.id, page, now=clock.now())
    session.commit()
    jobs.work_off()

    assert is_wanted is False
    assert counter.stripe.page(page.id).status == "expired"


def test_a_second_give_up_changes_nothing(session, counter):
    payment = a_paged_payment(session)

    for _twice in range(2):
        service.give_up(session, reference=payment.reference, now=clock.now())
    session.commit()

    assert len(now_is(session, payment).steps) == 1
    assert session.scalar(select(func.count()).select_from(OutboxRow)) == 1


def test_a_guests_payment_becomes_hers(session, counter):
    payment = a_payment(session)
    person = a_payment(session).person_id

    people.hand_over(session, guest_id=payment.person_id, person_id=person)
    session.commit()

    found = queries.payment_of(session, person_id=person, public_id=payment.public_id)
    assert found.id == payment.id


def test_who_is_forgotten_leaves_amounts_only(session, counter):
    payment = a_payment(session)

    people.forget(session, Leaving(person_id=payment.person_id, now=clock.now()))
    session.commit()

    assert (now_is(session, payment).email, payment.amount) == ("", Money(12950, "EUR"))


def test_what_is_kept_of_her_payments_is_hers_to_take(session, counter):
    payment = a_payment(session)
    a_payment(session)

    told = people.export(session, payment.person_id)["payments"]

    assert [each["reference"] for each in told] == [payment.reference]
    assert told[0]["amount_minor"] == 12950
    assert told[0]["email"] == "anneleen@example.com"
