"""Versions on the page of a design: for its owner all of them, for others one."""

import pytest
from sqlalchemy import select

from shop.designs import service
from shop.designs.models import Design
from shop.kernel import clock
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_guest, enter

SAVE = "/garments/shirt/design/save?cloth=blue-oxford&collar="
AGREED = {"agreed": "y"}


@pytest.fixture
def place(client, session):
    """A design of the browser's own, with a spread collar first and then a cutaway one."""
    load_catalogue(session)
    session.commit()
    where = client.post(f"{SAVE}spread", data={"name": "Sunday"}).location
    design = the_design(session)
    service.save_again(
        session,
        design,
        digest=design.digest,
        choices={**design.choices, "collar": "cutaway"},
        once="again",
        now=clock.now(),
    )
    session.commit()
    return where


@pytest.fixture
def stranger(app, session, place):
    browser = app.test_client()
    enter(browser, session, a_guest(session))
    return browser


def the_design(session):
    session.expire_all()
    return session.scalars(select(Design)).one()


def lead(browser, address):
    return browser.get(address).text.split('class="lead">')[1].split("<")[0]


def test_the_owner_reads_what_changed(client, place):
    page = client.get(place).text

    assert "Collar: Cutaway instead of Spread." in page
    assert "As it was first saved." in page
    assert f'href="{place}?version=1"' in page


def test_an_older_version_is_looked_at_and_made_the_newest(client, session, place):
    page = client.get(f"{place}?version=1").text
    assert "spread collar" in lead(client, f"{place}?version=1")
    assert "You look at version 1 of 2." in page
    assert "collar=spread" in page

    for _twice in range(2):
        assert client.post(f"{place}/restore", data={"no": 1}).location == place

    assert (the_design(session).no, the_design(session).choices["collar"]) == (3, "spread")
    assert "Collar: Spread instead of Cutaway." in client.get(place).text


@pytest.mark.parametrize("no", ["", "0", "9", "x"])
def test_what_never_was_is_not_restored(client, session, place, no):
    assert client.post(f"{place}/restore", data={"no": no}).status_code == 404
    assert the_design(session).no == 2


@pytest.mark.parametrize("asked", ["9", "-1", "9" * 400])
def test_a_version_that_never_was_is_missing(client, place, asked):
    assert client.get(f"{place}?version={asked}").status_code == 404


def test_the_gallery_keeps_what_was_agreed_to_until_the_newer_one_is(client, stranger, place):
    client.post(f"{place}/publish?version=1", data={**AGREED, "no": 1})

    assert "spread collar" in stranger.get("/gallery").text
    assert "spread collar" in lead(stranger, place)
    assert stranger.get(f"{place}?version=2").status_code == 404
    assert "The gallery and whoever has the link see version 1" in client.get(place).text

    client.post(f"{place}/publish", data={**AGREED, "no": 2})
    assert "cutaway collar" in stranger.get("/gallery").text
    assert "cutaway collar" in lead(stranger, place)
    assert stranger.get(f"{place}?version=1").status_code == 404


def test_the_card_is_that_of_the_published_version(client, stranger, place):
    def card():
        return stranger.get(place).text.split('og:image" content="http://localhost')[1].split('"')

    newest = card()[0]
    client.post(f"{place}/publish?version=1", data={**AGREED, "no": 1})

    assert card()[0] != newest
    assert stranger.get(card()[0]).headers["Cache-Control"].endswith("immutable")
    assert not stranger.get(newest).headers["Cache-Control"].endswith("immutable")


def test_a_refused_publication_stays_with_its_version(client, session, place):
    answer = client.post(f"{place}/publish?version=1", data={"no": 1})

    assert answer.status_code == 422
    assert "Show version 1 in the gallery" in answer.text
    assert the_design(session).published_no is None
