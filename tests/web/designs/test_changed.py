"""A design that the present rules no longer allow."""

import pytest

from tests.builders.catalogue import load_catalogue
from tests.builders.designs import a_ban, change_the_house, close_down

CHANGED = "Since it was saved, what we offer has changed:"
BAN = a_ban(
    "collar",
    "cutaway",
    then="pocket",
    than="chest",
    message="A cutaway collar wants a clean chest.",
)


@pytest.fixture
def place(client, session):
    load_catalogue(session)
    session.commit()
    asked = "collar=cutaway&pocket=chest&buttons=horn&cloth=blue-oxford"
    return client.post(f"/garments/shirt/design/save?{asked}", data={"name": "Sunday"}).location


def test_as_long_as_it_can_be_had_nothing_is_said(client, place):
    assert CHANGED not in client.get(place).text


def test_a_new_rule_is_told_with_its_reason_and_what_it_would_become(client, session, place):
    change_the_house(session, rules=(BAN,))
    session.commit()

    page = client.get(place).text

    assert CHANGED in page
    assert (
        "Pocket: «Chest pocket» does not go any more. A cutaway collar wants a clean chest."
        " It would become «None»."
    ) in page
    assert page.count("It would become") == 1
    assert "chest pocket" in page.split('class="lead"')[1].split("</p>")[0]


def test_the_configurator_offers_the_repair(client, session, place):
    change_the_house(session, rules=(BAN,))
    session.commit()
    start = client.get(place).text.split('button-primary"')[0].rsplit('href="', 1)[1]

    page = client.get(start.split('"')[0].replace("&amp;", "&")).text

    assert "A cutaway collar wants a clean chest." in page
    assert "Choose it, with" in page


def test_a_value_that_is_gone_is_told(client, session, place):
    change_the_house(session, without="buttons=horn")
    session.commit()

    assert (
        "Buttons: «Horn» is not on offer any more. It would become «Mother-of-pearl»."
        in client.get(place).text
    )


def test_a_garment_that_is_not_made_any_more_can_be_looked_at(client, session, place):
    close_down(session, "shirt")
    session.commit()

    answer = client.get(place)

    assert answer.status_code == 200
    assert "We make no such garment, or not any more." in answer.text
    assert "Start from this design" not in answer.text
