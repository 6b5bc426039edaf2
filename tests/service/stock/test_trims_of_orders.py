"""What an order does to the store: trims are kept, given back, and used at the cut."""

from datetime import timedelta

import pytest

from shop.kernel.actors import HOUSE, NOBODY, Actor
from shop.making.rules import made_of
from shop.orders import queries as orders
from shop.orders import service as order_service
from shop.production import queries as production
from shop.production import service as workshop
from shop.production.rules import Stage
from shop.stock import queries, service
from tests.builders.bags import MONDAY, a_garment, a_state, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_guest
from tests.builders.production import a_colleague

DAY = timedelta(days=1)


@pytest.fixture
def guest(session):
    load_catalogue(session)
    return a_guest(session)


@pytest.fixture
def order(session, guest):
    in_bag(session, guest)
    in_bag(session, guest, a_state(garment="trousers", cloth="navy-cotton-twill"))
    return ordered(session, guest)


def held(session):
    session.flush()
    return {trim.code: trim.held for trim in queries.trims(session) if trim.held}


def there(session):
    return {trim.code: trim.on_hand for trim in queries.trims(session) if trim.on_hand}


def bill(*states, session):
    needs = {}
    for state in states:
        made = a_garment(session, state)
        for need in made_of(made.model, made.whole, made.cloth).materials:
            needs[need.code] = needs.get(need.code, 0) + need.quantity
    return needs


def test_an_order_keeps_the_trims_of_all_its_garments(session, order):
    both = (a_state(), a_state(garment="trousers", cloth="navy-cotton-twill"))

    assert held(session) == bill(*both, session=session)
    assert held(session)["button-pearl-11"] == 13
    assert queries.differences(session) == []


def test_short_trims_refuse_no_sale(session, order):
    buttons = queries.trim_of(session, "button-pearl-11")
    assert (buttons.on_hand, buttons.free) == (0, -13)


@pytest.mark.parametrize("end", ["expires", "is cancelled"])
def test_an_order_that_ends_gives_them_back(session, order, end):
    if end == "expires":
        order_service.expire(session, order, now=MONDAY)
    else:
        pay(session, order)
        order_service.cancel(session, order, actor=NOBODY, reason="", now=MONDAY)

    assert held(session) == {}
    assert queries.differences(session) == []


def test_money_that_comes_late_keeps_them_anew(session, order):
    before = held(session)
    order_service.expire(session, order, now=MONDAY)

    pay(session, order)

    assert held(session) == before


def test_the_cut_takes_the_trims_of_its_piece_alone(session, order):
    service.receive_trim(
        session, code="button-pearl-11", quantity=100, reason="", actor=HOUSE, now=MONDAY
    )
    pay(session, order)
    shirt, trousers = (
        production.work(session, each.public_id) for each in production.works_of(session, order.id)
    )
    of_trousers = orders.trims_needed(session, order)[trousers.line.public_id]

    workshop.move(
        session,
        shirt,
        to=Stage.CUT,
        seen=Stage.QUEUED,
        actor=Actor.colleague(a_colleague(session).id),
        today=shirt.cut_on + DAY,
        now=MONDAY + 2 * DAY,
    )

    assert held(session) == of_trousers
    assert there(session)["button-pearl-11"] == 87
    assert queries.differences(session) == []
