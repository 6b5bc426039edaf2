import re

from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.kernel import clock
from shop.measurements import service
from shop.measurements.models import Profile
from tests.builders.measurements import a_body, a_profile


def ways(client, query=""):
    text = client.get(f"/profiles/new{query}").text
    return re.findall(r'href="/profiles/new/(walk|quick|garment|size)', text)


def test_the_four_ways_are_offered_with_what_they_cost(client):
    text = client.get("/profiles/new").text

    assert set(ways(client)) == {"walk", "quick", "garment", "size"}
    assert text.count("How exact") == 4
    assert "off by 1.9 cm on average" in text


def test_who_looks_around_is_shown_the_quick_way_first(client):
    assert ways(client)[0] == "quick"


def test_who_is_about_to_order_is_shown_the_tape_first(client):
    assert ways(client, "?garment=shirt&keys=neck,chest")[0] == "walk"


def test_every_way_carries_what_is_asked_and_where_it_leads(client):
    text = client.get("/profiles/new?garment=shirt&keys=neck,chest&next=/garments/shirt").text

    for way in ("walk", "quick", "size", "tape"):
        asked = "garment=shirt&amp;keys=neck,chest&amp;next=/garments/shirt"
        assert f'href="/profiles/new/{way}?{asked}"' in text
    garment = "garment=shirt&amp;keys=neck%2Cchest&amp;next=%2Fgarments%2Fshirt"
    assert f'href="/profiles/new/garment?{garment}"' in text


def test_all_on_one_page_is_offered_to_who_has_measured(client):
    assert 'href="/profiles/new/tape"' in client.get("/profiles/new").text


def test_a_walk_that_is_open_is_gone_on_with(client, session):
    eva = {"unit": "cm", "once": "x", "whose": "me", "name": "Eva", "height": "168", "weight": "62"}
    client.post("/profiles/new/quick", data=eva)
    profile = session.scalar(select(Profile))
    assert "Go on measuring" not in client.get("/profiles/new").text

    service.begin_walk(session, profile, keys=("neck", "chest"), carried={}, now=clock.now())
    session.commit()

    text = client.get("/profiles/new").text
    assert "You were measuring: Eva" in text
    assert "0 of 2 done" in text
    assert f'href="/profiles/{profile.public_id}/walk"' in text


def test_other_peoples_walks_are_nobodys_business(client, session):
    profile = a_profile(session, body=a_body())
    service.begin_walk(session, profile, keys=("neck",), carried={}, now=clock.now())
    session.commit()

    assert "You were measuring" not in client.get("/profiles/new").text


def test_looking_makes_nobody(client, session):
    client.get("/profiles/new")

    assert session.scalar(select(func.count()).select_from(Person)) == 0
