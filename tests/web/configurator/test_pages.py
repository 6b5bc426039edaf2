"""The configurator over HTTP, with htmx and without."""

import re
from html import unescape

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.designs.models import Design
from shop.designs.rules.configuration import TEXT_MAX
from tests.builders.bags import leave
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.measurements import a_profile
from tests.builders.people import a_guest, enter

SHIRT = "/garments/shirt/design"
HTMX = {"HX-Request": "true", "HX-Target": "configurator"}


@pytest.fixture(autouse=True)
def catalogue(session):
    load_catalogue(session)
    session.commit()


def count(session, table):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def links(text, pattern):
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', text) if pattern in href]


def is_chosen(text, tile):
    return bool(re.search(rf'id="{tile}" aria-pressed="true"', text))


STEPS = ("", "cloth", "style", "details", "fit", "review", "nonsense")


@pytest.mark.parametrize("garment", [each.model.garment for each in shipped().garments])
def test_every_step_of_every_garment_answers(client, garment):
    for step in STEPS:
        answer = client.get(f"/garments/{garment}/design?step={step}")

        assert answer.status_code == 200
        assert answer.text.count("<h1") == 1


def test_looking_makes_nobody(client, session):
    client.get(f"{SHIRT}?step=review&for=men-M")

    assert count(session, Person) == 0


def test_a_click_under_htmx_brings_the_configurator_alone(client):
    answer = client.get(f"{SHIRT}?step=style&cuff=french", headers=HTMX)

    assert answer.text.strip().startswith('<div class="configurator" id="configurator">')
    assert "<html" not in answer.text
    assert "HX-Target" in answer.headers["Vary"]


@pytest.mark.parametrize("extra", [{"HX-Boosted": "true"}, {"HX-History-Restore-Request": "true"},
                                   {"HX-Target": "secret-block"}, {"HX-Target": ""}])  # fmt: skip
def test_what_is_no_fragment_is_a_whole_page(client, extra):
    assert "<html" in client.get(SHIRT, headers={**HTMX, **extra}).text


def test_the_way_out_of_a_muted_tile_leads_there(client):
    page = client.get(f"{SHIRT}?step=style&collar=button-down").text
    muted = page.partition('id="cuff-french"')[2].partition("</li>")[0]
    assert "A button-down collar is for the day, French cuffs are for the evening." in muted

    asked = {"step": "style", "collar": "button-down", "pick": "cuff:french"}
    after = client.get(f"{SHIRT}/pick", query_string=asked, follow_redirects=True)

    assert after.status_code == 200
    assert is_chosen(after.text, "cuff-french")
    assert "set aside" not in after.text


def test_a_cloth_that_sold_out_while_choosing_is_told(client, session):
    leave(session, 1000)
    session.commit()

    page = client.get(f"{SHIRT}?cloth=blue-oxford&collar=cutaway&step=style").text

    assert "Blue Oxford has just sold out. The rest of your design is as it was." in page
    assert is_chosen(page, "collar-cutaway")


ODD = ["collar=gold", "cloth=gold", "gold=gold", "cuff=french&sleeve=short", "for=nobody",
    "for=men-9XL", "for=-", "for=men-", "line=nothing", "again=nothing", "view=inside",
    "monogram=cuff&monogram-text=%3Cscript%3E", f"collar={'x' * 5000}",
    "collar=%F0%9F%A7%B5&cloth=%ED%A0%80", "&&&=&x", "collar=band&collar=spread"]  # fmt: skip


def test_whatever_stands_in_the_address_is_answered(client):
    for query in ODD:
        for step in ("style", "review"):
            answer = client.get(f"{SHIRT}?{query}&step={step}")

            assert answer.status_code == 200, query
            assert "<script>" not in answer.text, query


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("ABCDE", "At most 4 characters fit here."), ("X" * 10_000, "At most 4 characters fit here."),
     ("a", "We can stitch only"), ("A.", "We can stitch only")],
)  # fmt: skip
def test_letters_that_cannot_be_stitched_are_told_beside_the_field(client, typed, sentence):
    asked = {"monogram": "chest", "monogram-text": typed, "step": "details"}
    page = client.get(SHIRT, query_string=asked).text

    beside = page.partition('id="fault-monogram-text">')[2].partition("</p>")[0]
    assert sentence in beside
    assert f'value="{typed[:TEXT_MAX]}"' in page
    review = client.get(SHIRT, query_string={**asked, "step": "review", "for": "men-M"}).text
    assert sentence in review
    assert "Go back to the details" in review
    assert 'id="order-form"' not in review


def test_another_persons_profile_is_not_shown(client, session):
    profile = a_profile(session, name="Secret Anna")
    enter(client, session, a_guest(session))

    page = client.get(f"{SHIRT}?step=fit&for={profile.public_id}").text

    assert "Secret Anna" not in page
    assert "That profile is not there any more, or belongs to another account." in page


def test_a_profile_that_lacks_measures_leads_to_adding_them(client, session):
    guest = a_guest(session)
    profile = a_profile(session, person_id=guest.id, name="Winter")
    enter(client, session, guest)

    page = client.get(f"{SHIRT}?step=fit&for={profile.public_id}").text

    assert "This garment needs measurements that «Winter» does not have yet." in page
    [way] = [href for href in links(page, "/edit?keys=") if "next=" in href]
    assert client.get(way).status_code == 200


def test_a_design_is_saved_and_shown(client, session):
    answer = client.post(f"{SHIRT}/save?collar=cutaway&for=men-M", data={"name": "Sunday"})

    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "<h1>Sunday</h1>" in page
    assert "cutaway collar" in page
    assert "men-M" not in page


def test_saving_twice_saves_once(client, session):
    sent = {"name": "Sunday", "once": "x"}
    places = {client.post(f"{SHIRT}/save", data=sent).location for _ in range(2)}

    assert len(places) == 1
    assert count(session, Design) == 1


@pytest.mark.parametrize(("name", "sentence"), [
    ("", "Give the design a name to find it by."), ("  ", "Give the design a name to find it by."),
    ("x" * 10_000, "Field cannot be longer than 80 characters."),
])  # fmt: skip
def test_a_design_without_a_good_name_is_not_saved(client, session, name, sentence):
    answer = client.post(f"{SHIRT}/save?step=review", data={"name": name})

    assert answer.status_code == 422
    assert sentence in answer.text.partition('id="name-error">')[2].partition("</p>")[0]
    assert (count(session, Design), count(session, Person)) == (0, 0)
    assert client.get("/bag").status_code == 200


def test_a_refused_save_leaves_a_browser_that_works(client, session):
    client.post(f"{SHIRT}/save?step=review", data={"name": ""})
    with client.session_transaction() as cookie:
        assert "key" not in cookie

    assert client.post(f"{SHIRT}/save", data={"name": "Sunday"}).status_code == 303
    assert count(session, Person) == 1


def test_a_tap_on_the_collar_leads_to_its_question(client):
    page = client.get(f"{SHIRT}?step=cloth&collar=band").text

    part = re.search(r'<a href="([^"]+)" aria-label="Change the collar" id="part-collar"', page)
    assert part
    assert unescape(part[1]) == f"{SHIRT}?collar=band&step=style&v=1#ask-collar"
    assert 'id="ask-collar"' in client.get(unescape(part[1])).text


def test_only_what_can_be_seen_and_asked_can_be_tapped(client):
    front = client.get(f"{SHIRT}?sleeve=short").text
    back = client.get(f"{SHIRT}?view=back").text
    cloth = client.get(f"{SHIRT}?view=cloth").text

    assert 'id="part-sleeve"' in front
    assert 'id="part-cuff"' not in front
    assert 'id="part-back"' in back
    assert 'id="part-placket"' not in back
    assert 'id="part-' not in cloth
