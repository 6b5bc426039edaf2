"""The workshop makes, service gives money back, the manager sets prices."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from shop.infra import db
from shop.payments.models import Refund
from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def test_a_piece_is_moved_along_and_who_did_it_is_kept(page):
    steps.sign_in(page, "workshop@toile.example")
    steps.is_accessible(page)
    page.goto("/staff/work?stage=cut")
    page.locator("main a[href^='/staff/work/']").first.click()
    steps.is_accessible(page)

    page.get_by_role("button", name="It is sewn").click()

    expect(page.locator(".steps-so-far")).to_contain_text("Sewn")
    expect(page.locator(".steps-so-far")).to_contain_text("Wanda Weaver")
    expect(page.get_by_role("button", name="It is finished")).to_be_visible()


def test_two_tabs_do_not_move_a_piece_twice(page):
    steps.sign_in(page, "workshop@toile.example")
    page.goto("/staff/work?stage=finished")
    page.locator("main a[href^='/staff/work/']").first.click()
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("button", name="All points pass").click()
    expect(page.get_by_role("button", name="It is packed")).to_be_visible()

    other.get_by_text("It must wait").click()
    other.get_by_label("Why").or_(other.locator("input[name=reason]")).first.fill("A stain")
    other.get_by_role("button", name="Put on hold").click()

    expect(other.get_by_text(re.compile("Wanda Weaver|meanwhile")).first).to_be_visible()


def test_the_sheet_is_a_pdf(page):
    steps.sign_in(page, "workshop@toile.example")
    page.locator("main a[href^='/staff/work/']").first.click()
    address = page.get_by_role("link", name="Sheet as PDF").get_attribute("href")

    answer = page.request.get(address)

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")


def test_service_gives_part_of_the_money_back(page, shop):
    steps.sign_in(page, "service@toile.example")
    page.goto("/staff/orders")
    steps.is_accessible(page)
    page.get_by_role("link", name=re.compile("00012")).first.click()
    steps.is_accessible(page)

    page.get_by_label("Amount").fill("ten")
    page.get_by_label("What for?").fill("A button was late")
    page.get_by_role("button", name="Give back").click()
    expect(page.locator(".error").first).to_be_visible()
    expect(page.get_by_label("What for?")).to_have_value("A button was late")
    page.get_by_label("Amount").fill("10")
    page.get_by_role("button", name="Give back").click()

    expect(page.locator("main")).to_contain_text("A button was late")
    shop.work_off()
    with shop.app.app_context(), db.look() as session:
        [refund] = session.scalars(select(Refund).where(Refund.amount_minor == 1000)).all()
    assert refund.state == "done"


def test_the_manager_changes_a_price_and_the_next_customer_sees_it(page, context_of):
    steps.sign_in(page, "manager@toile.example")
    page.goto("/staff/prices/trousers")
    steps.is_accessible(page)
    box = page.get_by_label("Turn-up")
    box.fill("much")
    page.get_by_role("button", name="Publish these prices").click()
    expect(page.locator(".error").first).to_be_visible()

    page.get_by_label("Turn-up").fill("21.50")
    page.get_by_role("button", name="Publish these prices").click()

    customer = context_of()  # who pays for 16 cm more of a cloth at €35 a metre, too
    customer.goto("/garments/trousers/design?step=style")
    expect(customer.locator(".tile").filter(has_text="Turn-up")).to_contain_text("+ €27.10")


def test_the_other_pages_of_the_house_are_accessible(page):
    for path in (
        "/garments",
        "/garments/dress",
        "/cloths",
        "/gallery",
        "/profiles",
        "/styleguide",
        "/legal/terms",
        "/sign-up",
        "/forgotten",
        "/nothing-here",
    ):
        page.goto(path)
        steps.is_accessible(page)


def test_the_dark_side_is_accessible_too(context_of):
    dark = context_of(color_scheme="dark")
    for path in ("/", "/garments/shirt/design?step=style", "/cloths", "/sign-in"):
        dark.goto(path)
        steps.is_accessible(dark)


def test_a_customer_finds_no_way_into_the_workshop(page):
    steps.sign_in(page, "anna@example.com")

    answer = page.goto("/staff/work")

    assert answer.status == 403
    steps.is_accessible(page)
