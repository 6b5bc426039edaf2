import json
import re
from io import BytesIO

import pytest
from sqlalchemy import func, select

from shop.measurements import queries
from shop.measurements.models import Measurement, Profile, Revision
from shop.measurements.rules import Measured, Source, Way, Whose
from tests.builders.measurements import a_body, a_profile
from tests.builders.people import a_customer, enter

NEW = "/profiles/new/import"
JO = {
    "neck": 381, "chest": 985.4, "hips": 900, "waistToFloor": 1060, "waist": 800,
    "shoulderSlope": 13, "bustSpan": 170,
}  # fmt: skip


def sent(client, content, address=NEW):
    given = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(address, data={"file": (BytesIO(given), "measurements.json")})


def filled(page):
    """Return where the form of the page goes, and what it sends if nobody touches it."""
    form = page.partition('id="imported"')[2].partition("</form>")[0]
    action = re.search(r'action="([^"]+)"', form)[1].replace("&amp;", "&")
    inputs = re.findall(r"<input[^>]*>", form)
    fields = {}
    for each in inputs:
        name, value = re.search(r'name="(\w+)"', each), re.search(r'value="([^"]*)"', each)
        if name and (" checked" in each or 'type="radio"' not in each):
            fields[name[1]] = value[1] if value else ""
    return action, fields


def count(session, table=Profile):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def the_view(session):
    session.expire_all()
    row = session.scalars(select(Profile)).one()
    return queries.profile_of(session, person_id=row.person_id, public_id=row.public_id)


@pytest.fixture
def profile(client, session):
    person = a_customer(session)
    enter(client, session, person)
    profile = a_profile(session, person_id=person.id)
    session.commit()
    return profile


def test_a_file_is_shown_before_anything_is_kept(client, session):
    answer = sent(client, {"name": "Jo", "units": "metric", "measurements": JO})

    _action, fields = filled(answer.text)
    assert answer.status_code == 200
    assert (fields["name"], fields["neck"], fields["chest"]) == ("Jo", "38.1", "98.5")
    assert "We read the numbers as millimetres." in answer.text
    assert "shoulderSlope and bustSpan" in answer.text
    assert count(session) == 0


def test_a_neighbour_is_left_empty_with_what_the_file_says(client):
    answer = sent(client, {"name": "Jo", "measurements": JO})

    assert filled(answer.text)[1]["trouser_waist"] == ""
    assert "The file says 90 cm. Write it down if you agree." in answer.text


@pytest.mark.parametrize("unit", ["cm", "in"])
def test_what_was_read_becomes_a_profile_to_the_millimetre(client, session, unit):
    client.post("/units", data={"unit": unit})
    action, fields = filled(sent(client, {"name": "Jo", "measurements": JO}).text)

    answer = client.post(action, data=fields | {"whose": "other", "table": "women"})

    view = the_view(session)
    assert answer.location == f"/profiles/{view.public_id}"
    assert (view.name, view.whose) == ("Jo", Whose.OTHER)
    assert view.body == a_body(neck=381, chest=985, outseam=1060, natural_waist=800)
    assert session.scalars(select(Revision)).one().way is Way.IMPORT


def test_a_neighbour_is_taken_when_she_writes_it_down(client, session):
    action, fields = filled(sent(client, {"name": "Jo", "measurements": JO}).text)

    client.post(action, data=fields | {"trouser_waist": "88.5"})

    assert the_view(session).body["trouser_waist"].mm == 885


def test_a_second_click_makes_no_second_profile(client, session):
    action, fields = filled(sent(client, {"name": "Jo", "measurements": JO}).text)

    for _click in range(2):
        assert client.post(action, data=fields).status_code == 303

    assert count(session) == 1


def test_odd_values_are_asked_about_at_once_and_until_answered(client, session):
    content = {"name": "Jo", "measurements": {"neck": 381, "chest": 492, "seat": 1000}}
    answer = sent(client, content)
    assert "Which is it?" in answer.text
    action, fields = filled(answer.text)

    again = client.post(action, data=fields)
    assert again.status_code == 422
    assert count(session) == 0

    client.post(action, data=fields | {"chest_meant": "492:492"})
    assert the_view(session).body["chest"] == Measured(mm=492, source=Source.TAPE, insisted=True)


def test_a_repair_that_was_offered_is_taken(client, session):
    content = {"name": "Jo", "measurements": {"neck": 381, "chest": 492, "seat": 1000}}
    action, fields = filled(sent(client, content).text)

    client.post(action, data=fields | {"chest_meant": "492:984"})

    assert the_view(session).body["chest"] == Measured(mm=984, source=Source.TAPE)


def test_an_existing_profile_takes_what_is_new(client, session, profile):
    page = f"/profiles/{profile.public_id}"
    content = {"measurements": {"neck": 380, "chest": 990, "wrist": 171}}
    answer = sent(client, content, f"{page}/import")
    action, fields = filled(answer.text)
    assert "name" not in fields

    assert client.post(action, data=fields).location == page

    assert the_view(session).body == a_body(neck=380, chest=990, waist=850, wrist=171)
    newest = session.scalars(select(Revision).order_by(Revision.no.desc())).first()
    assert (newest.no, newest.way) == (2, Way.IMPORT)
    assert count(session, Measurement) == 5


def test_the_same_file_once_more_changes_nothing(client, session, profile):
    page = f"/profiles/{profile.public_id}/import"
    action, fields = filled(sent(client, {"measurements": {"neck": 380}}, page).text)

    assert client.post(action, data=fields).status_code == 303

    assert the_view(session).revision == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no measurements in this file"),
        (b"{not json", "We cannot read this file."),
        (b"x" * 70_000, "larger than measurements ever are"),
        (
            b"measurements: {bustSpan: 900}",
            "We know none of the measurements in this file: bustSpan.",
        ),
        (b"!!python/object/apply:os.getcwd []", "We cannot read this file."),
    ],
    ids=["empty", "broken", "large", "unknown", "code"],
)
def test_a_bad_file_gets_a_sentence_beside_the_field(client, session, content, words):
    answer = sent(client, content)

    assert answer.status_code == 422
    assert words in answer.text.partition('id="file-error"')[2]
    assert count(session) == 0


@pytest.mark.parametrize("sent", [{}, {"file": "no file, but words"}])
def test_no_file_gets_a_sentence(client, sent):
    answer = client.post(NEW, data=sent)

    assert answer.status_code == 422
    assert "Choose the file first." in answer.text


def test_what_a_file_says_is_never_markup(client):
    content = {"name": "<b>Jo</b>", "measurements": {"neck": 381, "<script>x</script>": 5}}

    assert "<script>x" not in sent(client, content).text
    assert "<b>Jo" not in sent(client, content).text


def test_nobody_elses_profile_takes_a_file(app, session, profile):
    stranger, page = app.test_client(), f"/profiles/{profile.public_id}/import"

    assert stranger.get(page).status_code == 404
    assert sent(stranger, {"measurements": JO}, page).status_code == 404
    assert stranger.post(f"{page}/save?keys=neck", data={"neck": "40"}).status_code == 404
    assert the_view(session).revision == 1


def test_a_sheet_emptied_by_hand_says_what_is_missing(client, session):
    emptied = {"name": "Jo", "whose": "me", "table": "men", "neck": ""}

    answer = client.post("/profiles/new/import/save?keys=neck", data=emptied)

    assert answer.status_code == 422
    assert "There is nothing measured yet." in answer.text
    assert session.scalar(select(Profile)) is None
