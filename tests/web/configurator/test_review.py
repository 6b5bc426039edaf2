"""The review: finished measures in words, beside a garment she knows, estimates one by one."""

import re

import pytest
from sqlalchemy import select

from shop.cart.models import BagLine
from shop.measurements import service as bodies
from shop.measurements.rules import Measured, Source
from tests.builders.bags import MONDAY, a_state
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import a_body, a_profile
from tests.builders.people import HTMX, a_guest, enter
from tests.builders.wardrobe import a_kept_garment

SHIRT_BODY = {
    "chest": 1015, "waist": 880, "seat": 1020, "shoulder_width": 410, "shoulder_length": 155,
    "arm_length": 610, "biceps": 340, "forearm": 285, "back_length": 470,
}  # fmt: skip
GUESSED = {
    "neck": Measured(mm=380, source=Source.ESTIMATE, low=365, high=395),
    "wrist": Measured(mm=172, source=Source.ESTIMATE, low=160, high=184),
}
ALL = ["neck=380", "wrist=172"]


@pytest.fixture
def guest(client, session):
    load_catalogue(session)
    guest = a_guest(session)
    enter(client, session, guest)
    return guest


@pytest.fixture
def profile(session, guest):
    body = {**a_body(**SHIRT_BODY), **GUESSED}
    profile = a_profile(session, person_id=guest.id, body=body, now=MONDAY)
    session.commit()
    return profile


def shown(client, profile, **choices):
    return client.get(a_state(wearer=profile.public_id, **choices).url())


def row(text, point):
    found = re.search(rf'<tr data-point="{point}">.*?</tr>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def put(client, profile, *looked, again="", **sent):
    url = a_state(wearer=profile.public_id).put_url() + again
    return client.post(url, data={"confirmed": "y", "looked": list(looked), **sent})


def lines(session):
    session.expire_all()
    return list(session.scalars(select(BagLine).order_by(BagLine.id)))


def test_each_point_is_told_in_words_with_where_it_comes_from(client, profile):
    page = shown(client, profile).text

    assert row(page, "chest").startswith(
        "Chest 109.1 cm about 7.5 cm looser than your chest Your chest: 101.5 cm, measured."
    )
    assert "Your neck: 38 cm, estimated 36.5\N{EN DASH}39.5 cm." in row(page, "collar")
    assert "ends about 3 cm below your wrist bone" in row(page, "sleeve")


def test_what_she_insisted_on_is_told(client, session, profile):
    insisted = {"chest": Measured(mm=1015, source=Source.TAPE, insisted=True)}
    bodies.record(session, profile, body=insisted, now=MONDAY)
    session.commit()

    assert "you said it is right" in row(shown(client, profile).text, "chest")


def test_lengths_are_told_in_the_readers_unit(client, profile):
    with client.session_transaction() as kept:
        kept["unit"] = "in"

    assert "about 3 in looser than your chest" in row(shown(client, profile).text, "chest")


def test_it_is_measured_against_the_garment_she_follows_or_the_newest_or_the_one_asked_for(
    client, session, profile
):
    old = a_kept_garment(session, profile=profile, name="Old", points={"chest": 1071})
    a_kept_garment(session, profile=profile, name="New", points={"chest": 1061})
    session.commit()

    page = shown(client, profile).text
    assert "about 3 cm looser than «New»" in row(page, "chest")
    assert "«New»" not in row(page, "collar")
    link = re.search(r'<a href="([^"]*)"[^>]*id="beside-2"[^>]*>Old<', page)[1]
    asked = client.get(link.replace("&amp;", "&"), headers=HTMX).text
    assert "about 2 cm looser than «Old»" in row(asked, "chest")

    old.followed = True
    session.commit()
    followed = shown(client, profile).text
    assert "It is made like" in followed
    assert "Chest 107.1 cm" in row(followed, "chest")
    assert "nearly the same as «Old»" in row(followed, "chest")


def test_a_wardrobe_of_another_kind_of_garment_is_left_out(client, session, profile):
    a_kept_garment(session, profile=profile, garment="trousers", points={"waist": 800})
    session.commit()

    assert "My blue shirt" not in shown(client, profile).text


def test_what_a_garment_that_fits_decides_needs_no_measure(client, session, guest):
    body = {**a_body(**SHIRT_BODY), "wrist": GUESSED["wrist"]}
    profile = a_profile(session, person_id=guest.id, body=body)
    a_kept_garment(session, profile=profile, followed=True, points={"collar": 402})
    session.commit()

    page = shown(client, profile).text

    assert "From a garment that fits." in row(page, "collar")
    assert "As «My blue shirt» 40.2 cm" in row(page, "collar")
    assert 'value="wrist=172"' in page
    assert 'id="order-form"' in page


def test_every_estimate_has_a_box_and_a_way_to_the_tape(client, profile):
    page = shown(client, profile).text

    assert re.findall(r'name="looked"[^>]*value="([^"]*)"', page) == ALL
    assert "Neck 38 cm, estimated (36.5\N{EN DASH}39.5 cm): I have looked, it is right" in page
    assert f'href="/profiles/{profile.public_id}/walk?keys=neck&amp;next=%2Fgarments' in page


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("looked", "missed"),
    [((), ["neck", "wrist"]), (("neck=380",), ["wrist"]), (("neck=381", "wrist=172"), ["neck"]),
     (("neck",), ["neck", "wrist"])],
)  # fmt: skip
def test_what_was_not_looked_at_is_asked_beside_it(
    client, session, profile, looked, missed, headers
):
    url = a_state(wearer=profile.public_id).put_url()
    sent = {"confirmed": "y", "looked": list(looked), "note": "My own words"}

    answer = client.post(url, data=sent, headers=headers)

    assert answer.status_code == 422
    assert re.findall(r'id="looked-(\w+)-error"', answer.text) == missed
    assert "My own words" in answer.text
    ticked = re.findall(r'value="([^"]*)" checked', answer.text)
    assert [each for each in ticked if each in looked] == [e for e in looked if e in ALL]
    assert lines(session) == []


def test_the_whole_is_asked_for_as_well(client, session, profile):
    answer = put(client, profile, *ALL, confirmed="")

    assert answer.status_code == 422
    assert "Please confirm the finished measurements" in answer.text
    assert lines(session) == []


def test_what_she_confirmed_is_kept_with_the_line(client, session, profile):
    assert put(client, profile, *ALL).location == "/bag"

    [line] = lines(session)
    assert [each.code for each in line.finished if each.confirmed] == ["collar", "cuff"]
    assert "Go to checkout" in client.get("/bag").text


def test_again_to_the_same_measures_asks_nothing_twice(client, session, profile):
    put(client, profile, *ALL)
    [line] = lines(session)

    assert put(client, profile, again=f"&again={line.public_id}", confirmed="").location == "/bag"
    assert len(lines(session)) == 2


def test_a_value_that_is_only_estimated_now_is_asked_about_again(client, session, guest):
    body = {**a_body(**SHIRT_BODY), **a_body(neck=380, wrist=172)}
    profile = a_profile(session, person_id=guest.id, body=body)
    session.commit()
    put(client, profile)
    [line] = lines(session)
    bodies.record(session, profile, body={"neck": GUESSED["neck"]}, now=MONDAY)
    session.commit()

    again = put(client, profile, again=f"&again={line.public_id}", confirmed="")

    assert again.status_code == 422
    assert "Please confirm them again" in client.get("/bag").text


def test_a_standard_size_as_it_is_needs_no_box(client, guest):
    page = client.get(a_state().url()).text

    assert 'name="looked"' not in page
    assert "standard size" in row(page, "chest")
    assert client.post(a_state().put_url(), data={"confirmed": "y"}).location == "/bag"


def test_what_is_lacking_leads_to_each_way(client, session, guest):
    profile = a_profile(session, person_id=guest.id, body=a_body(**SHIRT_BODY))
    session.commit()

    page = shown(client, profile).text
    assert "Neck: not known yet." in page
    assert "Wrist: not known yet." in page
    assert 'id="order-form"' not in page
    fit = client.get(a_state(wearer=profile.public_id).url(step="fit")).text
    for way in ("walk", "edit", "estimate"):
        assert f"/profiles/{profile.public_id}/{way}?keys=neck,wrist&amp;next=" in fit


def test_an_old_profile_is_to_be_measured_again(client, session, guest):
    body = {**a_body(**SHIRT_BODY), **a_body(neck=380, wrist=172)}
    profile = a_profile(session, person_id=guest.id, body=body, now=MONDAY.replace(year=2024))
    session.commit()

    assert "More than a year ago" in shown(client, profile).text
    assert (
        "More than a year ago" in client.get(a_state(wearer=profile.public_id).url(step="fit")).text
    )
