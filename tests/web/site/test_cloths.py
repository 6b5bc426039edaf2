"""The shelf: filters, search and pages, all in the address."""

import html
import re

import pytest

from tests.builders.bags import leave
from tests.builders.catalogue import load_catalogue, shipped

HTMX = {"HX-Request": "true", "HX-Target": "cloths-found"}


@pytest.fixture
def catalogue(session):
    load_catalogue(session)
    session.commit()


pytestmark = pytest.mark.usefixtures("catalogue")


def names(text):
    return [html.unescape(each) for each in re.findall(r"<h2>(.*?)</h2>", text)]


def shelf(client, query=""):
    cards = client.get(f"/cloths{query}").text.partition('<ul class="cloths"')[2]
    return names(cards.partition("</ul>\n  ")[0])


def links(text, words):
    """The addresses of the links whose words contain these."""
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', text, re.DOTALL)
    return [html.unescape(url) for url, said in found if words in html.unescape(said)]


def test_filters_narrow_the_shelf(client):
    every, white = client.get("/cloths").text, client.get("/cloths?f-colour=white").text

    assert "Blue Oxford" in every
    assert "Blue Oxford" not in white
    assert "White poplin" in white
    assert set(shelf(client, "?f-colour=white")) == {
        each.cloth.name for each in shipped().cloths if each.cloth.colour == "white"
    }


def test_the_old_names_of_filters_mean_nothing_here(client):
    assert shelf(client, "?colour=white") == shelf(client)


@pytest.mark.parametrize("query", ["?f-q=blu+oxford", "?f-q=OXFROD+blue", "?f-q=blue+oxfort"])
def test_search_forgives(client, query):
    assert "Blue Oxford" in shelf(client, query)


@pytest.mark.parametrize(
    "query",
    ["?f-q=%22%3E%3Cscript%3E", "?f-colour=%F0%9F%A7%B5&f-page=99999999", "?f-q=" + "a" * 5000],
)
def test_nonsense_is_answered(client, query):
    answer = client.get(f"/cloths{query}")

    assert answer.status_code == 200
    assert "<script>" not in answer.text.partition("<main")[2]
    assert answer.text.count("<h1") == 1


def test_every_cloth_is_on_one_page(client):
    on_pages = [shelf(client, f"?f-page={number}") for number in (1, 2)]

    assert [len(each) for each in on_pages] == [24, 16]
    assert [*on_pages[0], *on_pages[1]] == [each.cloth.name for each in shipped().cloths]
    assert shelf(client, "?f-page=9") == on_pages[1]


def test_pages_keep_what_was_wished(client):
    page = client.get("/cloths?f-sort=name&f-fibre=cotton").text

    assert "/cloths?f-fibre=cotton&f-sort=name&f-page=2" in links(page, "Next")


def test_what_is_chosen_is_taken_away_one_by_one(client):
    page = client.get("/cloths?f-q=navy&f-colour=navy&f-weight=heavy&f-sort=price&f-page=2").text

    assert links(page, "Colour: Navy") == ["/cloths?f-q=navy&f-weight=heavy&f-sort=price"]
    assert links(page, "“navy”") == ["/cloths?f-colour=navy&f-weight=heavy&f-sort=price"]
    assert links(page, "Clear all") == ["/cloths?f-sort=price"]


def test_every_value_says_how_many_it_would_leave(client):
    page = client.get("/cloths?f-season=winter").text
    white = sum(
        each.cloth.colour == "grey" and each.cloth.season == "winter" for each in shipped().cloths
    )

    assert f">Grey ({white})</option>" in page
    assert "Up to €25 (" in client.get("/cloths").text
    assert "€25 to €40 (" in client.get("/cloths").text
    assert "Over €60 (" in client.get("/cloths").text


def test_how_many_there_are_is_said_aloud(client):
    assert 'data-announce="40 cloths"' in client.get("/cloths").text
    assert 'data-announce="1 cloth"' in client.get("/cloths?f-q=bengal").text
    assert 'data-announce="No cloth is all of that"' in client.get("/cloths?f-q=qqq").text


def test_when_nothing_is_found_it_says_what_to_give_up(client):
    page = client.get("/cloths?f-colour=white&f-family=wool").text

    assert names(page)[0] == "No cloth is all of that"
    assert links(page, "Without Colour: White") == ["/cloths?f-family=wool"]
    assert links(page, "Without Kind: Wool") == ["/cloths?f-colour=white"]
    assert links(page, "Show all cloths") == ["/cloths"]


def test_only_what_is_in_stock(client, session):
    before = shelf(client, "?f-stock=yes")
    leave(session, 1499, "white-poplin")
    session.commit()

    after = shelf(client, "?f-stock=yes")

    assert set(before) - set(after) == {"White poplin"}
    assert "White poplin" in shelf(client)


def test_htmx_is_given_the_shelf_alone(client):
    answer = client.get("/cloths?f-colour=white", headers=HTMX)

    assert answer.text.lstrip().startswith('<div id="cloths-found">')
    assert "<h1" not in answer.text
    assert "White poplin" in answer.text
    assert set(answer.vary) >= {"HX-Request", "HX-Target"}
