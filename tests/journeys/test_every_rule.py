"""Every rule of the shop's own garments, met in the browser: she reads its sentence."""

from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from shop.accounts.models import Person
from shop.catalogue import queries as catalogue
from shop.catalogue.rules import BETWEEN, GroupKind, with_cloths
from shop.infra import db
from tests.builders.measurements import a_body, a_profile
from tests.builders.offences import Offence, offence
from tests.journeys import steps

pytestmark = pytest.mark.xdist_group("journeys")

_CLARA: list[Any] = []  # her cookies, once she is in
NOTED = {GroupKind.CLOTH, GroupKind.NUMBER, GroupKind.TEXT}  # not offered tile by tile


@pytest.mark.parametrize("garment", ["dress", "jacket", "shirt", "skirt", "trousers", "tshirt"])
def test_every_rule_says_its_sentence(page: Page, shop, garment: str) -> None:
    page.route("**/pictures/**", lambda route: route.abort())
    model = offered(shop, garment)
    found = {rule.code: offence(model, rule) for rule in model.rules}
    if any(each and each.body for each in found.values()):
        enter(page)

    never_met = [code for code, each in found.items() if each is None]
    said = {code: told(page, shop, model, met) for code, met in found.items() if met}
    unsaid = {code: said[code] for code, message in messages(model) if message not in said[code]}

    assert (never_met, unsaid) == ([], {})


def enter(page: Page) -> None:
    """Sign Clara in once: the shop slows down whoever signs in again and again."""
    if _CLARA:
        page.context.add_cookies(_CLARA)
    else:
        steps.sign_in(page, "clara@example.com")
        _CLARA.extend(page.context.cookies())


def messages(model):
    return [(rule.code, rule.message) for rule in model.rules]


def offered(shop, garment):
    """Return the garment's rules with the cloths that the shop offers for it."""
    with shop.app.app_context(), db.look() as session:
        model = catalogue.model_of(session, garment)
        return with_cloths(model, catalogue.cloths(session, garment=garment))


def told(page: Page, shop, model, met: Offence) -> str:
    """Run into the rule; return what is said at the muted tile, or above when there is none."""
    group, address = model.group(met.last), f"/garments/{model.garment}/design"
    state = {"for": wearer(shop, met)} if met.body else {}
    if group.kind not in NOTED:
        *others, code = met.choices[met.last].split(BETWEEN)
        before = met.choices | {met.last: BETWEEN.join(others)} | state
        page.goto(f"{address}?{urlencode({**before, 'step': group.section.value})}")
        tile = page.locator(".tile[data-state=muted]").filter(
            has=page.locator(f"[id='{met.last}-{code}']")
        )
        if tile.count():
            tile.locator("summary").click()
            return tile.locator("details p").inner_text()
    page.goto(f"{address}?{urlencode(met.choices | state)}")
    return page.locator("#notes").inner_text()


def wearer(shop, met: Offence) -> str:
    """Make a profile with just the measurements that the rule asks about."""
    with shop.app.app_context(), db.work() as session:
        clara = session.scalars(select(Person).where(Person.email == "clara@example.com")).one()
        return a_profile(
            session, person_id=clara.id, name="Meets a rule", body=a_body(**met.body)
        ).public_id
