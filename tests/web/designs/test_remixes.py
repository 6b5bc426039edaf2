"""What a design was made from, and the gallery by garment and page by page."""

import re
from datetime import timedelta

import pytest

from shop.designs import service
from shop.designs.rules import Configuration
from tests.builders.bags import a_garment
from tests.builders.catalogue import load_catalogue
from tests.builders.designs import SAVED_AT, a_design
from tests.builders.people import a_guest, enter


@pytest.fixture
def make(session):
    """Save a whole design of somebody, such as anybody could make."""
    load_catalogue(session)

    def made(person, name, *, garment="shirt", parent="", shown=None):
        found = a_garment(session, Configuration(garment=garment, choices={}))
        design = a_design(
            session,
            person,
            name=name,
            garment=garment,
            digest=found.model.digest,
            choices=found.whole,
            parent=parent,
        )
        if shown is not None:
            service.publish(design, now=SAVED_AT + timedelta(minutes=shown))
        session.commit()
        return design

    return made


def test_a_parent_is_linked_only_while_the_reader_may_see_it(client, session, make):
    parent = make(a_guest(session), "First")
    child = make(a_guest(session), "Second", parent=parent.public_id, shown=1)
    link = f'<a href="/gallery/{parent.public_id}">'

    hidden = client.get(f"/gallery/{child.public_id}").text
    assert "Made from «First»" in hidden
    assert link not in hidden

    service.publish(parent, now=SAVED_AT)
    session.commit()
    assert f"{link}«First»</a>" in client.get(f"/gallery/{child.public_id}").text


def test_an_own_parent_is_linked_for_its_owner(client, session, make):
    owner = a_guest(session)
    parent = make(owner, "First")
    child = make(owner, "Second", parent=parent.public_id)
    enter(client, session, owner)

    assert (
        f'<a href="/gallery/{parent.public_id}">' in client.get(f"/gallery/{child.public_id}").text
    )


def test_designs_made_from_one_are_counted_when_they_are_shown(client, session, make):
    parent = make(a_guest(session), "First", shown=0)
    make(a_guest(session), "Second", parent=parent.public_id)
    assert "made from this one" not in client.get(f"/gallery/{parent.public_id}").text

    make(a_guest(session), "Third", parent=parent.public_id, shown=1)
    page = client.get(f"/gallery/{parent.public_id}").text
    assert "1 design in the gallery was made from this one." in page

    make(a_guest(session), "Fourth", parent=parent.public_id, shown=2)
    page = client.get(f"/gallery/{parent.public_id}").text
    assert "2 designs in the gallery were made from this one." in page


def test_the_gallery_of_one_garment(client, session, make):
    guest = a_guest(session)
    make(guest, "A shirt of mine", shown=0)
    make(guest, "A dress of mine", garment="dress", shown=1)

    page = client.get("/gallery?garment=dress").text

    assert "A dress of mine" in page
    assert "A shirt of mine" not in page
    assert "None of these is shown yet" in client.get("/gallery?garment=trousers").text
    assert client.get("/gallery?garment=%F0%9F%A7%B5").status_code == 200


def test_the_gallery_is_turned_page_by_page(client, session, make):
    guest = a_guest(session)
    for n in range(26):
        make(guest, f"Number {n};", shown=n)

    first = client.get("/gallery?garment=shirt").text
    onward = re.search(r'href="([^"]+)"[^>]*rel="next"', first)[1].replace("&amp;", "&")
    last = client.get(onward).text

    assert first.count('class="card"') == 24
    assert re.findall(r"Number \d+;</h3>", last) == ["Number 1;</h3>", "Number 0;</h3>"]
    assert 'rel="next"' not in last
    assert 'href="/gallery?garment=shirt"' in last


@pytest.mark.parametrize("before", ["x", "9" * 5000 + "-a", "1-a%00"])
def test_an_address_that_means_no_place_is_answered(client, before):
    assert client.get(f"/gallery?before={before}").status_code in {200, 422}
