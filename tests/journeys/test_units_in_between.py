"""She begins in centimetres and finds that her tape has inches: what she typed comes along."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def switch_to(page: Page, unit: str) -> None:
    button = page.get_by_role("group", name="Show lengths in").get_by_role("button", name=unit)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_what_was_typed_keeps_its_unit_and_is_kept_in_whole_millimetres(page: Page) -> None:
    page.goto("/profiles/new/tape")
    page.get_by_label("Name").fill("Ina")
    page.get_by_label("Women").check()
    page.get_by_label("Neck", exact=True).fill("33,1")

    switch_to(page, "in")
    expect(page.get_by_label("Name")).to_have_value("Ina")
    expect(page.get_by_label("Women")).to_be_checked()
    expect(page.get_by_label("Neck", exact=True)).to_have_value("33,1 cm")
    page.get_by_label("Wrist").fill("6 1/8")

    switch_to(page, "cm")
    expect(page.get_by_label("Neck", exact=True)).to_have_value("33,1 cm")
    expect(page.get_by_label("Wrist")).to_have_value("6 1/8 in")
    page.get_by_role("button", name="Save these measurements").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ina")
    assert [steps.value_of(page, name) for name in ("Neck", "Wrist")] == ["33.1 cm", "15.6 cm"]


def test_the_height_and_the_weight_come_along(page: Page) -> None:
    page.goto("/profiles/new/quick")
    page.get_by_label("Height").fill("168")
    page.get_by_label("Weight").fill("62")

    switch_to(page, "in")

    expect(page.get_by_label("Height")).to_have_value("168 cm")
    expect(page.get_by_label("Weight")).to_have_value("62 kg")


def test_what_was_saved_is_shown_in_the_other_unit(page: Page) -> None:
    page.goto("/profiles/new/tape")
    page.get_by_label("Name").fill("Ina")
    page.get_by_label("Neck", exact=True).fill("33")
    page.get_by_label("Waist", exact=True).fill("78")
    page.get_by_role("button", name="Save these measurements").click()
    page.get_by_role("link", name="Change values").first.click()
    page.get_by_label("Waist", exact=True).fill("79")

    switch_to(page, "in")

    expect(page.get_by_label("Neck", exact=True)).to_have_value("13")
    expect(page.get_by_label("Waist", exact=True)).to_have_value("79 cm")
