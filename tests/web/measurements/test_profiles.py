import re
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, select

from shop.kernel import clock
from shop.measurements import mails, rules, service
from shop.measurements.models import CorrectionRow, Measurement, Profile, Walk
from shop.measurements.rules import (
    Closeness,
    Decision,
    Layer,
    Measured,
    Shoulders,
    Source,
    Stance,
    Whose,
    measure,
)
from tests.builders.measurements import MEASURED_AT, a_body, a_profile
from tests.builders.pages import fields_in
from tests.builders.people import a_customer, a_guest, enter
from tests.builders.wardrobe import a_kept_garment

DAY = timedelta(days=1)
WISHES = {"closeness": "closer", "shoulders": "sloping", "stance": "stooping"}


@pytest.fixture
def anna(client, session):
    person = a_customer(session)
    enter(client, session, person)
    return person


@pytest.fixture
def page(session, anna):
    return f"/profiles/{kept(session, anna).public_id}"


def kept(session, anna, **more):
    profile = a_profile(session, person_id=anna.id, **{"now": clock.now() - 9 * DAY} | more)
    session.commit()
    return profile


def the_profile(session):
    session.expire_all()
    return session.scalars(select(Profile)).one()


def told(session):
    return len(session.scalars(select(Measurement)).all())


def test_every_value_says_how_it_is_known(client, session, anna):
    body = {
        "neck": Measured(mm=380, source=Source.ESTIMATE, low=365, high=395),
        "chest": Measured(mm=980, source=Source.TAPE, insisted=True),
        "height": Measured(mm=1720, source=Source.SIZE, low=1650, high=1790),
    }
    profile = kept(session, anna, body=body, facts={"weight": 62_000, "age": 34})

    answer = client.get(f"/profiles/{profile.public_id}")

    assert "estimated 36.5–39.5 cm" in answer.text
    assert "measured, you said it is right" in answer.text
    assert "standard size, 165–179 cm" in answer.text
    assert "62 kg" in answer.text
    assert "34 years" in answer.text
    assert answer.text.index("Round the body") < answer.text.index("From the floor")
    assert "Along the body" not in answer.text


def test_what_is_missing_leads_to_the_tape_and_to_the_estimate(client, page):
    answer = client.get(page)

    assert f'href="{page}/walk?keys=calf"' in answer.text
    assert f'href="{page}/estimate"' in answer.text
    assert f'href="{page}/walk?keys=neck"' not in answer.text


def test_whoever_reads_inches_reads_pounds(client, session, anna):
    profile = kept(session, anna, facts={"weight": 62_000})
    client.post("/units", data={"unit": "in"})

    answer = client.get(f"/profiles/{profile.public_id}")

    assert "136.5 lb" in answer.text
    assert "14 15/16 in" in answer.text


def test_switching_units_and_saving_changes_nothing(client, session, anna):
    body = a_body(**{key: measure(key).usual[0] + 7 for key in rules.KEYS})
    page = f"/profiles/{kept(session, anna, body=body).public_id}"
    rows = told(session)

    for unit in ("in", "cm", "in"):
        client.post("/units", data={"unit": unit})
        shown = client.get(f"{page}/edit").text
        fields = {
            key: shown.split(f'name="{key}"')[1].split('value="')[1].split('"')[0]
            for key in rules.KEYS
        }
        assert client.post(f"{page}/edit", data={"unit": unit, **fields}).status_code == 303

    assert (the_profile(session).revision, told(session)) == (1, rows)


def test_the_page_of_somebody_with_a_long_history_asks_five_times(client, session, anna, engine):
    body = a_body(**{key: sum(measure(key).usual) // 2 for key in rules.KEYS})
    profile = a_profile(session, person_id=anna.id, body=body, facts={"weight": 62_000})
    for n in range(30):
        service.record(
            session,
            profile,
            body=a_body(neck=380 + n),
            facts={"weight": 62_000 + n},
            now=clock.now(),
        )
    for n in range(5):
        a_kept_garment(session, profile=profile, name=f"Shirt {n}")
    session.flush()
    now = clock.now()
    session.execute(
        insert(Walk).values(
            profile_id=profile.id,
            keys=["neck", "calf"],
            skipped=[],
            first={},
            revision=31,
            carried={},
            begun_at=MEASURED_AT.replace(hour=9),
        )
    )
    session.execute(
        insert(CorrectionRow).values(
            public_id="c",
            profile_id=profile.id,
            layer=Layer.EASE,
            garment="shirt",
            point="sleeve",
            cloth="",
            mm=-10,
            reason={"garments": [], "heard": [], "why": "once"},
            decision=Decision.DECLINED,
            proposed_at=now,
            decided_at=now,
        )
    )
    session.commit()
    asked = []

    def count(connection, cursor, statement, *rest):
        if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "ROLLBACK")):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    answer = client.get(f"/profiles/{profile.public_id}")
    event.remove(engine, "before_cursor_execute", count)

    assert answer.status_code == 200
    assert "1 of 2" in answer.text
    assert "Shirt 4" in answer.text
    assert len(asked) <= 5, "\n".join(asked)


def test_wishes_are_kept(client, session, page):
    answer = client.post(f"{page}/preferences", data=WISHES)

    row = the_profile(session)
    assert answer.location == page
    assert (row.closeness, row.shoulders, row.stance) == (
        Closeness.CLOSER,
        Shoulders.SLOPING,
        Stance.STOOPING,
    )
    assert re.search(r'<input[^>]*checked[^>]*value="stooping"', client.get(page).text)


@pytest.mark.parametrize("wrong", [{"stance": "leaning"}, {"closeness": ""}])
def test_wishes_nobody_offers_change_nothing(client, session, page, wrong):
    assert client.post(f"{page}/preferences", data=WISHES | wrong).status_code == 422

    assert the_profile(session).shoulders is Shoulders.USUAL


def test_name_and_person_are_changed_together(client, session, page):
    answer = client.post(f"{page}/rename", data={"name": "Jan", "whose": "partner"})

    row = the_profile(session)
    assert answer.location == page
    assert (row.name, row.whose) == ("Jan", Whose.PARTNER)


@pytest.mark.parametrize("sent", ["", "child"])
def test_children_and_nobody_are_no_answer(client, session, page, sent):
    answer = client.post(f"{page}/rename", data={"name": "Jan", "whose": sent})

    assert answer.status_code == 422
    assert (the_profile(session).name, the_profile(session).whose) == ("Anna", Whose.ME)


@pytest.mark.parametrize(("typed", "grams"), [("62,5", 62_500), ("137 lb", 62_142)])
def test_the_weight_of_today_is_kept(client, session, page, typed, grams):
    for _click in range(2):
        assert client.post(f"{page}/weight", data={"weight": typed}).location == page

    rows = session.scalars(select(Measurement).where(Measurement.key == "weight")).all()
    assert [row.amount for row in rows] == [grams]


def test_who_measures_in_inches_weighs_in_pounds(client, session, page):
    client.post("/units", data={"unit": "in"})

    client.post(f"{page}/weight", data={"weight": "140"})

    assert session.scalar(select(Measurement.amount).where(Measurement.key == "weight")) == 63_503
    assert "140 lb" in client.get(page).text


def test_a_weight_is_read_in_the_unit_its_page_was_shown_in(client, session, page):
    section = client.get(page).text.partition('id="facts"')[2].split("</section>")[0]
    shown = fields_in(f"<main {section}</main>")
    client.post("/units", data={"unit": "in"})

    client.post(f"{page}/weight", data={**shown, "weight": ["62"]})

    assert session.scalar(select(Measurement.amount).where(Measurement.key == "weight")) == 62_000


@pytest.mark.parametrize("typed", ["", "heavy", "9", "400", "-60"])
def test_what_is_no_weight_is_refused(client, session, page, typed):
    answer = client.post(f"{page}/weight", data={"weight": typed})

    assert answer.status_code == 422
    assert 'id="weight-error"' in answer.text
    assert the_profile(session).revision == 1


def test_a_changed_weight_asks_for_the_tape(client, session, anna):
    page = f"/profiles/{kept(session, anna, facts={'weight': 62_000}).public_id}"
    assert "Time to measure again" not in client.get(page).text

    client.post(f"{page}/weight", data={"weight": "67"})

    assert "more at the waist" in client.get(page).text
    assert f'href="{page}/walk?keys=waist,chest"' in client.get(page).text
    assert "Time to measure again" in client.get("/profiles").text


def test_letters_are_opted_into_and_out_of(client, session, page):
    client.post(f"{page}/letters", data={"reminds": "y"})
    assert the_profile(session).reminds is True

    client.post(f"{page}/letters", data={})
    assert the_profile(session).reminds is False


def test_a_guest_is_asked_to_sign_in_for_letters(client, session):
    guest = a_guest(session)
    profile = kept(session, guest)
    enter(client, session, guest)

    answer = client.get(f"/profiles/{profile.public_id}")

    assert "Sign in</a> if we shall write to you" in answer.text
    assert client.post(f"/profiles/{profile.public_id}/letters").status_code == 401
    assert the_profile(session).reminds is False


def test_the_link_in_a_letter_stops_it_without_signing_in(app, client, session, anna):
    profile = kept(session, anna)
    profile.reminds = True
    session.commit()
    link = f"/profiles/letters/{mails.token(profile)}"
    stranger = app.test_client()

    assert "Stop these letters" in stranger.get(link).text
    assert the_profile(session).reminds is True
    assert stranger.post(link).status_code == 200

    assert the_profile(session).reminds is False
    assert stranger.post("/profiles/letters/made-up").status_code == 404


def test_the_list_says_what_each_is_enough_for(client, session, anna):
    kept(session, anna, name="Anna")
    kept(session, anna, name="Jan", body=a_body(**dict.fromkeys(rules.CORE, 400)))

    text = client.get("/profiles").text

    assert "A shirt lacks 6 more." in text
    assert "Enough for a shirt." in text


@pytest.mark.parametrize("step", ["preferences", "weight", "letters", "rename", "erase"])
def test_nobody_elses_profile_is_touched(client, session, anna, step):
    hers = a_profile(session, name="Hers")
    session.commit()

    sent = {"name": "My", "whose": "other", "weight": "80"} | WISHES
    answer = client.post(f"/profiles/{hers.public_id}/{step}", data=sent)

    assert answer.status_code == 404
    row = the_profile(session)
    assert (row.name, row.whose, row.stance, row.revision) == ("Hers", Whose.ME, Stance.USUAL, 1)


def test_a_profile_goes_with_two_clicks(client, session, page):
    assert "Its 3 values and their history go for good" in client.get(f"{page}/erase").text

    assert client.post(f"{page}/erase").location == "/profiles"
    assert session.scalars(select(Profile)).all() == []
    assert client.get(page).status_code == 404
