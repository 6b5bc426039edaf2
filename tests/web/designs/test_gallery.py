import re

import pytest
from sqlalchemy import select

from shop.accounts.models import Person
from shop.designs.models import Design
from tests.builders.bags import leave
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_customer, a_guest, enter

SAVE = "/garments/shirt/design/save?collar=cutaway&cloth=blue-oxford"
AGREED = {"agreed": "y", "no": 1}


@pytest.fixture
def place(client, session):
    """Where the browser's own design is shown."""
    load_catalogue(session)
    session.commit()
    return client.post(SAVE, data={"name": "Sunday"}).location


@pytest.fixture
def stranger(app, session, place):
    browser = app.test_client()
    enter(browser, session, a_guest(session))
    return browser


def design(session):
    session.expire_all()
    return session.scalars(select(Design)).one_or_none()


def test_an_empty_gallery_answers(client):
    assert client.get("/gallery").status_code == 200


def test_a_design_is_shown_taken_down_renamed_and_deleted(client, session, place):
    assert "Sunday" not in client.get("/gallery").text

    assert client.post(f"{place}/publish", data=AGREED).location == place
    assert "Sunday" in client.get("/gallery").text
    assert place in client.get("/sitemap.xml").text

    assert client.post(f"{place}/rename", data={"name": "Mo <i>"}).location == place
    assert "Mo &lt;i&gt;" in client.get("/gallery").text

    client.post(f"{place}/withdraw")
    assert "Mo &lt;i&gt;" not in client.get("/gallery").text

    assert client.post(f"{place}/remove").location == "/gallery"
    assert client.get(place).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"no": 1}, {"agreed": "", "no": 1}])
def test_nothing_is_shown_without_the_tick(client, session, place, sent):
    answer = client.post(f"{place}/publish", data=sent)

    assert answer.status_code == 422
    assert "Tick what will be shown: without your consent nothing is." in answer.text
    assert 'href="#agreed"' in answer.text
    assert (design(session).published_at, design(session).published_no) == (None, None)


@pytest.mark.parametrize("no", ["", "0", "2", "-1", "one", "9" * 400])
def test_a_version_that_never_was_is_not_shown(client, session, place, no):
    answer = client.post(f"{place}/publish", data={"agreed": "y", "no": no})

    assert answer.status_code in {404, 422}
    assert design(session).published_at is None


def test_consent_says_what_is_shown_and_what_never_is(client, place):
    page = client.get(place).text

    assert "Show the picture, the name and the choices of this design" in page
    assert "Never your measurements, your name or your other designs." in page
    assert not re.search(r'<input[^>]*name="agreed"[^>]*checked', page)


def test_pressing_twice_changes_nothing_more(client, session, place):
    client.post(f"{place}/publish", data=AGREED)
    first = design(session).published_at
    assert client.post(f"{place}/publish", data=AGREED).location == place
    assert design(session).published_at == first

    for _again in range(2):
        assert client.post(f"{place}/withdraw").location == place
    assert design(session).published_at is None

    client.post(f"{place}/remove")
    assert client.post(f"{place}/remove").status_code == 404


def test_a_page_from_before_the_deletion_is_answered_with_a_sentence(client, place):
    client.post(f"{place}/remove")

    for move in ("rename", "publish", "withdraw", "restore"):
        answer = client.post(f"{place}/{move}", data={"name": "Monday", **AGREED})
        assert answer.status_code == 404
        assert "There is no such design." in answer.text


@pytest.mark.parametrize("name", ["", "  ", "x" * 10_000])
def test_a_design_keeps_its_name_rather_than_a_bad_one(client, session, place, name):
    answer = client.post(f"{place}/rename", data={"name": name})

    assert answer.status_code == 422
    assert 'id="name-error"' in answer.text
    assert design(session).name == "Sunday"


def test_who_has_the_link_may_look_and_start_from_it(stranger, place):
    page = stranger.get(place).text

    assert "<h1>Sunday</h1>" in page
    assert "Start from this design" in page
    assert f"from={place.removeprefix('/gallery/')}" in page
    for tool in ("Rename", "Delete the design", "In the gallery", "Versions"):
        assert tool not in page


def test_every_choice_is_read_and_the_cloth_too(stranger, place):
    page = stranger.get(place).text

    assert "<dt>Cloth</dt><dd>Blue Oxford</dd>" in page
    assert "<dt>Collar</dt><dd>Cutaway</dd>" in page


def test_machines_find_only_what_is_shown(client, place):
    unwanted = '<meta name="robots" content="noindex">'
    assert unwanted in client.get(place).text
    assert place not in client.get("/sitemap.xml").text

    client.post(f"{place}/publish", data=AGREED)
    assert unwanted not in client.get(place).text


def test_a_shared_link_has_a_card(client, place):
    page = client.get(place).text

    card = re.search(r'property="og:image" content="http://localhost([^"]+)"', page)[1]
    assert card.endswith(f"/cards/{place.removeprefix('/gallery/')}.jpg")
    assert 'property="og:image:width" content="1200"' in page


@pytest.mark.parametrize("move", ["publish", "withdraw", "rename", "remove", "restore"])
def test_nobody_else_touches_it(app, session, stranger, place, move):
    people = len(session.scalars(select(Person.id)).all())
    for browser in (stranger, app.test_client()):
        answer = browser.post(f"{place}/{move}", data={"name": "Mine", **AGREED})
        assert answer.status_code == 404
        with browser.session_transaction() as cookie:
            assert ("key" in cookie) is (browser is stranger)

    kept = design(session)
    assert (kept.name, kept.published_at, kept.no) == ("Sunday", None, 1)
    assert len(session.scalars(select(Person.id)).all()) == people


def test_a_design_whose_cloth_sold_out_can_still_be_started_from(client, session, place):
    leave(session, 0)
    session.commit()

    page = client.get(place).text
    assert "Since it was saved, what we offer has changed:" in page
    assert "Cloth: «Blue Oxford» has sold out. It would become «" in page
    assert (
        "has just sold out"
        in client.get("/garments/shirt/design?collar=cutaway&cloth=blue-oxford").text
    )


def test_saved_designs_stand_in_the_account(client, session, place):
    anna = a_customer(session)
    session.commit()
    client.post("/sign-in", data={"email": "anna@example.com", "password": "seven blue buttons"})

    assert place in client.get("/account").text
    assert design(session).person_id == anna.id
