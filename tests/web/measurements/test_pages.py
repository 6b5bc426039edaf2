import re

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.measurements import queries
from shop.measurements.models import Measurement, Profile
from shop.measurements.rules import CORE, Source, Whose
from tests.builders.measurements import a_body, a_profile

TAPE = "/profiles/new/tape"
ANNA = {"name": "Anna", "once": "once", "unit": "cm", "table": "women"}
HTMX = {"HX-Request": "true", "HX-Target": "tape-form"}


def count(session, table=Profile):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def values(session):
    session.expire_all()
    rows = session.scalars(select(Measurement).order_by(Measurement.id))
    return {row.key: (row.amount, row.source) for row in rows}


def made(client, **changes):
    """Make a profile by tape and return the address of its page."""
    answer = client.post(TAPE, data={**ANNA, "neck": "33", "chest": "94", **changes})
    assert answer.status_code == 303
    return answer.location


def test_the_list_says_what_to_do_first(client):
    answer = client.get("/profiles")

    assert answer.status_code == 200
    assert "Nothing measured yet" in answer.text
    assert 'href="/profiles/new"' in answer.text


def test_looking_makes_nobody(client, session):
    for address in ("/profiles", "/profiles/new", TAPE, "/profiles/new/size?table=men&size=M"):
        client.get(address)

    assert count(session, Person) == 0


def test_the_way_in_carries_what_is_asked_and_where_it_leads(client):
    answer = client.get("/profiles/new?garment=shirt&keys=neck,chest&next=/garments/shirt?a%3D1")

    asked = "garment=shirt&amp;keys=neck,chest&amp;next=/garments/shirt?a%3D1"
    assert f'href="{TAPE}?{asked}"' in answer.text
    assert f'href="/profiles/new/size?{asked}"' in answer.text


def test_the_sheet_asks_for_what_the_garment_needs(client):
    names = re.findall(
        r'inputmode="decimal" name="(\w+)"', client.get(f"{TAPE}?keys=waist,nonsense,neck").text
    )

    assert names == ["neck", "waist"]


def test_the_sheet_asks_for_a_shirt_when_nothing_is_named(client):
    answer = client.get(TAPE)

    assert re.findall(r'inputmode="decimal" name="(\w+)"', answer.text) == list(CORE)
    assert "Round the neck, just under the Adam" in answer.text


def test_a_guest_keeps_what_she_measured(client, session):
    page = made(client, neck="33,5", chest="37 1/2 in")

    assert values(session) == {"neck": (335, Source.TAPE), "chest": (953, Source.TAPE)}
    text = client.get(page).text
    assert "33.5 cm" in text
    assert "95.3 cm" in text
    assert "measured" in text
    assert "Anna" in client.get("/profiles").text


def test_with_htmx_the_browser_is_sent_on(client, session):
    answer = client.post(TAPE, data={**ANNA, "neck": "33"}, headers=HTMX)

    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith("/profiles/")


def test_a_second_press_finds_the_first_profile(client, session):
    assert made(client) == made(client)
    assert count(session) == 1


@pytest.mark.parametrize(
    ("next_", "location"),
    [
        ("/design/shirt?a=1&profile=old", "/design/shirt?a=1&profile="),
        ("/design/shirt#fit", "/design/shirt?profile="),
        ("https://elsewhere.example/", "/profiles/"),
        ("//elsewhere.example/", "/profiles/"),
    ],
)
def test_afterwards_she_is_where_she_came_from(client, next_, location):
    answer = client.post(TAPE, query_string={"next": next_}, data={**ANNA, "neck": "33"})

    assert answer.location.startswith(location)


def test_what_was_typed_stays_beside_what_is_wrong(client, session):
    answer = client.post(TAPE, data={**ANNA, "name": "A" * 61, "neck": "abc", "chest": "1000"})

    assert answer.status_code == 422
    assert "Please look at this again" in answer.text
    assert "longer than 60" in answer.text
    assert "That is not a length." in answer.text
    assert "A chest of 1000 cm cannot be." in answer.text
    assert 'value="abc"' in answer.text
    assert 'value="once"' in answer.text
    assert count(session) == 0


def test_a_fault_under_htmx_is_only_the_form(client, session):
    answer = client.post(TAPE, data={**ANNA, "neck": "abc"}, headers=HTMX)

    assert answer.status_code == 422
    assert answer.text.strip().startswith('<form class="form sheet" id="tape-form"')


def test_an_empty_sheet_is_no_profile(client, session):
    answer = client.post(TAPE, data=ANNA)

    assert answer.status_code == 422
    assert "There is nothing measured yet." in answer.text
    assert count(session) == 0


def test_what_the_garment_needs_must_be_there(client, session):
    answer = client.post(f"{TAPE}?keys=neck,chest", data={**ANNA, "neck": "33"})

    assert answer.status_code == 422
    assert answer.text.count("This is still missing.") == 2  # beside the field and in the summary
    assert count(session) == 0


@pytest.mark.parametrize(("meant", "mm"), [("400:1016", 1016), ("400:400", 400)])
def test_a_doubtful_value_is_asked_about_and_the_answer_taken(client, session, meant, mm):
    asked = client.post(TAPE, data={**ANNA, "chest": "40"})
    assert asked.status_code == 422
    assert f'name="chest_meant" value="{meant}"' in asked.text
    assert count(session) == 0

    assert made(client, chest="40", chest_meant=meant)
    assert values(session)["chest"] == (mm, Source.TAPE)


def test_an_answer_is_not_asked_for_twice(client):
    sheet = {**ANNA, "whose": "child", "chest": "40"}
    kept = client.post(TAPE, data={**sheet, "chest_meant": "400:400"})
    meant = client.post(TAPE, data={**sheet, "chest_meant": "400:1016"})

    assert '<input type="hidden" name="chest_meant" value="400:400">' in kept.text
    assert 'value="101.6"' in meant.text
    assert "chest_meant" not in meant.text


@pytest.mark.parametrize("meant", ["400", "a:b", "400:1016:3", "400:99999999", "400:1"])
def test_an_answer_of_ones_own_making_answers_nothing(client, session, meant):
    answer = client.post(TAPE, data={**ANNA, "chest": "40", "chest_meant": meant})

    assert answer.status_code == 422
    assert count(session) == 0


def test_the_page_is_read_in_the_unit_it_was_shown_in(client, session):
    client.post("/units", data={"unit": "in"})

    made(client, unit="cm", neck="33", chest="94")

    assert values(session)["neck"] == (330, Source.TAPE)


def test_inches_are_shown_as_inches(client):
    client.post("/units", data={"unit": "in"})

    page = made(client, unit="in", neck="13", chest="37")

    assert "13 in" in client.get(page).text


def test_a_value_is_measured_again(client, session):
    page = made(client)
    assert 'value="33"' in client.get(f"{page}/edit").text

    answer = client.post(f"{page}/edit", data={"unit": "cm", "neck": "34", "chest": "94"})

    assert answer.location == page
    assert count(session, Measurement) == 3
    assert "34 cm" in client.get(page).text


def as_shown(client, page):
    """Return the fields of the page on which values are changed, as a browser sends them."""
    shown = client.get(f"{page}/edit").text
    inputs = re.findall(r"<input[^>]*>", shown[shown.index('id="edit-form"') :])
    named = [each for each in inputs if " name=" in each and " value=" in each]
    return {
        re.search(r'name="(\w+)"', each)[1]: re.search(r'value="([^"]*)"', each)[1]
        for each in named
    }


def test_another_window_undoes_nothing(client, session):
    page = made(client)
    here, there = as_shown(client, page), as_shown(client, page)

    client.post(f"{page}/edit", data={**here, "chest": "95"})
    client.post(f"{page}/edit", data={**there, "neck": "34"})

    assert values(session) == {"neck": (340, Source.TAPE), "chest": (950, Source.TAPE)}


def test_what_another_window_changed_is_shown_with_the_question(client, session):
    page = made(client)
    there = as_shown(client, page)
    client.post(f"{page}/edit", data={**there, "chest": "95"})

    asked = client.post(f"{page}/edit", data={**there, "neck": "abc"})

    assert asked.status_code == 422
    assert ('value="abc"' in asked.text, 'value="95"' in asked.text) == (True, True)
    assert 'name="seen" value="neck:330 chest:950"' in asked.text


def test_a_value_that_another_window_added_is_not_missed(client, session):
    page = made(client)
    there = as_shown(client, page)
    client.post(f"{page}/edit?keys=calf", data={"unit": "cm", "calf": "37"})

    answer = client.post(f"{page}/edit", data={**there, "neck": "34"})

    assert answer.status_code == 303
    assert values(session)["neck"] == (340, Source.TAPE)


@pytest.mark.parametrize("seen", ["", "neck:", "neck:" + "9" * 5000, "nobody:330", "neck:330:"])
def test_nonsense_about_what_was_seen_changes_only_what_was_typed(client, session, seen):
    page = made(client)

    client.post(f"{page}/edit", data={"unit": "cm", "seen": seen, "neck": "34", "chest": "94"})

    assert values(session) == {"neck": (340, Source.TAPE), "chest": (940, Source.TAPE)}


def test_what_is_missing_is_added_on_the_way_to_a_garment(client, session):
    page = made(client)
    assert f'href="{page}/walk?keys=calf"' in client.get(page).text

    answer = client.post(
        f"{page}/edit",
        query_string={"keys": "calf", "next": "/design/x"},
        data={"unit": "cm", "calf": "37"},
    )

    assert answer.location == f"/design/x?profile={page.rpartition('/')[2]}"
    assert values(session)["calf"] == (370, Source.TAPE)


def test_a_wrong_value_changes_nothing(client, session):
    page = made(client)

    answer = client.post(f"{page}/edit", data={"unit": "cm", "neck": "abc", "chest": ""})

    assert answer.status_code == 422
    assert 'value="abc"' in answer.text
    assert "This is still missing." in answer.text
    assert count(session, Measurement) == 2


def test_a_profile_takes_another_name(client):
    page = made(client)

    assert client.post(f"{page}/rename", data={"name": "Maria", "whose": "me"}).location == page
    assert "<h1>Maria</h1>" in client.get(page).text


def test_a_profile_keeps_its_name_rather_than_none(client):
    page = made(client)

    answer = client.post(f"{page}/rename", data={"name": " "})

    assert answer.status_code == 422
    assert "<h1>Anna</h1>" in client.get(page).text


def test_erasing_is_asked_about_and_done(client, session):
    page = made(client)
    assert "Erase Anna?" in client.get(f"{page}/erase").text
    assert count(session) == 1

    assert client.post(f"{page}/erase").location == "/profiles"
    assert (count(session), count(session, Measurement)) == (0, 0)
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("part", ["", "/edit", "/erase"])
def test_a_profile_is_shown_to_nobody_else(client, session, part):
    page = f"/profiles/{a_profile(session).public_id}"
    session.commit()

    assert client.get(page + part).status_code == 404
    assert made(client) != page
    assert client.get(page + part).status_code == 404


@pytest.mark.parametrize("part", ["/edit", "/erase", "/rename"])
def test_a_profile_is_changed_by_nobody_else(client, session, part):
    profile = a_profile(session)
    session.commit()
    sent = {"name": "X", "unit": "cm", "neck": "40", "chest": "100"}

    assert client.post(f"/profiles/{profile.public_id}{part}", data=sent).status_code == 404
    made(client)
    assert client.post(f"/profiles/{profile.public_id}{part}", data=sent).status_code == 404

    session.expire_all()
    view = queries.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)
    assert (view.name, view.body) == ("Anna", a_body())


def test_every_field_has_its_figure_with_the_tape(client):
    page = client.get(f"{TAPE}?keys=neck,heel").text
    figures = re.findall(r'src="(/pictures/\w+/tape/\w+[.]svg)" alt="([^"]+)"', page)

    assert [alt for _, alt in figures] == [
        "The tape on a figure: Neck",
        "The tape on a figure: Heel",
    ]
    answer = client.get(figures[0][0])
    assert answer.mimetype == "image/svg+xml"
    assert "immutable" in answer.headers["Cache-Control"]
    assert '<title id="name">Neck</title>' in answer.text
    assert client.get(figures[0][0].replace("neck", "horns")).status_code == 404


def test_a_sheet_all_in_inches_is_read_as_such_by_one_button(client, session):
    inches = {"neck": "13", "chest": "37", "waist": "31", "wrist": "6.1"}
    asked = client.post(TAPE, data={**ANNA, **inches})
    assert asked.status_code == 422
    assert "All of it looks like inches." in asked.text

    answer = client.post(TAPE, data={**ANNA, **inches, "read_as": "in"})

    assert answer.status_code == 303
    kept = {key: mm for key, (mm, _source) in values(session).items()}
    assert {key: kept[key] for key in inches} == {
        "neck": 330,
        "chest": 940,
        "waist": 787,
        "wrist": 155,
    }


def test_one_value_in_inches_is_no_sheet_in_inches(client):
    asked = client.post(TAPE, data={**ANNA, "neck": "13", "chest": "94", "waist": "78"})

    assert "13 inches" in asked.text
    assert "All of it looks like" not in asked.text


@pytest.mark.parametrize("address", [TAPE, "/profiles/new/size?table=women&size=M&keys=chest"])
def test_who_it_is_for_is_asked_and_a_child_is_refused_with_the_reason(client, session, address):
    assert 'name="whose"' in client.get(address).text

    body = {**ANNA, "chest": "94"}
    refused = client.post(address, data={**body, "whose": "child"})
    assert refused.status_code == 422
    assert "children grow faster than we sew" in refused.text.partition('id="whose"')[2]
    assert session.scalars(select(Profile)).all() == []

    assert client.post(address, data={**body, "whose": "partner"}).status_code == 303
    assert session.scalars(select(Profile)).one().whose is Whose.PARTNER
