"""What happens to an order, and what follows from it for everybody else."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.cart.models import BagLine
from shop.infra.events import announce
from shop.infra.outbox import OutboxRow
from shop.kernel.actors import CARRIER, HOUSE, NOBODY
from shop.kernel.errors import NotFound, Refused
from shop.kernel.money import Money
from shop.orders import queries, service
from shop.orders.rules import Move, MoveRefused, State
from shop.payments import queries as payments
from shop.payments.events import PaymentExpired
from shop.payments.models import Refund
from shop.payments.rules import PaymentState, RefundState
from shop.payments.service import owe_refund
from shop.production.models import WorkOrder
from shop.promises import queries as promises
from tests.builders.bags import MONDAY, held_mm, in_bag, leave, ordered, pay, reserved, the_bag
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_customer, a_guest

LATER = MONDAY + timedelta(hours=3)


@pytest.fixture
def guest(session):
    load_catalogue(session)
    return a_guest(session)


@pytest.fixture
def order(session, guest):
    in_bag(session, guest, note="Mind the collar.")
    return ordered(session, guest)


def mails(session):
    rows = session.scalars(select(OutboxRow).where(OutboxRow.topic == "mail.send"))
    return [row.payload for row in rows]


def run_out_of_time(session, order):
    payment = payments.latest(session, order.public_id)
    payment.state = PaymentState.EXPIRED
    session.flush()
    announce(session, PaymentExpired(reference=order.public_id))
    session.flush()


def test_money_starts_the_work(session, order):
    pay(session, order, now=MONDAY)

    assert order.state is State.PAID
    assert order.paid == order.total
    assert order.paid_at is not None
    works = session.scalars(select(WorkOrder)).all()
    assert [work.order_line_id for work in works] == [order.lines[0].id]
    [mail] = mails(session)
    assert mail["to"] == "gerda@example.com"
    assert order.number in mail["subject"]
    assert "/orders/link/" in mail["body"]


def test_money_told_twice_counts_once(session, order):
    pay(session, order)

    service.mark_paid(session, order, paid_minor=1, now=LATER)

    assert order.paid == order.total
    assert len(order.steps) == 1
    assert len(mails(session)) == 1


def test_nobody_reads_measures_or_the_address_in_the_mail(session, order):
    pay(session, order)

    [mail] = mails(session)

    assert "Marktplatz" not in mail["body"]
    assert " cm" not in mail["body"]


def test_a_paid_order_that_is_cancelled_gives_everything_back(session, order):
    pay(session, order)

    service.cancel(session, order, actor=NOBODY, reason="Too late", now=LATER)

    assert order.state is State.CANCELLED
    [refund] = session.scalars(select(Refund)).all()
    assert (refund.amount, refund.state) == (order.total, RefundState.WANTED)
    assert held_mm(session) == 0
    assert promises.waiting_minutes(session) == 0
    assert len(mails(session)) == 2
    step = order.steps[-1]
    assert (step.move, step.actor, step.reason) == (Move.CANCEL, NOBODY, "Too late")
    assert set(reserved(session).values()) == {"released"}


def test_a_cancelled_paid_order_does_not_fill_the_bag(session, guest, order):
    pay(session, order)

    service.cancel(session, order, actor=NOBODY, reason="", now=LATER)

    assert the_bag(session, guest).lines == ()


def test_cancelling_twice_gives_back_once(session, order):
    pay(session, order)

    for _ in range(2):
        service.cancel(session, order, actor=NOBODY, reason="", now=LATER)

    assert len(session.scalars(select(Refund)).all()) == 1
    assert len(order.steps) == 2


def test_an_unpaid_order_that_is_cancelled_asks_for_no_money_and_owes_none(session, guest, order):
    service.cancel(session, order, actor=NOBODY, reason="", now=LATER)

    assert payments.latest(session, order.public_id).state is PaymentState.WITHDRAWN
    assert session.scalars(select(Refund)).all() == []
    assert mails(session) == []
    [back] = the_bag(session, guest).lines
    assert back.is_ready
    assert back.row.note == "Mind the collar."
    assert back.row.public_id != order.lines[0].public_id


def test_money_for_an_order_that_was_cancelled_goes_back(session, order):
    service.cancel(session, order, actor=NOBODY, reason="", now=LATER)

    pay(session, order, now=LATER)

    assert order.state is State.CANCELLED
    assert [r.amount for r in session.scalars(select(Refund))] == [order.total]


def test_a_cut_order_stays(session, order):
    pay(session, order)
    service.mark_cut(order, actor=HOUSE, now=LATER)

    with pytest.raises(MoveRefused, match="cut already"):
        service.cancel(session, order, actor=NOBODY, reason="", now=LATER)

    assert order.state is State.MAKING
    assert session.scalars(select(Refund)).all() == []


def test_cutting_the_second_piece_is_quiet(session, order):
    pay(session, order)

    service.mark_cut(order, actor=HOUSE, now=LATER)
    service.mark_cut(order, actor=HOUSE, now=LATER)

    assert [step.move for step in order.steps] == [Move.PAY, Move.CUT]


def test_shipping_is_told_once(session, order):
    pay(session, order)
    service.mark_cut(order, actor=HOUSE, now=LATER)

    service.ship(session, order, actor=HOUSE, now=LATER)
    service.ship(session, order, actor=HOUSE, now=LATER)
    service.deliver(order, actor=CARRIER, now=LATER)

    assert order.state is State.DELIVERED
    assert [m["subject"].startswith("Order T-") for m in mails(session)] == [False, True]


def test_nobody_pays_in_time(session, guest, order):
    run_out_of_time(session, order)

    assert order.state is State.EXPIRED
    assert held_mm(session) == 0
    assert promises.waiting_minutes(session) == 0
    assert len(the_bag(session, guest).lines) == 1
    assert mails(session) == []


def test_running_out_of_time_twice_fills_the_bag_once(session, guest, order):
    run_out_of_time(session, order)
    run_out_of_time(session, order)

    assert len(the_bag(session, guest).lines) == 1


def test_a_paid_order_does_not_run_out_of_time(session, order):
    pay(session, order)

    service.expire(session, order, now=LATER)

    assert order.state is State.PAID


def test_money_that_comes_late_revives_the_order(session, guest, order):
    minutes, mm = order.lines[0].minutes, order.lines[0].cloth_mm
    run_out_of_time(session, order)

    pay(session, order, now=LATER)

    assert order.state is State.PAID
    assert held_mm(session) == mm
    assert promises.waiting_minutes(session) == minutes
    assert the_bag(session, guest).lines == ()
    assert len(session.scalars(select(WorkOrder)).all()) == 1


def test_money_that_comes_late_finds_the_cloth_sold(session, order):
    run_out_of_time(session, order)
    leave(session, 100)

    pay(session, order, now=LATER)

    assert order.state is State.PAID
    assert held_mm(session) == 0


def test_a_late_order_does_not_take_what_was_ordered_anew(session, guest, order):
    run_out_of_time(session, order)
    second = ordered(session, guest)

    pay(session, order, now=LATER)
    pay(session, second, now=LATER)

    assert (order.state, second.state) == (State.PAID, State.PAID)
    taken = session.scalars(select(BagLine.taken_by)).all()
    assert sorted(taken) == sorted([order.public_id, second.public_id])


def test_an_order_is_its_owners_alone(session, guest, order):
    other = a_guest(session)

    assert queries.order_of(session, person_id=guest.id, public_id=order.public_id) is order
    for person in (other.id, None):
        with pytest.raises(NotFound):
            queries.order_of(session, person_id=person, public_id=order.public_id)


def test_what_went_back_already_does_not_go_back_twice(session, order):
    pay(session, order)
    owe_refund(
        session,
        reference=order.public_id,
        amount=Money(1000, "EUR"),
        reason="late",
        key="by-hand",
        now=LATER,
    )

    service.cancel(session, order, actor=NOBODY, reason="Too late", now=LATER)

    back = [refund.amount_minor for refund in session.scalars(select(Refund).order_by(Refund.id))]
    assert back == [1000, order.total_minor - 1000]
    assert payments.balance(session, order.public_id, "EUR").left == Money(0, "EUR")


def test_the_payment_of_a_claimed_order_goes_with_it(session, order):
    anna = a_customer(session)

    service.claim(session, order, person_id=anna.id)
    session.expire_all()

    assert payments.latest(session, order.public_id).person_id == anna.id


def test_a_guests_order_is_claimed_by_an_account(session, guest, order):
    anna = a_customer(session)

    service.claim(session, order, person_id=anna.id)
    service.claim(session, order, person_id=anna.id)

    assert queries.orders_of(session, anna.id) == [order]
    assert queries.orders_of(session, guest.id) == []


def test_an_order_of_an_account_is_not_claimed(session, order):
    anna, eve = a_customer(session), a_customer(session, "eve@example.com")
    service.claim(session, order, person_id=anna.id)

    with pytest.raises(Refused, match="another account"):
        service.claim(session, order, person_id=eve.id)

    assert order.person_id == anna.id
