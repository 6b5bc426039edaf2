"""Among many cloths she finds hers: by colour, by words; the address holds it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

CLOTHS = "/garments/shirt/design?step=cloth"


def found(page: Page) -> int:
    return page.locator("#question-cloth .tile").count()


def test_by_colour_and_by_words_and_a_pick_keeps_them(page: Page) -> None:
    page.goto(CLOTHS)
    page.locator("#find-colour").select_option("white")
    expect(page).to_have_url(re.compile("f-colour=white"))
    expect(page.locator("#cloth-blue-oxford")).to_have_count(0)
    page.locator("#find-words").press_sequentially("oxford")
    expect(page).to_have_url(re.compile("f-q=oxford"))
    expect(page.locator("#cloth-white-poplin")).to_have_count(0)
    steps.is_accessible(page)

    steps.choose(page, "cloth", "white-oxford")

    expect(page).to_have_url(re.compile("f-colour=white"))
    expect(page).to_have_url(re.compile("f-q=oxford"))
    expect(page.locator("#cloth-white-poplin")).to_have_count(0)
    page.reload()
    expect(page.locator("#find-words")).to_have_value("oxford")
    expect(page.locator("#cloth-white-oxford")).to_have_attribute("aria-pressed", "true")
    page.locator("#find-clear").click()
    expect(page.locator("#cloth-white-poplin")).to_be_visible()
    expect(page.locator("#cloth-white-oxford")).to_have_attribute("aria-pressed", "true")


def test_nothing_found_says_what_to_take_away(page: Page) -> None:
    page.goto(f"{CLOTHS}&f-colour=white&f-q=denim")

    expect(page.get_by_role("heading", name="No cloth is all of that")).to_be_visible()
    steps.is_accessible(page)
    page.locator(".finding-ways a").first.click()

    expect(page.get_by_role("heading", name="No cloth is all of that")).to_have_count(0)
    assert found(page) > 0


def test_the_same_without_a_script_on_a_phone(context_of) -> None:
    plain = context_of(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    plain.goto(CLOTHS)
    everything = found(plain)
    plain.locator("#find-words").fill("oxford")
    plain.locator("#find button", has_text="Show").click()
    assert 0 < found(plain) < everything
    assert "f-q=oxford" in plain.url

    plain.locator("#cloth-blue-oxford").click()

    expect(plain.locator("#cloth-blue-oxford")).to_have_attribute("aria-pressed", "true")
    assert "f-q=oxford" in plain.url
    assert 0 < found(plain) < everything
