"""A returning customer orders the same again in another cloth, measured as before."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def test_the_same_design_again_in_another_cloth_takes_three_clicks(page):
    steps.sign_in(page, "anna@example.com")
    steps.is_accessible(page)

    page.get_by_role("link", name="Again, in another cloth").last.click()
    steps.choose(page, "cloth", "sage-oxford")
    page.get_by_role("button", name="Add to bag, measured as before").click()

    expect(page.get_by_role("heading", name="Your bag")).to_be_visible()
    expect(page.locator(".bag-line")).to_have_count(1)
    expect(page.locator(".bag-line")).to_contain_text("sage Oxford")
    expect(page.locator(".bag-line")).to_contain_text("Made for Anna")
    page.get_by_role("link", name="Go to checkout").click()
    expect(page.get_by_label("Street and number")).to_have_value("Rue des Tailleurs 12")
    page.get_by_role("button", name=re.compile("Order and pay")).click()
    steps.pay_at_the_counter(page)


def test_a_saved_design_is_named_shared_and_started_from_by_somebody_else(page, context_of):
    page.goto("/garments/shirt/design?cloth=sky-poplin&collar=cutaway&step=review&for=men-M")
    page.get_by_label("Name of the design").fill("Sky over Ghent")
    page.get_by_role("button", name="Save this design").click()
    expect(page.get_by_role("heading", name="Sky over Ghent")).to_be_visible()
    steps.is_accessible(page)
    link = page.get_by_label("Link to share").input_value()

    friend = context_of()
    friend.goto(link)
    expect(friend.get_by_role("heading", name="Sky over Ghent")).to_be_visible()
    expect(friend.get_by_role("button", name="Rename")).to_have_count(0)
    steps.is_accessible(friend)
    friend.get_by_role("link", name="Start from this design").click()

    expect(friend.locator("h1")).to_contain_text("sky poplin, cutaway collar")
    assert "for=" not in friend.url


def test_a_line_in_the_bag_reopens_and_is_changed(page):
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=review&for=women-M")
    steps.confirm_and_add(page)

    page.get_by_role("link", name="Change").click()
    steps.go_to_step(page, "style")
    steps.choose(page, "collar", "band")
    steps.go_to_step(page, "review")
    page.get_by_label("I have read the finished measurements").check()
    page.get_by_role("button", name="Save the change").click()

    expect(page.locator(".bag-line")).to_have_count(1)
    expect(page.locator(".bag-line")).to_contain_text("band collar")


def test_what_a_guest_left_is_there_after_signing_in(page):
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=review&for=women-M")
    steps.confirm_and_add(page)

    steps.sign_in(page, "clara@example.com")
    page.goto("/bag")

    expect(page.locator(".bag-line")).to_contain_text("sky poplin")


def test_back_and_forward_walk_through_the_states(page):
    page.goto("/garments/shirt/design?step=style")
    steps.choose(page, "collar", "band")
    steps.choose(page, "collar", "cutaway")

    page.go_back()
    expect(page.locator("#collar-band")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator("#collar-band")).to_have_attribute("aria-pressed", "true")
    page.go_forward()
    expect(page.locator("#collar-cutaway")).to_have_attribute("aria-pressed", "true")
