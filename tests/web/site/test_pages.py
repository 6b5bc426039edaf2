"""The house's own pages, and what machines ask for."""

import json

import pytest
from sqlalchemy import event

from shop.infra import assets
from tests.builders.bags import leave
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.measurements import a_profile
from tests.builders.people import a_customer, enter

SHIRT = "/garments/shirt/design"


@pytest.fixture
def catalogue(session):
    load_catalogue(session)
    session.commit()


@pytest.mark.parametrize(
    "address", ["/", "/garments", "/cloths", "/gallery", "/bag", "/sitemap.xml"]
)
def test_an_empty_shop_answers(client, address):
    assert client.get(address).status_code == 200


WINDOWS = ["/", "/garments", "/garments/shirt", "/garments/trousers", "/garments/dress", "/cloths",
    "/cloths?f-colour=white", "/cloths?f-colour=nothing&f-family=%F0%9F%A7%B5", "/gallery", "/bag",
    "/legal/imprint", "/legal/terms", "/legal/privacy", "/legal/returns", "/sign-in", "/sign-up",
    "/forgotten", "/profiles"]  # fmt: skip


@pytest.mark.usefixtures("catalogue")
def test_every_window_answers_with_one_heading(client):
    for address in WINDOWS:
        answer = client.get(address)

        assert answer.status_code == 200, address
        assert answer.text.count("<h1") == 1, address
        assert "<title>" in answer.text


@pytest.mark.usefixtures("catalogue")
def test_a_garment_without_any_cloth_is_explained(client, session):
    for each in shipped().cloths:
        leave(session, 0, each.cloth.code)
    session.commit()

    assert client.get("/").status_code == 200
    assert client.get("/garments").status_code == 200
    for address in ("/garments/shirt", SHIRT):
        answer = client.get(address)
        assert answer.status_code == 409
        assert "No cloth for this garment is left on our shelves." in answer.text


@pytest.mark.usefixtures("catalogue")
def test_the_window_shows_only_what_there_is_cloth_for(client, session):
    """The house's dress is flared: half a metre more than the same dress cut straight."""
    before = client.get("/garments/dress").text
    for each in shipped().cloths:
        leave(session, 2600, each.cloth.code)
    session.commit()

    answer = client.get("/garments/dress")

    assert before
    assert answer.status_code in {200, 409}
    if answer.status_code == 200:
        assert "just sold out" not in client.get("/garments/dress/design").text


@pytest.mark.usefixtures("catalogue")
def test_the_shelf_asks_the_database_as_often_for_many_as_for_one(client, engine):
    client.get("/cloths")
    asked = []

    def count(connection, cursor, statement, *rest):
        if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN")):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    for address in ("/", "/cloths", "/garments/shirt", "/gallery", SHIRT):
        client.get(address)
    event.remove(engine, "before_cursor_execute", count)

    assert len(asked) <= 12


def test_the_shop_says_that_it_lives(client):
    answer = client.get("/health")

    assert (answer.status_code, answer.text, answer.mimetype) == (200, "ok\n", "text/plain")
    assert "Set-Cookie" not in answer.headers


def test_robots_are_kept_out_of_what_is_private(client):
    answer = client.get("/robots.txt")

    assert answer.mimetype == "text/plain"
    for private in ("/staff/", "/bag", "/checkout"):
        assert f"Disallow: {private}\n" in answer.text


@pytest.mark.usefixtures("catalogue")
def test_the_sitemap_lists_every_garment(client):
    answer = client.get("/sitemap.xml")

    assert answer.mimetype == "application/xml"
    for garment in ("shirt", "trousers", "dress", "jacket", "tshirt", "skirt"):
        assert f"http://localhost/garments/{garment}</loc>" in answer.text


@pytest.mark.usefixtures("catalogue")
def test_units_are_switched_without_leaving_the_page(client):
    here = f"{SHIRT}?collar=cutaway&step=review&for=men-M"
    assert " cm<" in client.get(here).text

    answer = client.post("/units", data={"unit": "in", "next": here})

    assert answer.location == here
    assert " in<" in client.get(here).text


@pytest.mark.usefixtures("catalogue")
def test_units_keep_the_page_that_htmx_has_gone_on_to(client):
    here = f"http://localhost{SHIRT}?step=fit&cloth=blue-oxford"

    answer = client.post("/units", data={"unit": "in", "next": SHIRT}, headers={"Referer": here})

    assert answer.location == f"{SHIRT}?step=fit&cloth=blue-oxford"


@pytest.mark.parametrize("left", ["http://evil.example/", "http://localhost/bag/put/shirt",
                                  "http://localhost/nowhere", "http://[", "nonsense"])  # fmt: skip
def test_units_lead_nowhere_that_is_no_page_of_ours(client, left):
    answer = client.post("/units", data={"unit": "in", "next": "/bag"}, headers={"Referer": left})

    assert answer.location == "/bag"


@pytest.mark.parametrize("unit", ["", "feet", "CM", "x" * 10_000])
def test_other_units_are_refused(client, unit):
    answer = client.post("/units", data={"unit": unit})

    assert answer.status_code == 422
    assert "Measure in cm or in inches." in answer.text


def test_a_file_is_kept_for_ever_only_under_its_own_address(client):
    name = "css/base.css"
    new = f"/assets/{assets.digest()}/{name}"

    with client.get(new) as now, client.get(f"/assets/0/{name}") as old:
        assert "immutable" in now.headers["Cache-Control"]
        assert old.headers["Cache-Control"] == "no-cache"
        assert now.data == old.data


def test_one_takes_ones_measurements_along(client, session):
    anna = a_customer(session)
    a_profile(session, person_id=anna.id, name="Winter")
    a_profile(session, name="Somebody else")
    enter(client, session, anna)

    answer = client.get("/account/export")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="toile-account.json"'
    assert [each["name"] for each in json.loads(answer.data)["profiles"]] == ["Winter"]


def test_an_empty_account_answers(client, session):
    enter(client, session, a_customer(session))

    page = client.get("/account").text

    assert "No orders yet" in page
    assert "No saved designs" in page


@pytest.mark.parametrize("page", ["imprint", "terms", "privacy", "returns"])
def test_words_of_law_name_the_house(client, page):
    text = client.get(f"/legal/{page}").text

    assert "Toile Made-to-Order" in text
    assert text.count("<h1") == 1
