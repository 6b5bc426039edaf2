"""The manager writes a rule, is warned, tries and publishes it; a customer meets it gently."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

WHY = "Buttons in front of a mini skirt open when you sit. A zip stays closed."
CUSTOMER = "/garments/skirt/design?length=mini&closing=side-zip&waistband=wide&step=style"


def says(page: Page, row: str, group: str, *values: str) -> None:
    """Fill a row of the rule: about what, and which of its values."""
    page.locator(f"select[name='{row}-subject']").select_option(group)
    for value in values:
        page.locator(f"input[name='{row}-values'][value='{value}']").check()


def writes_a_rule(page: Page, when: tuple[str, ...], then: tuple[str, ...]) -> None:
    page.get_by_role("link", name="Write a rule").click()
    says(page, "when0", *when)
    says(page, "then", *then)
    page.get_by_label("What the customer reads").fill(WHY)
    steps.is_accessible(page)
    page.get_by_role("button", name="Save into the draft").click()
    expect(page.get_by_role("heading", name="The draft")).to_be_visible()


def publishes(page: Page) -> None:
    page.get_by_role("button", name="Publish the draft").click()
    expect(page.get_by_role("heading", name="The draft")).to_have_count(0)


def opens_the_rules(page: Page) -> None:
    steps.sign_in(page, "manager@toile.example")
    page.goto("/staff/rules")
    steps.is_accessible(page)
    page.locator("main").get_by_role("link", name="Skirt").click()
    steps.is_accessible(page)


def test_a_rule_that_says_nothing_new_is_warned_about(page: Page) -> None:
    opens_the_rules(page)
    writes_a_rule(page, ("shape", "pleated"), ("closing", "buttons"))

    expect(page.get_by_role("heading", name="To look at")).to_be_visible()
    expect(page.locator(".findings")).to_contain_text("Warning")
    steps.is_accessible(page)
    page.get_by_role("button", name="Publish the draft").click()
    expect(page.locator("main .error").first).to_be_visible()
    page.get_by_role("button", name="Discard the draft").click()

    expect(page.get_by_role("heading", name="The draft")).to_have_count(0)


def test_a_rule_that_leaves_nothing_is_not_published(page: Page) -> None:
    opens_the_rules(page)
    every = ("a-line", "pencil", "circle", "pleated")
    writes_a_rule(page, ("shape", *every), ("length", "knee", "mini", "midi"))

    expect(page.locator(".finding-error").first).to_be_visible()
    steps.is_accessible(page)
    page.get_by_role("button", name="Publish the draft").click()
    expect(page.locator("main .error").first).to_be_visible()
    page.get_by_role("button", name="Discard the draft").click()

    expect(page.get_by_role("heading", name="The draft")).to_have_count(0)


def test_a_rule_is_written_tried_and_published(page: Page, context_of) -> None:
    customer = context_of()
    customer.goto(CUSTOMER)
    steps.choose(customer, "closing", "buttons")
    opens_the_rules(page)
    writes_a_rule(page, ("length", "mini"), ("closing", "buttons"))
    page.get_by_role("link", name="Try it").click()
    expect(page.get_by_text("You are trying rules that are not published")).to_be_visible()
    steps.go_to_step(page, "style")
    steps.choose(page, "length", "mini")
    muted = page.locator(".tile[data-state=muted]").filter(has=page.locator("#closing-buttons"))
    muted.locator("summary").click()
    expect(muted).to_contain_text(WHY)
    steps.is_accessible(page)
    page.get_by_role("link", name="Back to the rules").click()
    publishes(page)
    is_told_by_an_address_from_before(context_of())

    customer.locator("#pockets-seam").click()

    expect(customer.locator("#pockets-seam")).to_have_attribute("aria-pressed", "true")
    expect(customer.locator("#notes")).to_contain_text("What we offer has changed")
    expect(customer.locator("#notes")).to_contain_text(WHY)
    keeps_the_rest(customer)
    steps.is_accessible(customer)


def keeps_the_rest(customer: Page) -> None:
    """Expect all she chose but the one, which is muted and says why, with a way to have it."""
    expect(customer).to_have_url(re.compile("length=mini"))
    expect(customer).to_have_url(re.compile("waistband=wide"))
    muted = customer.locator(".tile[data-state=muted]").filter(
        has=customer.locator("#closing-buttons")
    )
    muted.locator("summary").click()
    expect(muted).to_contain_text(WHY)
    expect(customer.locator("#closing-buttons-all-the-same")).to_be_visible()


def is_told_by_an_address_from_before(other: Page) -> None:
    other.goto(f"{CUSTOMER.replace('side-zip', 'buttons')}&v=1")
    expect(other.locator("#notes")).to_contain_text("What we offer has changed")
    expect(other.locator("#notes")).to_contain_text(f"«buttoned front» was set aside. {WHY}")
