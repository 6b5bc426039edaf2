"""What people do in the browser, in their own words."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

TAPE = {
    "neck": "39", "chest": "101,5", "waist": "88", "seat": "102", "shoulder_width": "41",
    "shoulder_length": "15.5", "across_back": "39", "sleeve_cb": "86", "arm_length": "61",
    "biceps": "34", "forearm": "28.5", "wrist": "17,5", "back_length": "47", "front_length": "41",
    "height": "181", "inseam": "82", "outseam": "106", "thigh": "59", "lower_thigh": "41",
    "calf": "38", "ankle": "26",
}  # fmt: skip


def is_accessible(page: Page) -> None:
    """Assert that axe finds nothing against WCAG 2.2 A and AA, from the top of the page."""
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # nothing half under a sticky bar
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=options)
    faults = [
        f"{v['id']}: {v['nodes'][0]['html'][:120]} {v['nodes'][0].get('failureSummary', '')[:200]}"
        for v in found.response["violations"]
    ]
    assert faults == [], f"{page.url}\n" + "\n".join(faults)


def fits_the_screen(page: Page) -> None:
    """Assert that nothing is wider than the screen; a phone's window grows with what is."""
    wider = page.evaluate("document.documentElement.scrollWidth") - page.viewport_size["width"]
    assert wider <= 0, f"{page.url} is {wider} px too wide"


def choose(page: Page, group: str, value: str) -> None:
    """Click a tile and wait until it is the chosen one."""
    page.locator(f"#{group}-{value}").click()
    expect(page.locator(f"#{group}-{value}")).to_have_attribute("aria-pressed", "true")


def go_to_step(page: Page, step: str) -> None:
    page.locator(f"#step-{step}").click()
    expect(page.locator(f"#step-{step}")).to_have_attribute("aria-current", "step")


def measure_by_tape(page: Page, name: str) -> None:
    """Make a profile with the tape, from the configurator and back to it."""
    page.get_by_role("link", name="Make a profile").click()
    is_accessible(page)
    page.get_by_role("link", name="Write it all down").click()
    page.get_by_label("Name").fill(name)
    for key, value in TAPE.items():
        box = page.locator(f"input[name='{key}']")
        if box.count():
            box.fill(value)
    is_accessible(page)
    page.locator("main form[method=post] button[type=submit]").last.click()


def value_of(page: Page, measure: str) -> str:
    row = page.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=measure, exact=True)
    )
    return row.get_by_role("cell").first.inner_text()


def finished_on_review(page: Page) -> dict[str, str]:
    """Read the finished measurements that are shown before ordering, by point."""
    rows = page.locator("tr[data-point]")
    found = {}
    for i in range(rows.count()):
        row = rows.nth(i)
        found[row.get_attribute("data-point")] = row.locator("td.number").last.inner_text()
    return found


def confirm_and_add(page: Page) -> None:
    page.get_by_label("I have read the finished measurements").check()
    page.get_by_role("button", name="Add to bag").click()
    expect(page.get_by_role("heading", name="Your bag")).to_be_visible()


def fill_address(page: Page, email: str = "guest@example.com") -> None:
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Name", exact=True).fill("Gerda Gast")
    page.get_by_label("Street and number").fill("Marktplatz 3")
    page.get_by_label("Postcode").fill("50667")
    page.get_by_label("Town").fill("Köln")
    page.get_by_label("Country").select_option("DE")


def pay_at_the_counter(page: Page) -> None:
    """Pay at the test counter, which says on its page that it is one."""
    expect(page.get_by_text("Test counter").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Pay")).click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def sign_in(page: Page, email: str, password: str = "made-to-order") -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(1)


def sign_out(page: Page) -> None:
    page.context.clear_cookies()
