"""Two at the counter at once."""

import re
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.cart.models import BagLine
from shop.designs.models import Design
from shop.infra import db
from shop.orders.models import Order
from shop.payments.models import Payment
from shop.stock.models import ClothReservation
from tests.builders.bags import ADDRESS, a_state, held_mm, in_bag, leave
from tests.builders.people import a_guest, enter
from tests.builders.races import at_once, twin_of

SHIRT_MM = 1450  # what the shirt in the bag takes


def a_browser(app: Flask, session: Session, *clothes: str) -> FlaskClient:
    """Return the browser of a guest with a shirt of each of these cloths in her bag."""
    browser, guest = app.test_client(), a_guest(session)
    for cloth in clothes:
        in_bag(session, guest, a_state(cloth=cloth))
    enter(browser, session, guest)
    return browser


def filled(browser: FlaskClient) -> dict[str, Any]:
    page = browser.get("/checkout").text
    hidden = dict(re.findall(r'name="(once|seen_total)" type="hidden" value="([^"]*)"', page))
    return {"email": "g@example.com", "shipping": "standard", **asdict(ADDRESS), **hidden}


def press(browser: FlaskClient, sent: dict[str, Any]) -> Callable[[], tuple[int, str]]:
    def send() -> tuple[int, str]:
        answer = browser.post("/checkout", data=sent)
        return answer.status_code, answer.headers.get("Location", "")

    return send


def all_of(table: Any) -> list[Any]:
    with db.look() as session:
        return list(session.scalars(select(table)))


def test_the_last_metres_of_a_cloth_go_to_one(apart):
    with db.work() as session:
        browsers = [a_browser(apart, session, "blue-oxford") for _ in range(4)]
        leave(session, SHIRT_MM)
    sent = [filled(browser) for browser in browsers]

    answers = at_once(*(press(*each) for each in zip(browsers, sent, strict=True)))

    assert len(all_of(Order)) == len(all_of(Payment)) == len(all_of(ClothReservation)) == 1
    with db.look() as session:
        assert held_mm(session) == SHIRT_MM
    assert sorted(place.split("/")[1] for _status, place in answers if place) == [
        "bag",
        "bag",
        "bag",
        "payments",
    ]
    assert sorted(line.taken_by is None for line in all_of(BagLine)) == [False, True, True, True]


def test_two_presses_of_one_button_are_one_order(apart):
    with db.work() as session:
        browser = a_browser(apart, session, "blue-oxford")
    sent, second = filled(browser), twin_of(browser)

    answers = at_once(press(browser, sent), press(second, sent))

    [order], [payment] = all_of(Order), all_of(Payment)
    assert {status for status, _place in answers} == {303}
    assert {place for _status, place in answers} == {f"/payments/{payment.public_id}/go"}
    assert payment.reference == order.public_id


def test_two_tabs_of_one_bag_are_one_order(apart):
    with db.work() as session:
        browser = a_browser(apart, session, "blue-oxford")
    second = twin_of(browser)

    answers = at_once(press(browser, filled(browser)), press(second, filled(second)))

    assert len(all_of(Order)) == 1
    assert sorted(place.split("/")[1] for _status, place in answers) == ["bag", "payments"]


def test_bags_of_the_same_cloths_in_other_orders_do_not_wait_for_each_other_for_ever(apart):
    cloths = ["blue-oxford", "white-poplin", "sky-poplin"]
    with db.work() as session:
        browsers = [a_browser(apart, session, *cloths[::way]) for way in (1, -1, 1, -1)]
    sent = [filled(browser) for browser in browsers]

    answers = at_once(*(press(*each) for each in zip(browsers, sent, strict=True)))

    assert [status for status, _place in answers] == [303] * 4
    assert len(all_of(Order)) == 4
    assert len(all_of(ClothReservation)) == 12


@pytest.mark.parametrize(
    ("address", "sent", "table"),
    [
        (a_state().put_url(), {"confirmed": "y", "once": "x"}, BagLine),
        ("/garments/shirt/design/save", {"name": "Sunday", "once": "x"}, Design),
    ],
)
def test_two_clicks_keep_one(apart, address, sent, table):
    with db.work() as session:
        browser = a_browser(apart, session)
    twin = twin_of(browser)

    answers = at_once(*(lambda b=b: b.post(address, data=sent) for b in (browser, twin)))

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert len(all_of(table)) == 1


def test_one_address_opens_one_account(apart):
    sent = {"name": "Anna", "email": "anna@example.com", "password": "seven blue buttons"}

    browsers = [apart.test_client() for _ in range(2)]

    answers = at_once(*(lambda b=b: b.post("/sign-up", data=sent) for b in browsers))

    assert sorted(answer.status_code for answer in answers) == [303, 422]
