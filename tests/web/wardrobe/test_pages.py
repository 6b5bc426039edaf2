"""Copying a garment that fits, and the wardrobe it hangs in, as a customer meets them."""

import re

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.kernel import clock
from shop.measurements import queries as profiles
from shop.measurements import service as bodies
from shop.measurements.models import Profile
from shop.measurements.rules import Source
from shop.wardrobe import queries
from shop.wardrobe.models import WardrobeGarment
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import a_body, a_profile
from tests.builders.pages import fields_in
from tests.builders.wardrobe import a_kept_garment

START = "/profiles/new/garment?garment=shirt"
HTMX = {"HX-Request": "true", "HX-Target": "sheet-form"}
SHIRT = {
    "wearer": "Anna", "whose": "me", "table": "women", "name": "My blue shirt", "fit": "regular",
    "is_sleeve": "long", "once": "once", "unit": "cm", "followed": "y",
}  # fmt: skip
READ = {"at_collar": "33.8", "at_chest": "50.8", "at_waist": "45.9", "at_sleeve": "57.2"}


@pytest.fixture(autouse=True)
def _catalogue(session):
    load_catalogue(session)
    session.commit()


def count(session, table):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def only(session, table):
    session.expire_all()
    return session.scalars(select(table)).one()


def started(client, session):
    """Copy a shirt as a newcomer; return the profile and its wardrobe's address."""
    answer = client.post(START, data=SHIRT | READ)
    assert answer.status_code == 303, answer.text
    return only(session, Profile), answer.location


def test_first_it_is_asked_what_it_is(client):
    answer = client.get("/profiles/new/garment?next=/garments/shirt&keys=neck")

    assert answer.status_code == 200
    for kind in ("shirt", "trousers", "dress", "jacket", "tshirt", "skirt"):
        address = f"/profiles/new/garment?garment={kind}&amp;keys=neck&amp;next=/garments/shirt"
        assert f'href="{address}"' in answer.text


def test_the_sheet_asks_for_the_points_with_how_they_are_measured(client):
    answer = client.get(START)

    assert answer.status_code == 200
    found = re.findall(r'inputmode="decimal" name="(at_[\w-]+)"', answer.text)
    assert found[:3] == ["at_collar", "at_chest", "at_waist"]
    assert "at_sleeve" in found
    assert "at_short-sleeve" not in found
    assert "Straight across from side to side, 25 mm below the armholes, buttoned" in answer.text


def test_the_drawings_show_where_the_tape_lies(client):
    urls = re.findall(r'src="(/pictures/\w+/laid/[^"]+)"', client.get(START).text)

    assert [url.split("/")[-1].split(".")[0] for url in urls] == ["front", "back"]
    drawn = client.get(urls[0].replace("&amp;", "&"))
    assert (drawn.status_code, drawn.mimetype) == (200, "image/svg+xml")
    assert ">2</text>" in drawn.text
    assert client.get("/pictures/x/laid/cape/front.svg").status_code == 404


def test_looking_makes_nobody(client, session):
    client.get("/profiles/new/garment")
    client.get(START)

    assert count(session, Person) == 0


def test_a_garment_nobody_makes_is_not_there(client):
    assert client.get("/profiles/new/garment?garment=cape").status_code == 404
    assert client.post("/profiles/new/garment").status_code == 404


def test_a_copied_shirt_becomes_a_profile_and_is_followed(client, session):
    profile, location = started(client, session)

    assert location == f"/profiles/{profile.public_id}/wardrobe"
    kept = only(session, WardrobeGarment)
    assert kept.points == {"collar": 338, "chest": 1016, "waist": 918, "sleeve": 572}
    assert (kept.garment, kept.fit, kept.name, kept.followed) == (
        "shirt",
        "regular",
        "My blue shirt",
        True,
    )
    view = profiles.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)
    assert (view.name, view.table.value) == ("Anna", "women")
    assert {key: value.mm for key, value in view.body.items()} == {
        "neck": 325,
        "chest": 940,
        "waist": 785,
        "arm_length": 540,
    }
    assert {value.source for value in view.body.values()} == {Source.GARMENT}
    assert all(value.low < value.mm < value.high for value in view.body.values())


def test_the_way_leads_back_to_where_she_came_from(client, session):
    answer = client.post(f"{START}&next=/garments/shirt?cuff%3Dfrench", data=SHIRT | READ)

    profile = only(session, Profile)
    assert answer.location == f"/garments/shirt?cuff=french&profile={profile.public_id}"


def test_a_double_click_makes_one(client, session):
    started(client, session)

    again = client.post(START, data=SHIRT | READ)

    assert again.status_code == 303
    assert (count(session, Profile), count(session, WardrobeGarment)) == (1, 1)


def test_children_are_refused_with_the_reason(client, session):
    answer = client.post(START, data=SHIRT | READ | {"whose": "child"})

    assert answer.status_code == 422
    assert "We make for adults only" in answer.text
    assert (count(session, Profile), count(session, WardrobeGarment)) == (0, 0)


def test_a_page_sent_empty_makes_nothing_and_says_so(client, session):
    answer = client.post(START, data=SHIRT)

    assert answer.status_code == 422
    assert "There is nothing measured yet" in answer.text
    assert (count(session, Profile), count(session, WardrobeGarment)) == (0, 0)


def test_other_sleeves_ask_for_other_points_and_lose_nothing(client, session):
    answer = client.post(
        START, data=SHIRT | READ | {"is_sleeve": "short", "look": "1"}, headers=HTMX
    )

    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<form")
    visible = re.findall(r'inputmode="decimal" name="(at_[\w-]+)"', answer.text)
    assert "at_short-sleeve" in visible
    assert "at_sleeve" not in visible
    assert '<input type="hidden" name="at_sleeve" value="57.2">' in answer.text
    assert 'value="50.8"' in answer.text
    assert count(session, Profile) == 0


def test_a_point_that_is_not_asked_is_not_kept(client, session):
    client.post(START, data=SHIRT | READ | {"is_sleeve": "short"})

    assert set(only(session, WardrobeGarment).points) == {"collar", "chest", "waist"}


@pytest.mark.parametrize(
    ("read", "sentence", "answer", "finished"),
    [
        (
            "101.6",
            "Did you measure all the way round? Laid flat that is 50.8 cm.",
            "1016:508",
            1016,
        ),
        ("20", "Did you mean 20 inches (50.8 cm)?", "200:508", 1016),
    ],
)
def test_a_slip_is_asked_about_and_put_right(client, session, read, sentence, answer, finished):
    asked = client.post(START, data=SHIRT | READ | {"at_chest": read})

    assert asked.status_code == 422
    assert sentence in asked.text
    assert count(session, Profile) == 0

    fields = {name: values[0] for name, values in fields_in(asked.text).items()}
    sent = client.post(START, data=fields | {"at_chest_meant": answer})

    assert sent.status_code == 303
    assert only(session, WardrobeGarment).points["chest"] == finished


def test_she_may_say_that_it_is_right(client, session):
    sent = client.post(START, data=SHIRT | READ | {"at_chest": "80", "at_chest_meant": "800:800"})

    assert sent.status_code == 303
    assert only(session, WardrobeGarment).points["chest"] == 1600


def test_an_answer_holds_for_its_own_value_only(client, session):
    sent = client.post(
        START, data=SHIRT | READ | {"at_chest": "101.6", "at_chest_meant": "800:800"}
    )

    assert sent.status_code == 422
    assert count(session, WardrobeGarment) == 0


@pytest.mark.parametrize("words", ["soft", "0", "99999"])
def test_what_cannot_be_is_refused(client, session, words):
    sent = client.post(START, data=SHIRT | READ | {"at_chest": words})

    assert sent.status_code == 422
    assert count(session, WardrobeGarment) == 0


def test_inches_are_read_as_inches(client, session):
    client.post(START, data=SHIRT | {"unit": "in", "at_chest": "20", "at_waist": "45.9 cm"})

    assert only(session, WardrobeGarment).points == {"chest": 1016, "waist": 918}


def test_an_existing_profile_learns_what_nobody_measured(client, session):
    profile, location = started(client, session)
    answer = client.get(f"{location}/new")
    assert f'href="{location}/new/trousers"' in answer.text

    fields = fields_in(client.get(f"{location}/new/trousers").text)
    sent = client.post(
        f"{location}/new/trousers",
        data={name: values[0] for name, values in fields.items()}
        | {"name": "Grey", "at_inseam": "73.5", "at_waist": "41.5"},
    )

    assert sent.location == location
    view = profiles.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)
    assert view.body["inseam"].mm == 775
    assert view.body["waist"].mm == 785  # a garment does not overrule another
    assert [each.garment for each in queries.kept_of(session, profile_id=profile.id)] == [
        "trousers",
        "shirt",
    ]


def test_what_was_measured_stays(client, session):
    profile, location = started(client, session)
    row = profiles.own_profile(session, person_id=profile.person_id, public_id=profile.public_id)
    bodies.record(session, row, body=a_body(inseam=780), now=clock.now())
    session.commit()

    client.post(
        f"{location}/new/trousers",
        data={"name": "Grey", "fit": "regular", "once": "2", "unit": "cm", "at_inseam": "73.5"},
    )

    view = profiles.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)
    assert (view.body["inseam"].mm, view.body["inseam"].source) == (780, Source.TAPE)


def test_a_garment_is_compared_with_the_body_she_measured(client, session):
    _profile, location = started(client, session)

    sent = client.post(
        f"{location}/new/tshirt",
        data={
            "name": "Tee",
            "fit": "regular",
            "is_sleeve": "short",
            "once": "2",
            "unit": "cm",
            "at_chest": "72",
        },
    )

    assert sent.status_code == 422
    assert "This would fit a chest of about" in sent.text
    assert count(session, WardrobeGarment) == 1


def test_the_wardrobe_shows_every_measure(client, session):
    _profile, location = started(client, session)

    answer = client.get(location)

    assert answer.status_code == 200
    assert "My blue shirt" in answer.text
    assert "101.6 cm" in answer.text
    assert "regular fit" in answer.text
    assert "The next one is made like this" in answer.text


def test_the_profile_shows_its_wardrobe(client, session):
    profile, location = started(client, session)

    answer = client.get(f"/profiles/{profile.public_id}")

    assert (
        f'<a href="{location}#kept-{only(session, WardrobeGarment).public_id}">My blue shirt</a>'
        in (answer.text)
    )


def test_the_profile_of_a_new_wearer_says_how_to_begin(client, session):
    profile, location = started(client, session)
    client.post(f"{location}/{only(session, WardrobeGarment).public_id}/remove")

    answer = client.get(f"/profiles/{profile.public_id}")

    assert f'href="{location}/new"' in answer.text


def test_an_empty_wardrobe_says_what_to_do(client, session):
    _profile, location = started(client, session)
    kept = only(session, WardrobeGarment)
    client.post(f"{location}/{kept.public_id}/remove")

    answer = client.get(location)

    assert "Nothing here yet" in answer.text
    assert f'href="{location}/new"' in answer.text


def test_following_is_given_up_and_taken_up_again(client, session):
    profile, location = started(client, session)
    kept = only(session, WardrobeGarment)

    client.post(f"{location}/{kept.public_id}/unfollow")
    assert queries.lessons_of(session, [profile.id])[profile.id].follows.get("shirt") is None

    answer = client.post(f"{location}/{kept.public_id}/follow")
    assert answer.location == location
    session.expire_all()
    assert queries.lessons_of(session, [profile.id])[profile.id].follows.get("shirt") is not None


def test_a_garment_gets_another_name(client, session):
    _profile, location = started(client, session)
    address = f"{location}/{only(session, WardrobeGarment).public_id}/rename"

    assert 'value="My blue shirt"' in client.get(address).text
    assert client.post(address, data={"name": " "}).status_code == 422
    assert client.post(address, data={"name": "Linen"}).status_code == 303

    assert only(session, WardrobeGarment).name == "Linen"


def test_removing_asks_first(client, session):
    _profile, location = started(client, session)
    address = f"{location}/{only(session, WardrobeGarment).public_id}/remove"

    assert "Remove My blue shirt?" in client.get(address).text
    assert count(session, WardrobeGarment) == 1

    client.post(address)
    assert count(session, WardrobeGarment) == 0


def test_a_stranger_finds_nothing(client, session, app):
    profile = a_profile(session)
    kept = a_kept_garment(session, profile=profile)
    session.commit()
    home = f"/profiles/{profile.public_id}/wardrobe"
    piece = f"{home}/{kept.public_id}"

    for address in (home, f"{home}/new", f"{home}/new/shirt", f"{piece}/rename", f"{piece}/remove"):
        assert client.get(address).status_code == 404
    for address in (
        f"{home}/new/shirt",
        f"{piece}/rename",
        f"{piece}/remove",
        f"{piece}/follow",
        f"{piece}/unfollow",
    ):
        assert client.post(address, data={"name": "Mine"} | READ).status_code == 404
    session.expire_all()
    assert (kept.name, kept.followed) == ("My blue shirt", False)


def test_no_measure_and_no_name_is_logged(client, session, caplog):
    with caplog.at_level("INFO"):
        started(client, session)

    said = " ".join(record.getMessage() for record in caplog.records)
    for secret in ("1016", "50.8", "Anna", "My blue shirt", "940"):
        assert secret not in said
