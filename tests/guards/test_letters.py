"""The letters that leave the shop are those that its tables of moves decided for."""

import pytest
from sqlalchemy import func, select

from shop.artwork.rules import State as ArtworkState
from shop.infra.mail import SEND
from shop.infra.outbox import OutboxRow
from shop.kernel.actors import CARRIER, CLOCK, HOUSE
from shop.kernel.money import Money
from shop.orders import mails as orders
from shop.orders import service
from shop.orders.rules import State
from shop.payments import queries as payment_queries
from shop.payments import service as payments
from shop.payments.gateways.requests import RefundAnswer
from shop.payments.rules import PaymentState
from shop.production import queries as production
from shop.production import service as workshop
from shop.production.rules import Stage
from tests.builders.artwork import an_artwork
from tests.builders.bags import MONDAY, a_page_of, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_guest


@pytest.fixture
def order(session):
    """An order that waits for its payment."""
    load_catalogue(session)
    guest = a_guest(session)
    in_bag(session, guest)
    return ordered(session, guest)


def letters(session):
    session.flush()
    return session.scalar(
        select(func.count()).select_from(OutboxRow).where(OutboxRow.topic == SEND)
    )


def pays(session, order):
    pay(session, order)


def is_cut(_session, order):
    service.mark_cut(order, actor=HOUSE, now=MONDAY)


def leaves(session, order):
    service.ship(session, order, actor=HOUSE, now=MONDAY)


def arrives(_session, order):
    service.deliver(order, actor=CARRIER, now=MONDAY)


def is_cancelled(session, order):
    service.cancel(session, order, actor=CLOCK, reason="", now=MONDAY)


def is_not_paid(session, order):
    service.expire(session, order, now=MONDAY)


WAYS = {
    State.PAID: [pays],
    State.EXPIRED: [is_not_paid],
    State.MAKING: [pays, is_cut],
    State.SHIPPED: [pays, is_cut, leaves],
    State.DELIVERED: [pays, is_cut, leaves, arrives],
    State.CANCELLED: [pays, is_cancelled],
}


def go(session, order, ways):
    """Take the order these ways, and return how many letters the last one wrote."""
    *before, last = ways
    for way in before:
        way(session, order)
    written = letters(session)
    last(session, order)
    return letters(session) - written


@pytest.mark.parametrize("state", WAYS)
def test_an_order_writes_the_letters_that_were_decided(session, order, state):
    written = go(session, order, WAYS[state])

    assert order.state is state
    assert written == callable(orders.LETTERS[state])


def test_an_order_comes_to_every_state_here():
    assert {State.PLACED, *WAYS} == set(State)


def test_an_order_that_nobody_paid_for_is_cancelled_without_a_letter(session, order):
    assert go(session, order, [is_cancelled]) == 0
    assert order.state is State.CANCELLED


def stands_at(payment_status="unpaid", status="complete", intent_status="processing"):
    def way(session, order):
        page = a_page_of(
            payment_queries.latest(session, order.public_id),
            status=status,
            payment_status=payment_status,
            intent_status=intent_status,
        )
        payments.note_page(session, page, now=MONDAY)
        session.flush()

    return way


def gives_back(minor):
    def way(session, order):
        payment = payment_queries.latest(session, order.public_id)
        answer = RefundAnswer(
            id="re_1",
            refund="",
            intent=payment.provider_intent_id,
            status="succeeded",
            amount=Money(minor or payment.amount_minor, "EUR"),
        )
        payments.note_refund(session, answer, now=MONDAY)

    return way


# The state of the payment, the way to it, and the order's own letter on that way.
PAYMENTS = {
    PaymentState.PROCESSING: ([stands_at()], 0),
    PaymentState.FAILED: ([stands_at(intent_status="canceled")], 0),
    PaymentState.EXPIRED: ([stands_at(status="expired")], 0),
    PaymentState.WITHDRAWN: ([is_cancelled], 0),
    PaymentState.PAID: ([pays], 1),
    PaymentState.PARTLY_REFUNDED: ([pays, gives_back(100)], 0),
    PaymentState.REFUNDED: ([pays, gives_back(0)], 0),
}


@pytest.mark.parametrize("state", PAYMENTS)
def test_a_payment_writes_no_letter_of_its_own(session, order, state):
    ways, of_the_order = PAYMENTS[state]

    written = go(session, order, ways)

    assert payment_queries.latest(session, order.public_id).state is state
    assert written == of_the_order


def test_a_payment_comes_to_every_state_here():
    assert {PaymentState.OPEN, *PAYMENTS} == set(PaymentState)


def scans(*stages):
    def way(session, order):
        work = piece_of(session, order)
        for stage in stages:
            workshop.move(
                session,
                work,
                to=stage,
                seen=work.stage,
                actor=HOUSE,
                today=work.cut_by,
                now=MONDAY,
                reason="chest",
            )

    return way


def piece_of(session, order):
    (found,) = production.works_of(session, order.id)
    return production.work(session, found.public_id)


def is_held(session, order):
    work = piece_of(session, order)
    workshop.hold(session, work, seen=work.stage, reason="a flaw", actor=HOUSE, now=MONDAY)


FINISHED = (Stage.CUT, Stage.SEWN, Stage.FINISHED)
PACKED = (*FINISHED, Stage.CHECKED, Stage.PACKED)
# The stage of the piece, the way to it, and the order's own letter on that way.
PIECES = {
    Stage.CUT: ([pays, scans(Stage.CUT)], 0),
    Stage.SEWN: ([pays, scans(Stage.CUT, Stage.SEWN)], 0),
    Stage.FINISHED: ([pays, scans(*FINISHED)], 0),
    Stage.REWORK: ([pays, scans(*FINISHED, Stage.REWORK)], 0),
    Stage.CHECKED: ([pays, scans(*PACKED[:-1])], 0),
    Stage.PACKED: ([pays, scans(*PACKED)], 0),
    Stage.SHIPPED: ([pays, scans(*PACKED, Stage.SHIPPED)], 1),
    Stage.HELD: ([pays, is_held], 0),
    Stage.DROPPED: ([pays, is_cancelled], 1),
}


@pytest.mark.parametrize("stage", PIECES)
def test_a_piece_writes_no_letter_of_its_own(session, order, stage):
    ways, of_the_order = PIECES[stage]

    written = go(session, order, ways)

    assert piece_of(session, order).stage is stage
    assert written == of_the_order


def test_a_piece_comes_to_every_stage_here():
    assert {Stage.QUEUED, *PIECES} == set(Stage)


@pytest.mark.parametrize("state", ArtworkState)
def test_an_artwork_writes_no_letter(session, state):
    assert an_artwork(session, a_guest(session), state=state).state is state
    assert letters(session) == 0
