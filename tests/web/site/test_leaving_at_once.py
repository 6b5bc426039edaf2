"""She orders in one tab and leaves in another, at the same moment."""

import re
from dataclasses import asdict

import pytest
from sqlalchemy import select

from shop.accounts.models import Person
from shop.cart.models import BagLine
from shop.infra import db
from shop.orders.models import Order
from tests.builders.bags import ADDRESS, in_bag
from tests.builders.catalogue import load_catalogue
from tests.builders.people import PASSWORD, a_customer, enter
from tests.builders.races import at_once, twin_of


@pytest.mark.parametrize("turn", range(3))
def test_the_order_is_kept_for_what_it_needs_or_never_placed(apart, turn):
    browser = apart.test_client()
    with db.work() as session:
        load_catalogue(session)
        anna = a_customer(session)
        in_bag(session, anna)
        enter(browser, session, anna)
    page = browser.get("/checkout").text
    hidden = dict(re.findall(r'name="(once|seen_total)" type="hidden" value="([^"]*)"', page))
    sent = {"email": "anna@example.com", "shipping": "standard", **asdict(ADDRESS), **hidden}
    other = twin_of(browser)

    answers = at_once(
        lambda: browser.post("/checkout", data=sent).status_code,
        lambda: other.post("/account/leave", data={"password": PASSWORD}).status_code,
    )

    assert all(status < 500 for status in answers)
    with db.look() as session:
        person = session.scalars(select(Person).where(Person.erased_at.is_not(None))).one()
        orders = session.scalars(select(Order).where(Order.person_id == person.id)).all()
        assert person.email is None
        assert all(order.email == "anna@example.com" and order.address for order in orders)
        assert session.scalars(select(BagLine).where(BagLine.person_id == person.id)).all() == []
