"""Only what Stripe says when asked is true, however often and in whatever order it is hinted."""

from datetime import timedelta
from unittest.mock import ANY

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from shop.infra import db, jobs
from shop.infra.outbox import OutboxRow
from shop.kernel import clock
from shop.kernel.money import Money
from shop.payments import service, tasks
from shop.payments.events import PaymentExpired, PaymentFailed, PaymentReceived, Refunded
from shop.payments.gateways.requests import HostedPage
from shop.payments.models import Payment, Refund, WebhookReceipt
from shop.payments.rules import Move, PaymentState, RefundState
from shop.payments.service.settling import AmountMismatch
from tests.builders.payments import (
    SHIRT,
    a_paged_payment,
    a_payment,
    deliver,
    now_is,
    wait,
)


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def received(payment: Payment) -> PaymentReceived:
    return PaymentReceived(
        reference=payment.reference,
        payment_id=payment.id,
        amount_minor=12950,
        currency="EUR",
        at=ANY,
    )


def a_page(payment: Payment, **different) -> HostedPage:
    facts = {
        "id": payment.provider_session_id or "cs_test_made_up",
        "payment": payment.public_id,
        "url": "",
        "status": "complete",
        "payment_status": "paid",
        "intent": "pi_made_up",
        "intent_status": "succeeded",
        "amount": payment.amount,
    }
    return HostedPage(**(facts | different))


def test_a_paid_page_is_believed_after_the_webhook(session, client, counter, seen):
    payment = a_paged_payment(session)

    counter.press("pay", payment)
    answer = deliver(client, counter.box.wait_for(1)[0])
    jobs.work_off()

    assert answer.status_code == 204
    assert now_is(session, payment).state is PaymentState.PAID
    assert [step.move for step in payment.steps] == [Move.PAY]
    assert seen == [received(payment)]


def test_the_same_webhook_twice_pays_once(session, client, counter, seen):
    payment = a_paged_payment(session)
    counter.press("pay", payment)
    letter = counter.box.wait_for(1)[0]

    answers = [deliver(client, letter).status_code, deliver(client, letter).status_code]
    jobs.work_off()
    answers.append(deliver(client, letter).status_code)
    jobs.work_off()

    assert answers == [204, 204, 204]
    assert seen == [received(payment)]
    assert count(session, WebhookReceipt) == 1
    assert session.scalar(select(WebhookReceipt.done_at)) is not None


def test_a_double_click_on_pay_pays_once(session, client, counter, seen):
    payment = a_paged_payment(session)

    first, second = counter.press("pay", payment), counter.press("pay", payment)

    assert [first.status_code, second.status_code] == [303, 303]
    assert first.location == second.location == "http://localhost/orders/x/thanks"
    for letter in counter.box.wait_for(1):
        deliver(client, letter)
    jobs.work_off()
    assert len(counter.box.letters) == 1
    assert seen == [received(payment)]


def test_a_killed_webhook_is_made_up_for_by_the_sweep(session, client, counter, seen):
    payment = a_paged_payment(session)
    counter.press("pay", payment)
    counter.box.wait_for(1)  # and nobody reads it

    with db.work() as working:
        tasks.ask_about_silent(working)
    jobs.work_off()
    assert now_is(session, payment).state is PaymentState.OPEN  # too early to ask

    session.execute(update(Payment).values(asked_at=clock.now() - timedelta(minutes=6)))
    session.commit()
    for _round in range(2):
        with db.work() as working:
            tasks.ask_about_silent(working)
        jobs.work_off()

    assert now_is(session, payment).state is PaymentState.PAID
    assert seen == [received(payment)]


def test_a_page_lost_before_it_was_remembered_is_found_by_our_name_in_it(session, counter, seen):
    payment = a_payment(session)
    page = counter.stripe.make_page(service.page_wanted(payment, now=clock.now()))
    counter.app.test_client().post(f"/pay/{page.id}/pay")

    service.note_page(session, counter.stripe.page(page.id), now=clock.now())
    session.commit()

    assert now_is(session, payment).state is PaymentState.PAID
    assert payment.provider_session_id == page.id
    assert seen == [received(payment)]


def test_a_declined_card_leaves_the_payment_open(session, client, counter, seen):
    payment = a_paged_payment(session)

    answer = counter.press("decline", payment)
    told = deliver(client, counter.box.wait_for(1)[0])
    jobs.work_off()

    assert (answer.status_code, told.status_code) == (402, 204)
    assert "The card was declined." in answer.text
    assert now_is(session, payment).state is PaymentState.OPEN
    assert (seen, payment.steps) == ([], [])

    counter.press("pay", payment)
    deliver(client, counter.box.wait_for(2)[1])
    jobs.work_off()
    assert seen == [received(payment)]


def test_an_expired_page_ends_the_payment_once(session, client, counter, seen):
    payment = a_paged_payment(session)
    counter.watch.ahead = timedelta(hours=3)

    page = counter.stripe.page(payment.provider_session_id)
    letter = counter.box.wait_for(1)[0]
    deliver(client, letter)
    jobs.work_off()
    service.note_page(session, page, now=clock.now())

    assert page.status == "expired"
    assert now_is(session, payment).state is PaymentState.EXPIRED
    assert seen == [PaymentExpired(reference=payment.reference)]
    assert counter.press("pay", payment).status_code == 409


def test_a_payment_never_begun_expires_by_the_clock(session, seen, app):
    payment = a_payment(session)
    session.execute(update(Payment).values(expires_at=clock.now() - timedelta(minutes=6)))
    session.commit()

    for _round in range(2):
        with db.work() as working:
            tasks.ask_about_silent(working)

    assert now_is(session, payment).state is PaymentState.EXPIRED
    assert payment.email == ""
    assert seen == [PaymentExpired(reference=payment.reference)]
    assert count(session, OutboxRow) == 0


def test_money_that_comes_after_the_expiry_is_money(session, counter, seen):
    payment = a_paged_payment(session)

    service.note_page(
        session, a_page(payment, status="expired", payment_status="unpaid"), now=clock.now()
    )
    service.note_page(session, a_page(payment), now=clock.now())
    service.note_page(
        session, a_page(payment, status="expired", payment_status="unpaid"), now=clock.now()
    )
    session.commit()

    assert seen == [PaymentExpired(reference=payment.reference), received(payment)]
    assert [step.move for step in now_is(session, payment).steps] == [Move.EXPIRE, Move.PAY]


@pytest.mark.parametrize("over", ["requires_payment_method", "canceled"])
def test_a_debit_takes_days_and_may_fail(session, counter, seen, over):
    payment = a_paged_payment(session)
    unpaid = {"payment_status": "unpaid"}

    service.note_page(
        session, a_page(payment, intent_status="processing", **unpaid), now=clock.now()
    )
    assert (payment.state, seen) == (PaymentState.PROCESSING, [])

    for _twice in range(2):
        service.note_page(session, a_page(payment, intent_status=over, **unpaid), now=clock.now())
    assert payment.state is PaymentState.FAILED
    assert seen == [PaymentFailed(reference=payment.reference)]


def test_another_amount_is_not_believed(session, counter, seen):
    payment = a_paged_payment(session)

    with pytest.raises(AmountMismatch):
        service.note_page(session, a_page(payment, amount=Money(12949, "EUR")), now=clock.now())

    assert now_is(session, payment).state is PaymentState.OPEN
    assert seen == []


def test_an_unknown_session_is_taken_in_and_changes_nothing(session, client, counter, seen):
    payment = a_paged_payment(session)
    stranger = counter.sdk.v1.checkout.sessions.create(
        {
            "mode": "payment",
            "ui_mode": "hosted_page",
            "success_url": "http://localhost/",
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": "eur",
                        "unit_amount": 100,
                        "product_data": {"name": "Not ours"},
                    },
                }
            ],
        }
    )
    counter.app.test_client().post(f"/pay/{stranger.id}/pay")

    answer = deliver(client, counter.box.wait_for(1)[0])
    jobs.work_off()

    assert answer.status_code == 204
    assert (now_is(session, payment).state, seen) == (PaymentState.OPEN, [])
    assert session.scalars(select(OutboxRow.done_at)).one() is not None


def test_a_session_that_stripe_does_not_know_is_let_go(session, app, counter, seen):
    with db.work() as working:
        tasks.settle(working, {"page": "cs_test_nobody_knows"})

    assert seen == []


def test_money_for_a_withdrawn_payment_goes_back(session, counter, seen):
    payment = a_paged_payment(session)
    counter.press("pay", payment)
    service.give_up(session, reference=payment.reference, now=clock.now())
    session.commit()

    jobs.work_off()  # tries to close the page, finds it paid, sends all back

    assert now_is(session, payment).state is PaymentState.REFUNDED
    assert seen == [Refunded(reference=payment.reference, amount_minor=12950, currency="EUR")]


def test_a_withdrawn_payment_can_no_longer_be_paid(session, client, counter, seen):
    payment = a_paged_payment(session)

    service.give_up(session, reference=payment.reference, now=clock.now())
    session.commit()
    jobs.work_off()

    assert counter.press("pay", payment).status_code == 409
    deliver(client, counter.box.wait_for(1)[0])
    jobs.work_off()
    assert (now_is(session, payment).state, seen) == (PaymentState.WITHDRAWN, [])


def test_of_two_attempts_that_are_both_paid_the_second_goes_back(session, counter, seen):
    first = a_paged_payment(session)
    service.note_page(
        session, a_page(first, status="expired", payment_status="unpaid"), now=clock.now()
    )
    second = a_paged_payment(session, reference=first.reference, person_id=first.person_id)
    counter.press("pay", second)
    service.note_page(session, counter.stripe.page(second.provider_session_id), now=clock.now())
    service.note_page(session, a_page(first, intent="pi_late"), now=clock.now())
    session.commit()

    assert seen[1:] == [received(second)]
    refund = session.scalars(select(Refund)).one()
    assert (refund.payment_id, refund.amount) == (first.id, SHIRT.amount)
    assert refund.state is RefundState.WANTED
    assert now_is(session, second).refunds == []


def test_paying_the_older_attempt_closes_the_newer(session, counter, seen):
    first = a_paged_payment(session)
    service.note_page(
        session, a_page(first, status="expired", payment_status="unpaid"), now=clock.now()
    )
    second = a_paged_payment(session, reference=first.reference, person_id=first.person_id)

    service.note_page(session, a_page(first), now=clock.now())
    session.commit()
    jobs.work_off()

    assert seen[1:] == [received(first)]
    assert now_is(session, second).state is PaymentState.WITHDRAWN
    assert counter.stripe.page(second.provider_session_id).status == "expired"


def test_a_job_that_fails_leaves_nothing_half_done(session, app, counter, monkeypatch):
    payment = a_paged_payment(session)
    counter.press("pay", payment)

    def refuse(working: Session, event: PaymentReceived) -> None:
        raise RuntimeError("a subscriber broke")

    monkeypatch.setitem(app.extensions, "subscriptions", {PaymentReceived: (refuse,)})
    with pytest.raises(RuntimeError), db.work() as working:
        tasks.settle(working, {"page": payment.provider_session_id})

    assert now_is(session, payment).state is PaymentState.OPEN
    assert payment.steps == []


def test_webhooks_over_http_reach_the_shop_when_it_is_back(
    session, client: FlaskClient, counter, seen
):
    payment = a_paged_payment(session)
    counter.box.is_open = False
    counter.press("pay", payment)
    wait(lambda: counter.box.refused > 0)
    assert counter.box.letters == []

    counter.box.is_open = True
    counter.stripe.page(payment.provider_session_id)  # any question makes the counter try again

    deliver(client, counter.box.wait_for(1)[0])
    jobs.work_off()
    assert seen == [received(payment)]
