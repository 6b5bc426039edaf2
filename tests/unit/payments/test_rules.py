"""Every state with every move, every amount exact, every refund within what was paid."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.payments import rules
from shop.payments.rules import Move, PayLine, PaymentState, RefundState, Topic
from shop.payments.rules.states import MoveRefused

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
UNPAID = {"open", "processing", "failed", "expired", "withdrawn"}
PAID = {"paid", "partly-refunded", "refunded"}


@pytest.mark.parametrize(("state", "move"), list(product(PaymentState, Move)))
def test_each_move_leads_somewhere_or_is_refused(state, move):
    expected = {
        Move.PAY: ("paid", UNPAID),
        Move.PROCESS: ("processing", {"open"}),
        Move.FAIL: ("failed", {"open", "processing"}),
        Move.EXPIRE: ("expired", {"open"}),
        Move.WITHDRAW: ("withdrawn", {"open", "processing"}),
        Move.KEEP_ALL: ("paid", PAID),
        Move.REFUND_PART: ("partly-refunded", PAID),
        Move.REFUND_ALL: ("refunded", PAID),
    }
    target, allowed = expected[move]

    assert (move in rules.MOVES.moves_from(state)) is (state in allowed)
    if state in allowed:
        assert rules.MOVES.after(state, move) == target
    else:
        with pytest.raises(MoveRefused):
            rules.MOVES.after(state, move)


def test_every_state_has_a_label():
    assert set(rules.LABELS) == set(PaymentState)


@pytest.mark.parametrize(
    ("status", "payment_status", "intent_status", "move"),
    [
        ("open", "unpaid", "", None),
        ("open", "unpaid", "requires_payment_method", None),  # a declined card
        ("complete", "paid", "succeeded", Move.PAY),
        ("complete", "no_payment_required", "", Move.PAY),
        ("complete", "unpaid", "processing", Move.PROCESS),
        ("complete", "unpaid", "requires_action", Move.PROCESS),
        ("complete", "unpaid", "requires_payment_method", Move.FAIL),
        ("complete", "unpaid", "canceled", Move.FAIL),
        ("expired", "unpaid", "", Move.EXPIRE),
        ("expired", "paid", "succeeded", Move.PAY),
        ("", "unpaid", "", None),
    ],
)
def test_a_session_tells_what_its_payment_has_come_to(status, payment_status, intent_status, move):
    assert rules.move_for(status, payment_status, intent_status) is move


@pytest.mark.parametrize(
    ("minor", "currency", "on_the_wire"),
    [
        (12950, "EUR", 12950),
        (1, "EUR", 1),
        (15800, "JPY", 15800),  # no decimals, there and here
        (1000, "ISK", 100000),  # no decimals here, two on the wire
        (5000, "UGX", 500000),
        (1230, "KWD", 1230),
        (990, "HUF", 990),
    ],
)
def test_amounts_are_exact_on_the_wire_and_back(minor, currency, on_the_wire):
    assert rules.to_stripe(Money(minor, currency)) == on_the_wire
    assert rules.from_stripe(on_the_wire, currency.lower()) == Money(minor, currency)


def test_a_thousandth_that_no_card_can_pay_is_refused():
    with pytest.raises(Refused):
        rules.to_stripe(Money(1234, "KWD"))


def test_a_number_that_is_no_amount_of_ours_is_not_rounded():
    with pytest.raises(ValueError, match="100050 ISK"):
        rules.from_stripe(100050, "isk")


def line(minor, quantity=1, currency="EUR"):
    return PayLine(name="Shirt", amount=Money(minor, currency), quantity=quantity)


def test_lines_add_up_to_the_amount():
    rules.check_lines(Money(26395, "EUR"), (line(12950, 2), line(495)))


@pytest.mark.parametrize(
    "lines",
    [
        (line(12949),),
        (line(12951),),
        (),
        (line(13000), line(-50)),
        (line(12950), line(12950, 0)),
        (line(12950, currency="USD"),),
    ],
)
def test_lines_that_do_not_are_a_fault_of_ours(lines):
    with pytest.raises(ValueError):
        rules.check_lines(Money(12950, "EUR"), lines)


@pytest.mark.parametrize("minor", [0, -1])
def test_nothing_to_pay_is_refused(minor):
    with pytest.raises(Refused, match="nothing to pay"):
        rules.check_lines(Money(minor, "EUR"), (line(minor),))


def test_lines_are_kept_and_read_again():
    kept = line(12950, 2).as_json()

    assert PayLine.from_json(kept, "EUR") == line(12950, 2)


@pytest.mark.parametrize(
    ("refunds", "left"),
    [
        ([], 12950),
        ([(5000, RefundState.WANTED)], 7950),
        ([(5000, RefundState.SENT), (2000, RefundState.DONE)], 5950),
        ([(5000, RefundState.FAILED)], 12950),
        ([(12950, RefundState.DONE)], 0),
        ([(13000, RefundState.DONE)], 0),  # more, at Stripe's own desk
    ],
)
def test_what_is_owed_back_is_no_longer_there(refunds, left):
    assert rules.refundable(Money(12950, "EUR"), refunds) == Money(left, "EUR")


@pytest.mark.parametrize(
    ("done", "move"),
    [(0, Move.KEEP_ALL), (1, Move.REFUND_PART), (12949, Move.REFUND_PART),
     (12950, Move.REFUND_ALL), (12951, Move.REFUND_ALL)],
)  # fmt: skip
def test_refunds_that_are_done_move_the_payment(done, move):
    assert rules.refund_move(Money(12950, "EUR"), done) is move


@pytest.mark.parametrize(
    ("status", "state"),
    [("succeeded", RefundState.DONE), ("failed", RefundState.FAILED),
     ("canceled", RefundState.FAILED), ("pending", RefundState.SENT),
     ("requires_action", RefundState.SENT), ("", RefundState.SENT)],
)  # fmt: skip
def test_a_refund_is_done_only_when_stripe_says_so(status, state):
    assert rules.refund_state(status) is state


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (timedelta(minutes=1), timedelta(minutes=35)),
        (timedelta(hours=2), timedelta(hours=2)),
        (timedelta(days=3), timedelta(hours=23, minutes=55)),
    ],
)
def test_the_time_to_pay_is_what_stripe_allows(wanted, given):
    assert rules.window(NOW + wanted, now=NOW) == NOW + given


def test_a_page_needs_half_an_hour():
    assert rules.has_time_for_a_page(NOW + timedelta(minutes=31), now=NOW)
    assert not rules.has_time_for_a_page(NOW + timedelta(minutes=31, seconds=-1), now=NOW)


def test_keys_differ_by_attempt_and_are_the_same_for_ever():
    assert rules.session_key("k7m2", 1) == "session-k7m2-1"
    assert rules.session_key("k7m2", 2) == "session-k7m2-2"
    assert rules.refund_key("k7m2") == "refund-k7m2"


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("checkout.session.completed", Topic.SESSION),
        ("checkout.session.async_payment_succeeded", Topic.SESSION),
        ("checkout.session.async_payment_failed", Topic.SESSION),
        ("checkout.session.expired", Topic.SESSION),
        ("refund.created", Topic.REFUND),
        ("refund.updated", Topic.REFUND),
        ("refund.failed", Topic.REFUND),
        ("payment_intent.payment_failed", None),
        ("customer.created", None),
    ],
)
def test_webhooks_are_about_sessions_refunds_or_nothing(kind, topic):
    assert rules.topic_of(kind) is topic
