"""A shirt was delivered; what its wearer says of it changes the next one, once she agrees."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def sleeve_of_the_next(page: Page, again: str) -> float:
    """Return how long the sleeve of the same shirt would be, ordered now, in cm."""
    page.goto(again)
    steps.go_to_step(page, "review")
    row = page.locator("tr[data-point=sleeve]")
    return float(row.locator("td").first.inner_text().split()[0])


def test_a_long_sleeve_is_shorter_next_time(page: Page) -> None:
    steps.sign_in(page, "anna@example.com")
    page.goto("/account")
    fit = page.locator("a[href*='/fit/']").first.get_attribute("href")
    page.goto(fit.partition("/fit/")[0])
    again = page.get_by_role("link", name="Again, in another cloth").first.get_attribute("href")
    before = sleeve_of_the_next(page, again)

    page.goto(fit)
    steps.is_accessible(page)
    sleeve = page.locator("#said-sleeve")
    sleeve.get_by_label("too long").check()
    sleeve.get_by_label("Or as you measured it").fill("1")
    page.get_by_role("button", name="Send").click()
    proposal = page.locator("#fit-proposals")
    expect(proposal).to_contain_text("1 cm")
    steps.is_accessible(page)
    steps.fits_the_screen(page)
    assert sleeve_of_the_next(page, again) == before
    page.goto(fit)
    proposal.get_by_role("button").first.click()
    expect(proposal).to_contain_text("There is nothing open")

    assert sleeve_of_the_next(page, again) == before - 1
