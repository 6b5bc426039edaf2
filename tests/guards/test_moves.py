"""What must hold for every table of moves: words for all of it, and a decision about letters."""

import importlib
import pkgutil

import pytest
from sqlalchemy import func, select

import shop
from shop.artwork.rules import states as artwork
from shop.infra.mail import SEND
from shop.infra.outbox import OutboxRow
from shop.kernel.actors import CARRIER, CLOCK, HOUSE
from shop.kernel.moves import Moves
from shop.orders import mails as orders
from shop.orders import service
from shop.orders.rules import MOVES as ORDERS
from shop.orders.rules import State
from shop.payments.rules import states as payments
from shop.production.rules import stages as production
from tests.builders.bags import MONDAY, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_guest

TABLES = {
    "orders": (ORDERS, orders.LETTERS),
    "payments": (payments.MOVES, payments.LETTERS),
    "pieces": (production.MOVES, production.LETTERS),
    "artwork": (artwork.MOVES, artwork.LETTERS),
}


def every_table():
    """Return all tables of moves that any module of the shop names."""
    names = [each.name for each in pkgutil.walk_packages(shop.__path__, "shop.")]
    modules = [importlib.import_module(name) for name in names if "bootstrap" not in name]
    found = (value for module in modules for value in vars(module).values())
    return {id(value): value for value in found if isinstance(value, Moves)}


def test_every_table_is_looked_at_here():
    assert set(every_table()) == {id(moves) for moves, _letters in TABLES.values()}


@pytest.mark.parametrize("name", TABLES)
def test_every_state_and_move_has_words(name):
    moves, _letters = TABLES[name]
    words = [*moves.labels.values(), *moves.move_labels.values()]

    assert set(moves.labels) == set(moves.states)
    assert {move for _state, move in moves.table} <= set(moves.move_labels)
    assert all(str(each).strip() for each in words)


@pytest.mark.parametrize("name", TABLES)
def test_every_state_has_a_letter_or_a_reason(name):
    moves, letters = TABLES[name]

    assert set(letters) == set(moves.states)
    assert all(callable(each) or len(each.split()) > 2 for each in letters.values())


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


@pytest.mark.parametrize("state", WAYS)
def test_an_order_writes_the_letters_that_were_decided(session, state):
    load_catalogue(session)
    guest = a_guest(session)
    in_bag(session, guest)
    order = ordered(session, guest)
    *before, last = WAYS[state]
    for step in before:
        step(session, order)
    written = letters(session)

    last(session, order)

    assert order.state is state
    assert letters(session) - written == callable(orders.LETTERS[state])


def test_an_order_comes_to_every_state_here():
    assert {State.PLACED, *WAYS} == set(State)


def letters(session):
    session.flush()
    return session.scalar(
        select(func.count()).select_from(OutboxRow).where(OutboxRow.topic == SEND)
    )
