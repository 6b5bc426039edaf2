"""Pages that are kept: whatever they show is looked up anew, and nobody sees another's parts."""

import re
from dataclasses import replace

import pytest
from jinja2 import DictLoader, UndefinedError

from shop.catalogue import queries as models
from shop.designs import service as designs
from shop.infra.kept_pages import kept_page
from tests.builders.bags import in_bag, leave
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.designs import LATER, a_design, close_down
from tests.builders.people import a_customer, enter

TOKEN = re.compile(r'name="csrf_token" value="([^"]*)"')
WINDOWS = ("/", "/garments", "/garments/shirt", "/cloths", "/gallery")


@pytest.fixture(autouse=True)
def catalogue(session):
    load_catalogue(session)
    session.commit()


@pytest.fixture
def place(session):
    person = a_customer(session)
    digest = models.model_of(session, "shirt").digest
    design = a_design(session, person, digest=digest)
    designs.publish(design, no=1, now=LATER)
    session.commit()
    return person, design


def reload(session, *, garments=None, cloths=None):
    files = shipped()
    load_catalogue(
        session,
        replace(
            files,
            garments=tuple(map(garments, files.garments)) if garments else files.garments,
            cloths=tuple(map(cloths, files.cloths)) if cloths else files.cloths,
        ),
        now=LATER,
    )
    session.commit()


def dearer(garment):
    model = garment.model
    return replace(garment, model=replace(model, base_price_minor=model.base_price_minor + 100_000))


def renamed(garment):
    return replace(garment, model=replace(garment.model, name=f"New {garment.model.name}"))


def dearer_cloth(found):
    return replace(found, cloth=replace(found.cloth, price_per_metre_minor=123_456))


def prices(page):
    return re.findall(r"€[\d,.]+", page)


@pytest.mark.parametrize("address", WINDOWS)
def test_a_page_looked_at_again_is_the_same_page(client, place, address):
    first, second = (TOKEN.sub("", client.get(address).text) for _look in range(2))

    assert first == second


@pytest.mark.parametrize("address", ["/", "/garments", "/garments/shirt"])
def test_a_new_price_is_shown_at_once(client, session, address):
    before = prices(client.get(address).text)

    reload(session, garments=dearer)

    after = prices(client.get(address).text)
    assert len(before) == len(after) > 0
    assert before != after
    assert any("1," in price for price in after)


@pytest.mark.parametrize("address", ["/", "/garments", "/garments/shirt", "/gallery"])
def test_a_new_name_is_shown_at_once(client, session, address):
    assert "New Shirt" not in client.get(address).text

    reload(session, garments=renamed)

    assert "New Shirt" in client.get(address).text


def test_a_garment_not_made_any_more_is_gone_at_once(client, session):
    assert all('href="/garments/shirt"' in client.get(each).text for each in ("/", "/garments"))
    assert client.get("/garments/shirt").status_code == 200

    close_down(session, "shirt")
    session.commit()

    assert not any('href="/garments/shirt"' in client.get(each).text for each in ("/", "/garments"))
    assert client.get("/garments/shirt").status_code == 404


@pytest.mark.parametrize("address", ["/", "/garments", "/garments/shirt", "/cloths"])
def test_a_new_price_of_cloths_is_shown_at_once(client, session, address):
    before = prices(client.get(address).text)

    reload(session, cloths=dearer_cloth)

    assert prices(client.get(address).text) != before


def test_a_shelf_that_empties_is_shown_at_once(client, session):
    addresses = ("/", "/garments", "/garments/shirt")
    note = "Nearly or wholly sold out"
    sold_out = client.get("/cloths").text.count(note)
    before = [client.get(each).text.count("cloth=white-poplin") for each in addresses]

    leave(session, 0, "white-poplin")
    session.commit()

    assert client.get("/cloths").text.count(note) == sold_out + 1
    after = [client.get(each).text.count("cloth=white-poplin") for each in addresses]
    assert all(one < other for one, other in zip(after, before, strict=True))


@pytest.mark.parametrize("address", ["/", "/gallery", "/gallery?garment=shirt"])
def test_the_gallery_is_shown_as_it_hangs(client, session, place, address):
    _person, design = place
    assert "Sunday" in client.get(address).text

    designs.rename(design, name="Monday")
    session.commit()
    page = client.get(address).text
    assert "Monday" in page
    assert "Sunday" not in page

    designs.withdraw(design)
    session.commit()
    assert "Monday" not in client.get(address).text


def test_cloths_are_kept_by_what_was_wished(client):
    whole, white = client.get("/cloths").text, client.get("/cloths?f-colour=white").text

    assert whole.count('class="card"') > white.count('class="card"') > 0
    assert client.get("/cloths").text.count('class="card"') == whole.count('class="card"')


@pytest.mark.parametrize("address", WINDOWS)
def test_everybody_sees_their_own_parts(app, session, place, address):
    person, _design = place
    in_bag(session, person)
    hers, strangers = app.test_client(), app.test_client()
    enter(hers, session, person)
    strangers.get(address)

    page, other = hers.get(address).text, strangers.get(address).text

    assert 'href="/account"' in page
    assert 'href="/sign-in"' not in page
    assert '<span class="count">1' in page
    assert 'href="/sign-in"' in other
    assert 'href="/account"' not in other
    assert '<span class="count">' not in other
    assert len(TOKEN.findall(page)) == len(TOKEN.findall(other)) == 1
    assert TOKEN.findall(page) != TOKEN.findall(other)


def test_the_unit_is_everybody_s_own(app):
    inches, centimetres = app.test_client(), app.test_client()
    inches.post("/units", data={"unit": "in"})

    for address in WINDOWS:
        assert 'value="in" aria-pressed="true"' in inches.get(address).text
        assert 'value="cm" aria-pressed="true"' in centimetres.get(address).text


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ visitor.name }}", UndefinedError),
        ("{{ bag_count + 0 }}", UndefinedError),
        ("{{ csrf_token() }}", UndefinedError),
        ('<input name="csrf_token" value="x">', ValueError),
    ],
)
def test_a_template_that_asks_for_the_visitor_cannot_be_kept(app, monkeypatch, source, fault):
    monkeypatch.setattr(app.jinja_env, "loader", DictLoader({"one.html": source}))

    with app.test_request_context("/"), pytest.raises(fault):
        kept_page("one.html", key=(source,), context=dict)
