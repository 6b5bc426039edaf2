"""Connections break, cloths sell out, cards are declined: nothing is lost, and it is said."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from shop.infra import db
from shop.orders.models import Order
from shop.orders.rules import State
from shop.stock import queries as stock_queries
from tests.builders.stock import measured
from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

REVIEW = "/garments/shirt/design?cloth={}&step=review&for=men-M"


def to_the_counter(page, cloth="white-twill"):
    page.goto(REVIEW.format(cloth))
    steps.confirm_and_add(page)
    page.get_by_role("link", name="Go to checkout").click()
    steps.fill_address(page, "luck@example.com")
    page.get_by_role("button", name=re.compile("Order and pay")).click()
    expect(page.get_by_role("button", name=re.compile("Pay"))).to_be_visible()


def last_order(shop):
    with shop.app.app_context(), db.look() as session:
        return session.scalars(select(Order).order_by(Order.id.desc()).limit(1)).one()


def test_the_webhook_alone_makes_the_order_paid(page, shop):
    to_the_counter(page)
    page.route("**/thanks", lambda route: route.abort())  # she never comes back

    with page.expect_request("**/thanks"):
        page.get_by_role("button", name=re.compile("Pay")).click(no_wait_after=True)
    shop.work_off()

    elsewhere = page.context.new_page()
    elsewhere.goto(f"/orders/{last_order(shop).public_id}")
    expect(elsewhere.get_by_role("heading", name="Paid, waiting to be cut")).to_be_visible()
    assert last_order(shop).state is State.PAID


def test_a_declined_card_leaves_the_order_to_be_paid_again(page, shop):
    to_the_counter(page)

    page.get_by_role("button", name=re.compile("declined")).click()
    steps.is_accessible(page)
    page.get_by_role("button", name=re.compile("Pay")).click()

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_an_unpaid_order_goes_back_into_the_bag(page):
    to_the_counter(page)
    page.get_by_role("link", name=re.compile("[Bb]ack")).or_(
        page.get_by_role("button", name=re.compile("[Bb]ack"))
    ).first.click()
    expect(page.get_by_role("heading", name="Waiting for payment")).to_be_visible()
    steps.is_accessible(page)

    page.get_by_role("button", name="Put it back into the bag").click()

    expect(page.locator(".bag-line")).to_contain_text("white fine twill")


def test_a_paid_order_is_cancelled_and_refunded(page, shop):
    to_the_counter(page)
    steps.pay_at_the_counter(page)
    shop.work_off()
    page.goto(f"/orders/{last_order(shop).public_id}")
    page.get_by_text("Cancel this order").click()

    page.get_by_role("button", name="Cancel the order").click()
    expect(page.get_by_text("Tell us why").first).to_be_visible()
    page.get_by_label("Why?").fill("I chose the wrong collar")
    page.get_by_role("button", name="Cancel the order").click()

    expect(page.get_by_role("heading", name="Cancelled")).to_be_visible()
    assert last_order(shop).state is State.CANCELLED


def test_a_cloth_that_sells_out_while_she_chooses_is_told(page, shop):
    page.goto("/garments/shirt/design?cloth=ice-blue-herringbone&collar=band&step=style")
    expect(page.locator("h1")).to_contain_text("ice blue herringbone")
    with shop.app.app_context(), db.work() as session:
        for roll in stock_queries.rolls(session, cloth="ice-blue-herringbone"):
            measured(session, "ice-blue-herringbone", roll.number, 0)

    page.locator("#collar-cutaway").click()

    expect(page.locator("#notes").get_by_text("has just sold out")).to_be_visible()
    expect(page.locator("#collar-cutaway")).to_have_attribute("aria-pressed", "true")
    steps.is_accessible(page)


def test_a_muted_tile_says_why_and_its_repair_helps(page):
    page.goto("/garments/shirt/design?cloth=white-poplin&cuff=french&sleeve=long&step=cloth")
    muted = page.locator(".tile[data-state=muted]").filter(has_text="Washed denim")
    muted.get_by_text("Why not?").click()
    steps.is_accessible(page)

    muted.get_by_role("button").click()

    expect(page.locator("#cloth-washed-denim")).to_have_attribute("aria-pressed", "true")


def test_two_clicks_on_order_make_one_order(page, shop):
    page.goto(REVIEW.format("white-twill"))
    steps.confirm_and_add(page)
    page.get_by_role("link", name="Go to checkout").click()
    steps.fill_address(page)
    before = last_order(shop).id

    page.get_by_role("button", name=re.compile("Order and pay")).dblclick(no_wait_after=True)
    expect(page.get_by_role("button", name=re.compile("Pay"))).to_be_visible()

    assert last_order(shop).id == before + 1
