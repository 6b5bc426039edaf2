import csv
import io
import json

import pytest
from sqlalchemy import select

from shop.measurements.models import Profile
from shop.measurements.rules import Measured, Source
from tests.builders.measurements import a_profile
from tests.builders.people import a_customer, enter
from tests.builders.wardrobe import a_kept_garment

BODY = {
    "neck": Measured(mm=381, source=Source.TAPE, insisted=True),
    "waist": Measured(mm=850, source=Source.TAPE),
    "trouser_waist": Measured(mm=902, source=Source.SIZE, low=880, high=925),
}


@pytest.fixture
def page(client, session):
    person = a_customer(session)
    enter(client, session, person)
    profile = a_profile(
        session,
        person_id=person.id,
        name="=1+1",
        body=BODY,
        facts={"weight": 62_345, "height_said": 1730},
    )
    session.commit()
    return f"/profiles/{profile.public_id}"


def test_the_table_has_every_value_with_its_names(client, page):
    answer = client.get(f"{page}/export.csv")

    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="measurements.csv"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert rows[0] == {
        "key": "neck",
        "iso_8559_1": "neck girth",
        "freesewing": "neck",
        "freesewing_match": "exact",
        "remark": "",
        "amount": "381",
        "unit": "mm",
        "cm": "38.1",
        "inch": "15.00",
        "low_mm": "",
        "high_mm": "",
        "source": "tape",
        "insisted": "True",
        "taken_at": "2026-11-02T08:00:00+00:00",
    }
    assert [(row["key"], row["freesewing_match"], row["amount"], row["unit"]) for row in rows] == [
        ("neck", "exact", "381", "mm"),
        ("waist", "", "850", "mm"),
        ("trouser_waist", "near", "902", "mm"),
        ("weight", "", "62345", "g"),
        ("height_said", "", "1730", "mm"),
    ]


def test_the_whole_of_it_is_json(client, page):
    kept = json.loads(client.get(f"{page}/export.json").text)

    assert kept["profile"]["name"] == "=1+1"
    assert (kept["measurements"][2]["low_mm"], kept["measurements"][2]["high_mm"]) == (880, 925)
    assert "1+1" not in client.get(f"{page}/export.csv").text


def test_freesewing_gets_its_names_in_millimetres(client, page):
    kept = json.loads(client.get(f"{page}/export.freesewing.json").text)

    assert kept["units"] == "metric"
    assert kept["measurements"] == {"neck": 381, "hips": 902}
    assert "Not measured with a tape: hips." in kept["notes"]


@pytest.mark.parametrize("ending", ["csv", "json", "freesewing.json"])
def test_nobody_else_takes_it_along(app, page, ending):
    assert app.test_client().get(f"{page}/export.{ending}").status_code == 404


def test_the_account_takes_along_bodies_and_garments(client, session, page):
    profile = session.scalars(select(Profile)).one()
    a_kept_garment(session, profile=profile, name="Old faithful")
    session.commit()

    kept = json.loads(client.get("/account/export").text)

    amounts = {each["key"]: each["amount"] for each in kept["profiles"][0]["measurements"]}
    assert amounts == {key: value.mm for key, value in BODY.items()} | {
        "weight": 62_345,
        "height_said": 1730,
    }
    assert [each["name"] for each in kept["wardrobe"]] == ["Old faithful"]
    assert (kept["fit_answers"], kept["corrections"]) == ([], [])
