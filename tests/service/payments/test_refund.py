"""Money going back: once, exactly, and never more than came in."""

import pytest
from sqlalchemy import func, select

from shop.infra import db, jobs
from shop.infra.outbox import OutboxRow
from shop.kernel import clock
from shop.kernel.errors import Refused, Unavailable
from shop.kernel.money import Money
from shop.payments import queries, service, tasks
from shop.payments.events import Refunded, RefundFailed
from shop.payments.gateways.requests import RefundAnswer, RefundRequest
from shop.payments.gateways.stripe_api import NotAccepted
from shop.payments.models import Refund
from shop.payments.rules import PaymentState, RefundState
from shop.payments.service.refunding import RefundTooLarge
from tests.builders.payments import a_paid_payment, a_payment, deliver, now_is


def owe(session, payment, minor, key="cancelled", currency="EUR"):
    refund = service.owe_refund(
        session,
        reference=payment.reference,
        amount=Money(minor, currency),
        reason="cancelled",
        key=key,
        now=clock.now(),
    )
    session.commit()
    return refund


def rows(session):
    return session.scalar(select(func.count()).select_from(Refund))


def left(session, payment):
    return queries.balance(session, payment.reference, "EUR").left.minor


def told(payment, minor):
    return Refunded(reference=payment.reference, amount_minor=minor, currency="EUR")


@pytest.fixture
def paid(session, counter, seen):
    payment = a_paid_payment(session, counter)
    seen.clear()
    return payment


def test_part_goes_back_and_then_the_rest(session, counter, paid, seen):
    owe(session, paid, 5000, key="alteration")
    jobs.work_off()
    assert now_is(session, paid).state is PaymentState.PARTLY_REFUNDED
    assert left(session, paid) == 7950

    owe(session, paid, 7950, key="cancelled")
    jobs.work_off()

    assert now_is(session, paid).state is PaymentState.REFUNDED
    assert [refund.state for refund in paid.refunds] == [RefundState.DONE, RefundState.DONE]
    assert seen == [told(paid, 5000), told(paid, 7950)]
    assert left(session, paid) == 0


def test_the_same_key_twice_changes_nothing(session, counter, paid, seen):
    first = owe(session, paid, 5000)
    second = owe(session, paid, 5000)
    jobs.work_off()
    third = owe(session, paid, 7000)
    jobs.work_off()

    assert first.id == second.id == third.id
    assert (rows(session), seen) == (1, [told(paid, 5000)])


@pytest.mark.parametrize(("minor", "currency"), [(12951, "EUR"), (100, "USD")])
def test_more_than_was_paid_is_refused(session, counter, paid, minor, currency):
    with pytest.raises(RefundTooLarge):
        owe(session, paid, minor, currency=currency)

    session.rollback()
    assert rows(session) == 0


def test_what_is_owed_but_not_yet_sent_counts(session, counter, paid):
    owe(session, paid, 12000, key="first")

    with pytest.raises(RefundTooLarge):
        owe(session, paid, 951, key="second")

    session.rollback()
    assert rows(session) == 1
    owe(session, paid, 950, key="third")
    assert left(session, paid) == 0


@pytest.mark.parametrize("minor", [0, -1])
def test_nothing_is_refused(session, counter, paid, minor):
    with pytest.raises(Refused):
        owe(session, paid, minor)

    session.rollback()
    assert rows(session) == 0


def test_what_is_not_paid_cannot_go_back(session, counter, seen):
    with pytest.raises(RefundTooLarge):
        owe(session, a_payment(session), 1)


def test_a_job_done_twice_refunds_once(session, counter, paid, seen):
    refund = owe(session, paid, 5000)

    for _twice in range(2):
        with db.work() as working:
            tasks.refund(working, {"refund": refund.public_id})

    assert len(counter.sdk.v1.checkout.sessions.retrieve(paid.provider_session_id).id) > 0
    assert seen == [told(paid, 5000)]


def test_a_worker_killed_after_the_refund_finds_it_done(session, counter, paid, seen):
    refund = owe(session, paid, 5000)
    wanted = RefundRequest(
        key=f"refund-{refund.public_id}",
        refund=refund.public_id,
        intent=paid.provider_intent_id,
        amount=refund.amount,
    )
    sent = counter.stripe.send_back(wanted)  # and the answer is lost

    jobs.work_off()

    session.refresh(refund)
    assert (refund.state, refund.provider_refund_id) == (RefundState.DONE, sent.id)
    assert seen == [told(paid, 5000)]


def test_the_webhook_of_a_refund_may_come_before_the_answer(session, client, counter, paid, seen):
    counter.box.wait_for(1)
    owe(session, paid, 5000)
    jobs.work_off()

    for letter in counter.box.wait_for(2)[1:]:
        deliver(client, letter)
    jobs.work_off()

    assert seen == [told(paid, 5000)]
    assert rows(session) == 1


def test_a_refund_made_at_stripes_own_desk_counts_here(session, client, counter, paid, seen):
    counter.box.wait_for(1)
    counter.sdk.v1.refunds.create({"payment_intent": paid.provider_intent_id, "amount": 3000})

    deliver(client, counter.box.wait_for(2)[1])
    jobs.work_off()

    assert now_is(session, paid).state is PaymentState.PARTLY_REFUNDED
    assert (left(session, paid), seen) == (9950, [told(paid, 3000)])


def test_what_stripe_will_not_send_has_failed_and_is_told(session, counter, paid, seen):
    refund = owe(session, paid, 12950)
    counter.sdk.v1.refunds.create({"payment_intent": paid.provider_intent_id})  # behind our back

    jobs.work_off()

    session.refresh(refund)
    assert refund.state is RefundState.FAILED
    assert seen == [RefundFailed(reference=paid.reference, amount_minor=12950, currency="EUR")]
    assert now_is(session, paid).state is PaymentState.PAID


def test_a_refund_that_a_bank_sends_back_is_owed_again(session, counter, paid, seen):
    refund = owe(session, paid, 5000)
    jobs.work_off()
    session.refresh(refund)

    service.note_refund(
        session,
        RefundAnswer(
            id=refund.provider_refund_id,
            refund=refund.public_id,
            status="failed",
            intent=paid.provider_intent_id,
            amount=refund.amount,
        ),
        now=clock.now(),
    )
    session.commit()

    assert now_is(session, paid).state is PaymentState.PAID
    assert left(session, paid) == 12950
    assert seen[1:] == [RefundFailed(reference=paid.reference, amount_minor=5000, currency="EUR")]


def test_one_key_for_two_different_refunds_comes_to_light(session, counter, paid, seen):
    facts = {"key": "refund-x", "refund": "x", "intent": paid.provider_intent_id}
    counter.stripe.send_back(RefundRequest(amount=Money(100, "EUR"), **facts))

    with pytest.raises(NotAccepted, match="IdempotencyError") as caught:
        counter.stripe.send_back(RefundRequest(amount=Money(200, "EUR"), **facts))

    assert caught.value.is_mismatch


def test_while_stripe_is_silent_the_refund_stays_owed(session, counter, paid, seen, silence):
    refund = owe(session, paid, 5000)

    with silence(), pytest.raises(Unavailable), db.work() as working:
        tasks.refund(working, {"refund": refund.public_id})
    session.refresh(refund)
    assert (refund.state, seen) == (RefundState.WANTED, [])

    jobs.work_off()
    session.refresh(refund)
    assert (refund.state, seen) == (RefundState.DONE, [told(paid, 5000)])
    assert session.scalars(select(OutboxRow.done_at)).one() is not None
