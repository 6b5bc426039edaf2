"""An estimate on its way to the cutting table: confirmed value by value, and marked to the end."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def estimated(page: Page) -> None:
    """Design a T-shirt, know only height and weight, and come to the review."""
    page.goto("/garments/tshirt/design?step=fit")
    page.get_by_role("link", name="Make a profile").click()
    page.get_by_role("link", name="Estimate").click()
    page.get_by_label("Woman").check()
    page.get_by_label("Height").fill("168")
    page.get_by_label("Weight").fill("65")
    page.get_by_role("button", name="Estimate").click()
    page.get_by_role("link", name="Back to the garment").click()
    steps.go_to_step(page, "review")


def test_each_estimate_is_confirmed_and_the_workshop_reads_it(page: Page, context_of) -> None:
    estimated(page)
    steps.is_accessible(page)
    boxes = page.locator("input[name=looked]")
    expect(page.get_by_text("What we estimated")).to_be_visible()
    all_but_one = range(1, boxes.count())
    for at in all_but_one:
        boxes.nth(at).check()
    page.get_by_label("I have read the finished measurements").check()
    page.get_by_role("button", name="Add to bag").click()

    expect(page.locator("#looked .error")).to_have_count(1)
    steps.is_accessible(page)
    assert [boxes.nth(at).is_checked() for at in all_but_one] == [True for _ in all_but_one]
    boxes.first.check()
    page.get_by_label("I have read the finished measurements").check()
    page.get_by_role("button", name="Add to bag").click()
    expect(page.get_by_role("heading", name="Your bag")).to_be_visible()
    page.get_by_role("link", name="Go to checkout").click()
    steps.fill_address(page)
    page.get_by_role("button", name=re.compile("Order and pay")).click()
    steps.pay_at_the_counter(page)
    number = re.search(r"T-\d{4}-\d{5}", page.locator("main").inner_text())[0]

    staff = context_of()
    steps.sign_in(staff, "workshop@toile.example")
    staff.get_by_role("link", name=re.compile(number.removeprefix("T"))).first.click()
    sheet = staff.locator("main")
    expect(sheet).to_contain_text(re.compile("estimated", re.IGNORECASE))
    expect(sheet).to_contain_text("confirmed")
    steps.is_accessible(staff)


def test_measured_instead_it_is_not_asked_about(page: Page) -> None:
    estimated(page)
    before = page.locator("input[name=looked]").count()
    doubt = page.locator("#looked .doubt").filter(has=page.locator("#looked-chest"))
    doubt.get_by_role("link", name="Measure it with the tape instead").click()
    page.get_by_role("button", name="Begin").click()
    for _reading in range(2):
        page.get_by_role("textbox").fill("92")
        page.get_by_role("textbox").press("Enter")
        page.wait_for_load_state()
    page.get_by_role("button", name="Go on").click()

    expect(page.locator("#looked")).to_be_visible()
    expect(page.locator("#looked-chest")).to_have_count(0)
    assert page.locator("input[name=looked]").count() == before - 1
