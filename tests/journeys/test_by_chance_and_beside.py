"""Surprised, she compares; she saves what she likes, and others start from it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

START = "/garments/shirt/design?cloth=sky-poplin&collar=cutaway&step=style"


def line(page: Page) -> str:
    return page.locator("#design-line").inner_text()


@pytest.mark.parametrize("garment", ["shirt", "jacket", "skirt"])
def test_a_surprise_goes_together_and_is_undone(page: Page, garment: str) -> None:
    page.goto(f"/garments/{garment}/design?step=style")
    before = line(page)

    page.locator("#surprise").click()

    expect(page.locator("#design-line")).not_to_have_text(before)
    expect(page.locator("#notes > *")).to_have_count(0)
    steps.is_accessible(page)
    page.locator("#undo").click()
    expect(page.locator("#design-line")).to_have_text(before)


def test_a_surprise_can_be_ordered(page: Page) -> None:
    page.goto("/garments/skirt/design?step=style&for=women-M")  # it asks for no letters
    page.locator("#surprise").click()
    expect(page.locator("#undo")).to_have_attribute("href", re.compile("design"))

    steps.go_to_step(page, "review")

    expect(page.get_by_role("button", name="Add to bag")).to_be_visible()


@pytest.mark.parametrize(("taken", "collar"), [("take-there", "cutaway"), ("take-here", "band")])
def test_the_one_kept_is_compared_and_either_is_gone_on_with(
    page: Page, taken: str, collar: str
) -> None:
    page.goto(START)
    page.locator("#keep-beside").click()
    expect(page.locator("#compare")).to_be_visible()
    steps.choose(page, "collar", "band")
    page.locator("#compare").click()

    expect(page.get_by_role("heading", name="Two designs compared")).to_be_visible()
    expect(page.locator(".compared thead img")).to_have_count(2)
    different = page.locator("tr[data-different]")
    expect(different).to_have_count(1)
    expect(different).to_contain_text("Collar")
    expect(different.locator("td")).to_have_text([re.compile("[Cc]utaway"), re.compile("[Bb]and")])
    steps.is_accessible(page)
    page.locator(f"#{taken}").click()

    expect(page.locator(f"#collar-{collar}")).to_have_attribute("aria-pressed", "true")


def test_two_designs_side_by_side_fit_a_phone(context_of) -> None:
    phone = context_of(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    phone.goto(START)
    phone.locator("#keep-beside").click()
    phone.locator("#collar-band").click()
    phone.locator("#compare").click()

    expect(phone.locator("tr[data-different]")).to_have_count(1)


def test_a_design_is_shown_with_consent_and_made_into_another(page: Page, context_of) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&collar=cutaway&step=review&for=men-M")
    page.get_by_label("Name of the design").fill("Open sea")
    page.get_by_role("button", name="Save this design").click()
    show = page.get_by_role("button", name="Show it in the gallery")
    show.click()
    expect(page.locator("main .error").first).to_be_visible()
    steps.is_accessible(page)
    page.locator("input[name=agreed]").check()
    show.click()
    expect(page.get_by_text("This design is shown to everybody")).to_be_visible()

    other = context_of()
    other.goto("/gallery?garment=shirt")
    other.get_by_role("link", name=re.compile("Open sea")).first.click()
    other.get_by_role("link", name="Start from this design").click()
    expect(other).to_have_url(re.compile("from="))
    steps.go_to_step(other, "style")
    steps.choose(other, "collar", "band")
    steps.go_to_step(other, "review")
    other.get_by_label("Name of the design").fill("Closed sea")
    other.get_by_role("button", name="Save this design").click()

    expect(other.get_by_role("heading", name="Closed sea")).to_be_visible()
    expect(other.get_by_text("Made from «Open sea»").first).to_be_visible()
    steps.is_accessible(other)


def test_an_own_design_is_changed_into_its_next_version(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&collar=cutaway&step=review")
    page.get_by_label("Name of the design").fill("Grows with me")
    page.get_by_role("button", name="Save this design").click()
    page.get_by_role("link", name="Start from this design").click()
    steps.go_to_step(page, "style")
    steps.choose(page, "collar", "band")
    steps.go_to_step(page, "review")

    page.get_by_role("button", name="Save as its new version").click()

    expect(page.get_by_role("heading", name="Grows with me")).to_be_visible()
    expect(page.get_by_text("Version 2").first).to_be_visible()
    expect(page.locator(".lead")).to_contain_text("band collar")
    page.get_by_role("button", name="Make version 1 the newest").click()
    expect(page.locator(".lead")).to_contain_text("cutaway collar")
    steps.is_accessible(page)
