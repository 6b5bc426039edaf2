"""Clicks, one after the other: back and forth, by chance, side by side, kept as versions."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from shop.designs.models import Design
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_guest, enter

SHIRT = "/garments/shirt/design"
HTMX = {"HX-Request": "true", "HX-Target": "questions"}


@pytest.fixture(autouse=True)
def catalogue(session):
    load_catalogue(session)
    session.commit()


def asked(url):
    return dict(parse_qsl(urlsplit(url).query))


def pick(client, tile, state=None):
    """Click a tile without JavaScript; return the state it leads to."""
    answer = client.get(f"{SHIRT}/pick", query_string={**(state or {}), "pick": tile})
    assert answer.status_code == 303
    return asked(answer.location)


def link(text, name):
    found = re.search(rf'<a href="([^"]+)" id="{name}"', text)
    return unescape(found[1]) if found else None


def test_a_click_leads_to_the_new_state_and_its_question(client):
    answer = client.get(f"{SHIRT}/pick?step=style&pick=collar:band")

    assert asked(answer.location)["collar"] == "band"
    assert answer.location.endswith("#ask-collar")


@pytest.mark.parametrize(
    "tile", ["", "collar", "collar:gold", "gold:gold", ":", "cloth:", "x" * 999]
)
def test_a_click_on_what_is_not_there_loses_nothing(client, tile):
    state = pick(client, tile, {"collar": "band", "step": "style"})
    page = client.get(SHIRT, query_string=state).text

    assert 'id="collar-spread"' in page
    assert "Traceback" not in page


def test_steps_are_walked_back_and_forth(client):
    first = pick(client, "collar:button-down", {"step": "style"})
    second = pick(client, "cuff:french", first)
    assert (second.get("collar"), second["cuff"]) == (None, "french")

    undo = link(client.get(SHIRT, query_string=second).text, "undo")
    assert {k: asked(undo).get(k) for k in ("collar", "cuff")} == {
        "collar": "button-down",
        "cuff": None,
    }

    redo = link(client.get(undo).text, "redo")
    assert asked(redo)["cuff"] == "french"
    assert link(client.get(SHIRT).text, "undo") is None


def test_under_htmx_only_what_changed_is_sent(client):
    answer = client.get(f"{SHIRT}/pick?step=style&pick=hem:straight", headers=HTMX)

    sent = re.findall(r'id="([a-z-]+)"[^>]*hx-swap-oob', answer.text)
    assert {"question-hem", "picture", "design-line", "order-bar", "state"} <= set(sent)
    assert "question-collar" not in sent
    assert asked(answer.headers["HX-Push-Url"])["hem"] == "straight"


def test_the_picture_stays_when_nothing_of_it_changed(client):
    answer = client.get(f"{SHIRT}/pick?step=style&view=cloth&pick=hem:straight", headers=HTMX)

    assert 'id="question-hem"' in answer.text
    assert 'id="picture"' not in answer.text


def test_chance_makes_a_design_that_goes_together(client):
    for _ in range(5):
        answer = client.get(f"{SHIRT}/surprise?step=style&collar=band")
        page = client.get(answer.location).text

        assert "no-store" in answer.headers["Cache-Control"]
        assert "was set aside" not in page
        assert "type what to stitch" not in client.get(f"{answer.location}&step=details").text
        assert asked(link(page, "undo")).get("collar") == "band"


def test_two_designs_are_compared(client):
    kept = link(client.get(f"{SHIRT}?collar=band&step=style").text, "keep-beside")
    later = pick(client, "collar:cutaway", asked(kept))
    page = client.get(f"{SHIRT}/compare", query_string=later).text

    row = page.partition('<th scope="row">Collar</th>')
    assert row[0].rpartition("<tr")[2].strip().startswith("data-different")
    assert re.findall(r"<td>([^<]+)</td>", row[2])[:2] == ["Band", "Cutaway"]
    same = page.partition('<th scope="row">Hem</th>')[0].rpartition("<tr")[2]
    assert "data-different" not in same


def test_a_change_of_an_own_design_is_kept_as_its_next_version(client, session):
    place = client.post(f"{SHIRT}/save?collar=band", data={"name": "Sunday"}).location
    public_id = place.rpartition("/")[2]

    review = client.get(f"{SHIRT}?collar=cutaway&from={public_id}&step=review").text
    assert "A new version of «Sunday»" in unescape(review)
    for _ in range(2):
        sent = {"once": "same"}
        client.post(f"{SHIRT}/save-again?collar=cutaway&from={public_id}", data=sent)

    session.expire_all()
    design = session.query(Design).one()
    assert (design.no, design.choices["collar"]) == (2, "cutaway")


def test_nobody_adds_a_version_to_a_design_of_somebody_else(client, session, app):
    place = client.post(f"{SHIRT}/save?collar=band", data={"name": "Sunday"}).location
    public_id = place.rpartition("/")[2]
    stranger = app.test_client()
    enter(stranger, session, a_guest(session))

    answer = stranger.post(f"{SHIRT}/save-again?collar=cutaway&from={public_id}")

    assert answer.status_code == 404
    review = stranger.get(f"{SHIRT}?from={public_id}&step=review").text
    assert "A new version of" not in review
    session.expire_all()
    assert session.query(Design).one().no == 1


def test_who_is_no_staff_tries_no_draft(client):
    page = client.get(f"{SHIRT}?draft=1&step=style").text

    assert "You are trying rules" not in page


def test_what_goes_together_no_more_is_told_at_the_click_and_not_lost_silently(client):
    """An address from before a rule: the next click tells, under htmx and without."""
    before = {"collar": "button-down", "cuff": "french", "step": "style", "v": "0"}

    plain = client.get(SHIRT, query_string=pick(client, "hem:straight", before)).text
    parts = client.get(
        f"{SHIRT}/pick", query_string={**before, "pick": "hem:straight"}, headers=HTMX
    ).text

    for page in (plain, parts):
        assert "What we offer has changed while you were designing." in page
        assert "«French cuffs» was set aside." in page
        assert re.search(r'name="hem" value="straight"', page)
