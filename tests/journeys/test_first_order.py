"""A new customer designs, measures, pays as a guest; the workshop reads the same numbers."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def design_and_order(page):
    """From the home page to the thank-you page; return finished measurements and order number."""
    page.goto("/")
    steps.is_accessible(page)
    page.get_by_role("link", name="Design a shirt").click()
    steps.choose(page, "cloth", "blue-oxford")
    steps.is_accessible(page)
    steps.go_to_step(page, "style")
    steps.choose(page, "collar", "button-down")
    expect(page.locator("h1")).to_contain_text("blue Oxford, button-down collar")
    steps.is_accessible(page)
    steps.go_to_step(page, "fit")
    steps.choose(page, "fit", "slim")
    steps.measure_by_tape(page, "Gerda")
    steps.go_to_step(page, "review")
    steps.is_accessible(page)
    finished = steps.finished_on_review(page)
    steps.confirm_and_add(page)
    steps.is_accessible(page)
    page.get_by_role("link", name="Go to checkout").click()
    steps.fill_address(page)
    steps.is_accessible(page)
    page.get_by_role("button", name=re.compile("Order and pay")).click()
    steps.is_accessible(page)
    steps.pay_at_the_counter(page)
    number = re.search(r"T-\d{4}-\d{5}", page.locator("main").inner_text())[0]
    return finished, number


def test_what_she_confirmed_is_what_the_workshop_reads(page, context_of):
    finished, number = design_and_order(page)
    expect(page.get_by_text("Your payment has arrived")).to_be_visible()
    steps.is_accessible(page)
    page.get_by_role("link", name="See your order").click()
    expect(page.get_by_role("heading", name="Paid, waiting to be cut")).to_be_visible()
    steps.is_accessible(page)

    staff = context_of()
    steps.sign_in(staff, "workshop@toile.example")
    steps.is_accessible(staff)
    staff.get_by_role("link", name=re.compile(number.removeprefix("T"))).first.click()
    steps.is_accessible(staff)

    assert len(finished) >= 10
    for point, value in finished.items():
        cell = staff.locator(f"tr[data-point='{point}'] td").nth(2)
        assert float(cell.inner_text()) == float(value.removesuffix(" cm"))
    assert "Gerda" not in staff.locator("main").inner_text()


def test_the_same_on_a_phone(context_of):
    phone = context_of(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    for path in ("/", "/garments", "/garments/shirt", "/garments/shirt/design", "/cloths"):
        phone.goto(path)
        steps.fits_the_screen(phone)
    finished, number = design_and_order(phone)
    steps.fits_the_screen(phone)
    assert finished
    assert number


def test_the_same_without_a_script(context_of):
    plain = context_of(java_script_enabled=False)
    plain.goto("/garments/shirt/design")
    plain.locator("#cloth-blue-oxford").click()
    plain.locator("#step-style").click()
    plain.locator("#collar-button-down").click()
    expect(plain.locator("h1")).to_contain_text("blue Oxford, button-down collar")
    plain.locator("#step-fit").click()
    plain.get_by_text("Or take a standard size").click()
    plain.locator("#size-men-M").click()
    plain.locator("#step-review").click()
    finished = steps.finished_on_review(plain)
    steps.confirm_and_add(plain)
    plain.get_by_role("link", name="Go to checkout").click()
    steps.fill_address(plain, "plain@example.com")
    plain.get_by_role("button", name=re.compile("Order and pay")).click()
    steps.pay_at_the_counter(plain)
    assert "39.4 cm" in finished.values() or finished
