"""She sees what she designs, taps the part she wants to change, and prints a picture of her own."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")


def a_picture(wide: int = 1900) -> dict[str, object]:
    image = Image.new("RGB", (wide, wide), "#f4efe6")
    ImageDraw.Draw(image).ellipse([200, 200, wide - 200, wide - 200], fill="#c8502f")
    out = BytesIO()
    image.save(out, "PNG")
    return {"name": "sun.png", "mimeType": "image/png", "buffer": out.getvalue()}


def is_drawn(page: Page) -> None:
    """Wait until the garment's picture is there, as large as it says."""
    page.wait_for_function(
        "() => { const p = document.querySelector('#garment-picture');"
        " return p && p.complete && p.naturalWidth >= 360; }"
    )


def test_the_picture_follows_every_choice_and_a_tap_leads_to_its_question(page: Page) -> None:
    page.goto("/garments/shirt/design?cloth=bengal-stripe-poplin")
    is_drawn(page)
    before = page.locator("#garment-picture").get_attribute("src")

    page.locator("#part-collar").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#step-style")).to_have_attribute("aria-current", "step")
    steps.choose(page, "collar", "cutaway")

    is_drawn(page)
    picture = page.locator("#garment-picture")
    assert picture.get_attribute("src") != before
    assert "cutaway collar" in (picture.get_attribute("alt") or "")
    steps.is_accessible(page)
    page.locator("#view-back").click()
    expect(page.locator("#view-back")).to_have_attribute("aria-current", "true")
    is_drawn(page)


def test_a_t_shirt_takes_a_picture_of_her_own(page: Page) -> None:
    page.goto("/garments/tshirt/design?print=front&step=details")
    page.locator("#artwork-upload").click()
    steps.is_accessible(page)
    wrong = {"name": "sun.png", "mimeType": "image/png", "buffer": b"not a picture"}
    page.locator("input[type=file]").set_input_files(wrong)
    page.get_by_role("button", name="Send the picture").click()
    expect(page.locator("main .error").first).to_be_visible()

    page.locator("input[type=file]").set_input_files(a_picture())
    page.get_by_role("button", name="Send the picture").click()

    expect(page.locator("#artwork-thumb")).to_be_visible()
    is_drawn(page)
    steps.is_accessible(page)
    page.locator("#artwork-remove").click()
    expect(page.locator("#artwork-thumb")).to_have_count(0)


@pytest.mark.parametrize("garment", ["jacket", "tshirt", "skirt"])
def test_the_new_garments_fit_a_phone(context_of, garment: str) -> None:
    page = context_of(viewport={"width": 390, "height": 844})
    page.goto(f"/garments/{garment}/design")
    is_drawn(page)
    steps.fits_the_screen(page)
    steps.is_accessible(page)


def test_without_javascript_the_picture_and_its_parts_work(context_of) -> None:
    page = context_of(java_script_enabled=False)
    page.goto("/garments/shirt/design")
    page.locator("#part-collar").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#step-style")).to_have_attribute("aria-current", "step")
    source = page.locator("#garment-picture").get_attribute("src")
    assert page.request.get(source or "").headers["content-type"] == "image/jpeg"
