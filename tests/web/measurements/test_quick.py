import re

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.measurements.models import Measurement, Profile, Revision
from shop.measurements.rules import CORE, MODELLED, Source, Way, Whose
from tests.builders.measurements import a_body, a_profile

QUICK = "/profiles/new/quick"
EVA = {"unit": "cm", "once": "once", "whose": "me", "name": "Eva", "table": "women",
       "height": "168", "weight": "62", "age": "34"}  # fmt: skip
HTMX = {"HX-Request": "true", "HX-Target": "quick-form"}


def count(session, table=Profile):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def values(session):
    session.expire_all()
    rows = session.scalars(select(Measurement).order_by(Measurement.revision, Measurement.id))
    return {row.key: row for row in rows}


def told(client, **changes):
    """Tell and return the address of the profile."""
    answer = client.post(QUICK, data={**EVA, **changes})
    assert answer.status_code == 303, answer.text
    return answer.location.removesuffix("/estimated")


def test_a_few_answers_give_a_whole_profile(client, session):
    page = told(client, label_waist="W28 L32", label_collar="37")

    kept = values(session)
    assert {key for key in kept if kept[key].source is Source.ESTIMATE} == set(MODELLED)
    assert all(kept[key].low < kept[key].amount < kept[key].high for key in MODELLED)
    facts = {key: kept[key].amount for key in kept if key not in MODELLED}
    assert facts == {
        "height_said": 1680,
        "weight_said": 62_000,
        "age": 34,
        "label_waist": 711,
        "label_inseam": 813,
        "label_collar": 370,
    }
    assert session.scalar(select(Revision)).way is Way.ESTIMATE
    assert (profile := session.scalar(select(Profile))).name == "Eva"
    assert page == f"/profiles/{profile.public_id}"


def test_height_and_weight_are_enough(client, session):
    told(client, name="", age="", table="none", whose="partner")

    profile = session.scalar(select(Profile))
    assert (profile.name, profile.whose) == ("My partner", Whose.PARTNER)
    assert set(MODELLED) <= set(values(session))


def test_a_second_press_finds_the_first_profile(client, session):
    assert told(client) == told(client)
    assert count(session) == 1


def test_the_answer_tells_values_ends_and_what_helps_most(client):
    text = client.get(f"{told(client)}/estimated").text

    assert "Of ten people like you, nine lie between the two ends." in text
    rows = re.findall(r"<th scope=\"row\">([\w ]+)</th>", text)
    assert len(rows) == len(MODELLED)
    assert rows[0] == "Neck"
    assert re.search(r"/walk\?keys=\w+%2C\w+%2C\w+%2C\w+&amp;next=%2Fprofiles%2F", text)


def test_what_is_never_estimated_is_not_offered_to_be(client):
    page = told(client)
    offer = "Let us estimate them"
    assert "Under-bust" in client.get(page).text
    assert offer not in client.get(page).text

    client.post("/profiles/new/tape", data={"once": "1", "table": "women", "neck": "33"})

    other = re.findall(r"/profiles/(\w{14})\"", client.get("/profiles").text)
    assert [offer in client.get(f"/profiles/{each}").text for each in other] == [True, False]


def test_the_garment_says_what_is_told_first(client):
    asked = "keys=inseam,waist&next=/design/trousers"
    answer = client.post(f"{QUICK}?{asked}", data=EVA)

    assert answer.location.endswith("/estimated?keys=inseam,waist&next=/design/trousers")
    text = client.get(answer.location).text
    assert re.findall(r"<th scope=\"row\">([\w ]+)</th>", text)[:2] == ["Waist", "Inseam"]
    assert "What the garment needs" in text
    assert 'href="/design/trousers?profile=' in text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"whose": "child"}, "children grow faster"),
        ({"age": "15"}, "children grow faster"),
        ({"age": "old"}, "That is not an age"),
        ({"height": ""}, "We need the height"),
        ({"weight": ""}, "We need the weight"),
        ({"height": "  ", "weight": "  "}, "We need the height"),
        ({"label_collar": "M"}, "We do not know this collar"),
        ({"whose": "nobody"}, "Not a valid choice"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(client, session, sent, said):
    answer = client.post(QUICK, data={**EVA, **sent})

    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Eva"' in answer.text
    assert (count(session), count(session, Person)) == (0, 0)


@pytest.mark.parametrize(
    ("height", "weight", "meant"),
    [("1.68", "62", "1680:62000"), ("66", "62", "1676:62000"), ("62", "168", "1680:62000"),
     ("168", "137", "1680:62142")],
)  # fmt: skip
def test_slips_of_height_and_weight_are_asked_about(client, session, height, weight, meant):
    sent = {"height": height, "weight": weight}

    asked = client.post(QUICK, data={**EVA, **sent})

    assert asked.status_code == 422
    assert f'name="meant" value="{meant}"' in asked.text
    assert count(session) == 0
    told(client, **sent, meant=meant)
    kept = values(session)
    assert f"{kept['height_said'].amount}:{kept['weight_said'].amount}" == meant


def test_feet_and_pounds_are_understood(client, session):
    told(client, height="5'6\"", weight="137 lb")

    kept = values(session)
    assert (kept["height_said"].amount, kept["weight_said"].amount) == (1676, 62_142)


def test_a_fault_under_htmx_is_only_the_form(client):
    answer = client.post(QUICK, data={**EVA, "height": ""}, headers=HTMX)

    assert answer.status_code == 422
    assert answer.text.strip().startswith('<form class="form quick" id="quick-form"')


def test_with_htmx_the_browser_is_sent_on(client):
    answer = client.post(QUICK, data=EVA, headers=HTMX)

    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].endswith("/estimated")


@pytest.mark.parametrize(
    ("sent", "said"),
    [({"age": "70"}, "up to 56"), ({"weight": "110"}, "so heavy"), ({"weight": "45"}, "so light")],
)
def test_outside_of_our_figures_she_is_asked_for_the_tape(client, session, sent, said):
    page = told(client, **sent)

    assert set(values(session)) == {"height_said", "weight_said", "age"}
    text = client.get(f"{page}/estimated").text
    assert said in text
    assert f'href="{page}/walk?keys={"%2C".join(CORE)}' in text
    assert "nine lie between" not in text


def test_an_existing_profile_is_completed(client, session):
    page = told(client)
    shown = client.get(f"{page}/estimate").text
    assert 'value="168"' in shown
    assert "Who is it for" not in shown

    again = {"unit": "cm", "height": "168", "weight": "62 kg", "age": "34", "label_waist": "W32"}
    answer = client.post(f"{page}/estimate", data=again)

    assert answer.location == f"{page}/estimated"
    kept = values(session)
    assert kept["label_waist"].revision == 2
    assert kept["waist"].revision == 2
    assert kept["waist"].source is Source.ESTIMATE
    assert count(session, Revision) == 2


def test_what_is_sent_as_it_was_shown_changes_nothing(client, session):
    page = told(client, label_collar="15 1/2")
    sent = dict(
        re.findall(r'name="(\w+)" type="text" value="([^"]+)"', client.get(f"{page}/estimate").text)
    )
    assert sent["label_collar"] == "39.4 cm"

    client.post(f"{page}/estimate", data={"unit": "cm", **sent})

    assert count(session, Revision) == 1


def test_what_is_emptied_is_not_known_any_more(client, session):
    page = told(client, label_waist="W40")
    wide = values(session)["waist"].amount

    client.post(f"{page}/estimate", data={"unit": "cm", "height": "168", "weight": "62"})

    kept = values(session)
    assert kept["label_waist"].amount is None
    assert kept["waist"].amount < wide


def test_estimates_that_nothing_supports_any_more_go(client, session):
    page = told(client)

    client.post(
        f"{page}/estimate", data={"unit": "cm", "height": "168", "weight": "62", "age": "70"}
    )

    assert {values(session)[key].amount for key in MODELLED} == {None}


def test_what_was_measured_stays_and_is_not_asked_for(client, session):
    me = told(client)
    profile = session.scalar(select(Profile))
    body = a_body(height=1650, chest=1000, waist=820)
    mine = a_profile(session, person_id=profile.person_id, body=body, facts={"weight": 64_000})
    session.commit()
    page = me.replace(profile.public_id, mine.public_id)
    shown = client.get(f"{page}/estimate").text
    assert 'name="height"' not in shown
    assert 'name="weight"' not in shown

    client.post(f"{page}/estimate", data={"unit": "cm", "age": "40"})

    rows = session.scalars(select(Measurement).where(Measurement.profile_id == mine.id)).all()
    kept = {row.key: (row.amount, row.source) for row in rows}
    assert kept["chest"] == (1000, Source.TAPE)
    assert kept["seat"][1] is Source.ESTIMATE
    assert len([row for row in rows if row.key == "height"]) == 1


def test_with_a_tape_for_some_the_rest_is_estimated_anew(client, session):
    page = told(client)
    before = {key: row.amount for key, row in values(session).items()}

    client.post(f"{page}/edit?keys=chest", data={"unit": "cm", "chest": "98"})

    kept = values(session)
    assert (kept["chest"].amount, kept["chest"].source) == (980, Source.TAPE)
    assert kept["biceps"].amount > before["biceps"]
    assert {kept["biceps"].source, kept["neck"].source} == {Source.ESTIMATE}
    assert {row.revision for row in (kept["chest"], kept["biceps"])} == {2}


@pytest.mark.parametrize("part", ["estimate", "estimated"])
def test_nobody_else_sees_an_estimate(client, session, part):
    page = f"/profiles/{a_profile(session).public_id}"
    session.commit()

    assert client.get(f"{page}/{part}").status_code == 404
    assert client.post(f"{page}/estimate", data=EVA).status_code == 404


def test_looking_makes_nobody(client, session):
    assert client.get(QUICK).status_code == 200
    assert count(session, Person) == 0
