import pytest
from sqlalchemy import select

from shop.accounts.models import Person
from shop.designs.models import Design
from tests.builders.bags import leave
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_customer, a_guest, enter

SAVE = "/garments/shirt/design/save?collar=cutaway&cloth=blue-oxford"


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

    assert client.post(f"{place}/publish").location == place
    assert "Sunday" in client.get("/gallery").text
    assert place in client.get("/sitemap.xml").text

    assert client.post(f"{place}/rename", data={"name": "Mo <i>"}).location == place
    assert "Mo &lt;i&gt;" in client.get("/gallery").text

    client.post(f"{place}/withdraw")
    assert "Mo &lt;i&gt;" not in client.get("/gallery").text

    assert client.post(f"{place}/remove").location == "/gallery"
    assert client.get(place).status_code == 404


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
    assert "Rename" not in page
    assert "Delete the design" not in page


@pytest.mark.parametrize("move", ["publish", "withdraw", "rename", "remove"])
def test_nobody_else_touches_it(app, session, stranger, place, move):
    people = len(session.scalars(select(Person.id)).all())
    for browser in (stranger, app.test_client()):
        assert browser.post(f"{place}{'/'}{move}", data={"name": "Mine"}).status_code == 404
        with browser.session_transaction() as cookie:
            assert ("key" in cookie) is (browser is stranger)

    kept = design(session)
    assert (kept.name, kept.published_at) == ("Sunday", None)
    assert len(session.scalars(select(Person.id)).all()) == people


def test_a_design_whose_cloth_sold_out_can_still_be_started_from(client, session, place):
    leave(session, 0)
    session.commit()

    assert client.get(place).status_code == 200
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
