"""She runs into what cannot be had, reads why, takes the repair, and may always go back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

DAY_COLLAR = "/garments/shirt/design?cloth=white-poplin&collar=button-down&step=style"
WHY = "A button-down collar is for the day, French cuffs are for the evening."
PHONE = {"width": 390, "height": 844}


def is_chosen(page: Page, tile: str) -> None:
    expect(page.locator(f"#{tile}")).to_have_attribute("aria-pressed", "true")


def is_muted(page: Page, tile: str) -> None:
    expect(tile_of(page, tile)).to_have_attribute("data-state", "muted")


def tile_of(page: Page, tile: str) -> Locator:
    return page.locator(".tile").filter(has=page.locator(f"#{tile}"))


def price(page: Page) -> Locator:
    return page.locator("#order-bar .price-large")


def has_cuffs_after_all(page: Page) -> None:
    """Expect the repaired design: French cuffs, and no button-down collar any more."""
    is_chosen(page, "cuff-french")
    expect(page.locator("#collar-button-down")).not_to_have_attribute("aria-pressed", "true")
    expect(page.locator("#design-line")).to_contain_text("French cuffs")
    expect(page.locator("#garment-picture")).to_have_attribute("alt", re.compile("French cuffs"))


def is_as_before(page: Page, cost: str) -> None:
    is_chosen(page, "collar-button-down")
    is_muted(page, "cuff-french")
    expect(price(page)).to_have_text(cost)


def test_a_muted_tile_is_repaired_undone_and_redone(page: Page) -> None:
    page.goto(DAY_COLLAR)
    cost, source = price(page).inner_text(), page.locator("#garment-picture").get_attribute("src")
    muted = tile_of(page, "cuff-french")
    muted.get_by_text("Why not?").click()
    expect(muted).to_contain_text(WHY)
    steps.is_accessible(page)

    page.locator("#cuff-french-all-the-same").click()

    has_cuffs_after_all(page)
    expect(page.locator("#cuff-french")).to_be_focused()
    expect(price(page)).not_to_have_text(cost)
    expect(page.locator("#order-bar .bar-date strong")).not_to_be_empty()
    expect(page.locator("#garment-picture")).not_to_have_attribute("src", source or "")
    steps.is_accessible(page)
    page.locator("#undo").click()
    is_as_before(page, cost)
    page.locator("#redo").click()
    has_cuffs_after_all(page)


def test_back_forward_and_reload_keep_all_of_it(page: Page) -> None:
    page.goto(DAY_COLLAR)
    cost = price(page).inner_text()
    tile_of(page, "cuff-french").get_by_text("Why not?").click()
    page.locator("#cuff-french-all-the-same").click()
    has_cuffs_after_all(page)

    page.reload()
    has_cuffs_after_all(page)
    page.go_back()
    is_as_before(page, cost)
    page.go_forward()
    has_cuffs_after_all(page)
    page.locator("#undo").click()
    is_as_before(page, cost)


def test_two_tabs_keep_their_own_undo(page: Page) -> None:
    page.goto("/garments/shirt/design?step=style&cloth=sky-poplin")
    steps.choose(page, "collar", "cutaway")
    other = page.context.new_page()
    other.goto(page.url)
    steps.choose(other, "pocket", "chest")
    steps.choose(page, "hem", "straight")

    page.locator("#undo").click()

    is_chosen(page, "hem-curved")
    is_chosen(page, "collar-cutaway")
    is_chosen(other, "pocket-chest")
    other.locator("#undo").click()
    is_chosen(other, "pocket-none")
    is_chosen(other, "collar-cutaway")


def test_the_same_without_a_script(context_of) -> None:
    plain = context_of(java_script_enabled=False)
    plain.goto(DAY_COLLAR)
    cost = price(plain).inner_text()
    tile_of(plain, "cuff-french").get_by_text("Why not?").click()
    expect(tile_of(plain, "cuff-french")).to_contain_text(WHY)

    plain.locator("#cuff-french-all-the-same").click()

    has_cuffs_after_all(plain)
    assert plain.url.endswith("#ask-cuff")
    plain.locator("#undo").click()
    is_as_before(plain, cost)
    plain.locator("#redo").click()
    has_cuffs_after_all(plain)


def test_the_same_on_a_phone(context_of) -> None:
    phone = context_of(viewport=PHONE, has_touch=True, is_mobile=True)
    phone.goto(DAY_COLLAR)
    cost = price(phone).inner_text()
    tile_of(phone, "cuff-french").get_by_text("Why not?").tap()
    steps.fits_the_screen(phone)
    steps.is_accessible(phone)

    phone.locator("#cuff-french-all-the-same").tap()

    has_cuffs_after_all(phone)
    steps.fits_the_screen(phone)
    steps.is_accessible(phone)
    phone.locator("#undo").tap()
    is_as_before(phone, cost)


def tab_to(page: Page, aim: Locator) -> None:
    """Press Tab until the focus is there, as somebody without a mouse does."""
    for _ in range(150):
        if aim.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never leads to {aim}")


def test_the_same_by_keyboard_alone(page: Page) -> None:
    page.goto(DAY_COLLAR)
    cost = price(page).inner_text()
    tab_to(page, tile_of(page, "cuff-french").locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#cuff-french-all-the-same"))
    steps.is_accessible(page)

    page.keyboard.press("Space")

    has_cuffs_after_all(page)
    expect(page.locator("#cuff-french")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.locator("#main").evaluate("e => e.focus()")
    tab_to(page, page.locator("#undo"))
    page.keyboard.press("Enter")
    is_as_before(page, cost)
    expect(page.locator("#undo")).to_be_focused()
    steps.is_accessible(page)


def mark(page: Page, *places: str) -> None:
    for place in places:
        page.locator(place).evaluate("e => { e.marked = true; }")


def is_marked(page: Page, place: str) -> bool:
    return bool(page.locator(place).evaluate("e => e.marked === true"))


def test_only_what_changed_is_swapped(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=style")
    mark(page, "#question-hem", "#hem-straight", "#question-collar", "#garment-picture")

    steps.choose(page, "collar", "cutaway")

    assert is_marked(page, "#question-hem")
    assert is_marked(page, "#hem-straight")
    assert not is_marked(page, "#question-collar")
    assert not is_marked(page, "#garment-picture")


def test_a_choice_that_is_not_seen_leaves_the_picture_alone(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=details")
    mark(page, "#picture", "#garment-picture", "#question-buttons")
    cost = price(page).inner_text()

    steps.choose(page, "finishing", "spare-buttons")

    expect(price(page)).not_to_have_text(cost)
    assert is_marked(page, "#picture")
    assert is_marked(page, "#garment-picture")
    assert is_marked(page, "#question-buttons")


def test_two_quick_clicks_are_both_kept(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=style")
    page.evaluate(
        "for (const id of ['collar-cutaway', 'pocket-chest', 'hem-straight'])"
        " document.getElementById(id).click()"
    )

    for tile in ("collar-cutaway", "pocket-chest", "hem-straight"):
        is_chosen(page, tile)
    expect(page).to_have_url(re.compile("collar=cutaway.*pocket=chest.*hem=straight"))


def test_a_text_is_typed_and_taken_over(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=details")
    steps.choose(page, "monogram", "chest")
    page.locator("#text-monogram-text").fill("ALBA")

    page.locator("#take-monogram-text").click()

    expect(page).to_have_url(re.compile("monogram-text=ALBA"))
    expect(page.locator("#text-monogram-text")).to_have_value("ALBA")
    steps.is_accessible(page)


def test_a_text_that_is_typed_goes_along_with_the_next_click(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=sky-poplin&step=details&monogram=chest")
    page.locator("#text-monogram-text").fill("ALBA")

    steps.choose(page, "buttons", "horn")

    expect(page).to_have_url(re.compile("monogram-text=ALBA"))
