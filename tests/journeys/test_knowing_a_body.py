"""Four ways to a body: each with the slips that people make, and the question that finds them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

PHONE = {"width": 390, "height": 844}
WALKED = {"That was all", "Almost all"}
WALK = "/profiles/new/walk?keys=height,neck,chest,waist"


def looks_fine(page: Page) -> None:
    steps.is_accessible(page)
    steps.fits_the_screen(page)


def stands_at(page: Page, measure: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(measure)


def reads(page: Page, value: str) -> None:
    """Type what the tape says and go on by the Enter key of the keypad."""
    page.get_by_role("textbox").fill(value)
    page.get_by_role("textbox").press("Enter")


def reads_twice(page: Page, value: str) -> None:
    reads(page, value)
    reads_again(page, value)


def reads_again(page: Page, value: str) -> None:
    expect(page.get_by_text("Once more, please")).to_be_visible()
    reads(page, value)


def is_asked(page: Page, question: str) -> None:
    expect(page.locator(".doubt .error")).to_contain_text(question)


def answers(page: Page, words: str) -> None:
    page.get_by_label(words).check()
    page.get_by_role("button", name="Next").click()


def who_is_measured(page: Page, name: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Woman").check()


def test_the_tape_walk_on_a_phone(context_of) -> None:
    page = context_of(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(WALK)
    looks_fine(page)
    page.get_by_label("a child").check()
    page.get_by_label("Name").fill("Greta")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("alert")).to_contain_text("children grow faster than we sew")
    page.get_by_label("me", exact=True).check()
    page.get_by_label("Woman").check()
    page.get_by_role("button", name="Begin").click()

    stands_at(page, "Height")
    looks_fine(page)
    expect(page.get_by_role("button", name="Next")).to_be_in_viewport()
    reads(page, "168")
    stands_at(page, "Neck")
    reads(page, "13")
    is_asked(page, "Did you mean 13 inches (33 cm)?")
    looks_fine(page)
    answers(page, "I meant 33 cm")
    reads_again(page, "33")
    stands_at(page, "Chest")
    page.get_by_role("link", name="Stop here").click()
    page.get_by_role("link", name="Go on measuring").click()
    stands_at(page, "Chest")
    reads(page, "47")
    is_asked(page, "Is it half of the girth? All the way round it would be 94 cm.")
    answers(page, "I meant 94 cm")
    reads_again(page, "94")
    stands_at(page, "Waist")
    reads_twice(page, "78")

    expect(page.get_by_role("heading", level=1)).to_have_text("That was all")
    looks_fine(page)
    found = [steps.value_of(page, name) for name in ("Height", "Neck", "Chest", "Waist")]
    assert found == ["168 cm", "33 cm", "94 cm", "78 cm"]
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Greta")
    looks_fine(page)


def test_the_tape_walk_by_keyboard_alone(page: Page) -> None:
    page.goto("/profiles/new/walk?keys=chest,waist")
    keys = page.keyboard
    page.get_by_label("me", exact=True).focus()
    keys.press("Tab")
    keys.type("Karla")
    keys.press("Tab")
    keys.press("ArrowLeft")
    keys.press("ArrowLeft")
    expect(page.get_by_label("Woman")).to_be_checked()
    keys.press("Enter")

    stands_at(page, "Chest")
    expect(page.get_by_role("textbox")).to_be_focused()
    keys.type("82")
    keys.press("Enter")
    expect(page.get_by_text("Once more, please")).to_be_visible()
    keys.type("82")
    keys.press("Enter")
    stands_at(page, "Waist")
    keys.type("98")
    keys.press("Enter")
    is_asked(page, "Your waist and your chest look swapped.")
    keys.press("Tab")
    keys.press("Space")
    expect(page.get_by_label("Swap them")).to_be_checked()
    keys.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("That was all")
    assert (steps.value_of(page, "Chest"), steps.value_of(page, "Waist")) == ("98 cm", "82 cm")


def test_the_live_check_speaks_before_she_goes_on(page: Page) -> None:
    page.goto("/profiles/new/walk?keys=height,wrist")
    who_is_measured(page, "Lia")
    page.get_by_role("button", name="Begin").click()
    reads(page, "168")
    stands_at(page, "Wrist")

    page.get_by_role("textbox").fill("6")
    page.get_by_role("textbox").blur()
    is_asked(page, "Did you mean 6 inches (15.2 cm)?")
    page.get_by_role("textbox").fill("15.2")
    page.get_by_role("textbox").blur()

    expect(page.locator("#walk-check")).to_contain_text("Nine people in ten like you have")


def test_a_quick_estimate_is_honest_and_grows_narrower(page: Page) -> None:
    page.goto("/profiles/new/quick")
    looks_fine(page)
    page.get_by_label("Woman").check()
    page.get_by_label("Height").fill("168")
    page.get_by_label("Weight").fill("650")
    page.get_by_role("button", name="Estimate").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Weight").fill("65")
    page.get_by_label("Age").fill("34")
    page.get_by_role("button", name="Estimate").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("What we estimate")
    looks_fine(page)
    before = width(page, "Waist")
    page.get_by_role("link", name=re.compile("Measure (this|these)")).click()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("h1")).not_to_contain_text("Measure")
    known = {"Height": "168", "Chest": "92", "Waist": "76", "Seat": "98"}
    while (measure := page.locator("h1").inner_text()) not in WALKED:
        if measure not in known:
            page.get_by_role("button", name="I cannot measure this").click()
        elif measure == "Height":
            reads(page, known[measure])
        else:
            reads_twice(page, known[measure])
        expect(page.locator("h1")).not_to_have_text(measure)
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("What we estimate")
    assert before > 0
    assert width(page, "Waist") == 0 or width(page, "Waist") < before


def width(page: Page, measure: str) -> float:
    """Return how wide the interval of a measure is shown, in cm; 0 for what was measured."""
    row = page.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=measure, exact=True)
    )
    ends = re.findall(r"[\d.]+", row.get_by_role("cell").nth(1).inner_text())
    return float(ends[1]) - float(ends[0]) if len(ends) == 2 else 0.0


def test_a_sheet_all_in_inches_is_one_question_on_a_phone(context_of) -> None:
    page = context_of(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/profiles/new/tape?keys=neck,chest,waist,seat,height")
    typed = {"height": "5'6\"", "neck": "13", "chest": "37", "waist": "30.5", "seat": "39"}
    for key, read in typed.items():
        page.locator(f"input[name={key}]").fill(read)
    page.get_by_role("button", name="Save these measurements").click()

    expect(page.get_by_text("All of it looks like inches.")).to_be_visible()
    looks_fine(page)
    page.get_by_role("button", name="Read it all as inches").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mine")
    found = [steps.value_of(page, name) for name in ("Height", "Neck", "Waist")]
    assert found == ["167.6 cm", "33 cm", "77.5 cm"]


def test_a_standard_size_adjusted_with_a_slip(page: Page) -> None:
    page.goto("/profiles/new/size?table=women&size=M")
    looks_fine(page)
    page.get_by_label("Name").fill("Mona")
    page.locator("input[name=waist]").fill("31")
    page.get_by_role("button", name="Save these measurements").click()
    is_asked(page, "Did you mean 31 inches (78.7 cm)?")
    page.get_by_label("I meant 78.7 cm").check()
    page.get_by_role("button", name="Save these measurements").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mona")
    assert steps.value_of(page, "Waist").startswith("78.7 cm")
    looks_fine(page)


def test_a_shirt_that_fits_is_copied_with_a_slip(page: Page) -> None:
    page.goto("/profiles/new/garment?garment=shirt")
    looks_fine(page)
    page.get_by_label("Who wears it").fill("Nora")
    page.get_by_label("What you call it").fill("My blue shirt")
    for code, read in {
        "chest": "101.6",
        "waist": "45.9",
        "collar": "33.8",
        "sleeve": "57.2",
    }.items():
        page.locator(f"input[name=at_{code}]").fill(read)
    page.get_by_role("button", name="Keep this garment").last.click()

    question = page.locator(".doubt").first
    expect(question).to_contain_text("50.8")
    question.get_by_role("radio").first.check()
    page.get_by_role("button", name="Keep this garment").last.click()

    expect(page.get_by_role("heading", name="My blue shirt")).to_be_visible()
    looks_fine(page)
