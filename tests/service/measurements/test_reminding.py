from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.accounts import service as accounts
from shop.infra.outbox import OutboxRow
from shop.kernel import clock
from shop.kernel.errors import NotFound
from shop.measurements import mails, queries, service, tasks
from shop.measurements.rules import Source
from tests.builders.measurements import a_body, a_profile, a_wearer

YEAR = timedelta(days=365)
DAY = timedelta(days=1)


def a_customer(session, email="anna@example.com"):
    person = a_wearer(session)
    person.email, person.name = email, "Anna Peeters"
    session.flush()
    return person


def an_old_profile(session, *, ago=YEAR + DAY, wanted=True, body=None, **more):
    now = clock.now() - ago
    profile = a_profile(
        session, person_id=a_customer(session, **more).id, now=now, body=body, name="Me"
    )
    service.write_letters(profile, wanted=wanted)
    session.flush()
    return profile


def letters(session):
    rows = session.scalars(select(OutboxRow).order_by(OutboxRow.id))
    return [row.payload for row in rows if row.topic == "mail.send"]


def test_who_wished_for_it_gets_a_letter_after_a_year(session):
    profile = an_old_profile(session)

    tasks.remind(session)

    (letter,) = letters(session)
    assert (letter["to"], letter["subject"]) == ("anna@example.com", "Time to take the tape again")
    assert f"/profiles/{profile.public_id}" in letter["body"]
    assert "Hello Anna Peeters," in letter["body"]
    assert profile.reminded_at is not None


def test_no_measurement_stands_in_the_letter(session):
    an_old_profile(session)

    tasks.remind(session)

    written = letters(session)[0]["subject"] + letters(session)[0]["body"].partition("http")[0]
    assert not any(amount in written for amount in ("38", "98", "85"))


def test_there_is_one_letter_a_year(session):
    profile = an_old_profile(session)
    for _minute in range(3):
        tasks.remind(session)
    assert len(letters(session)) == 1

    profile.reminded_at = clock.now() - YEAR - DAY
    session.flush()
    tasks.remind(session)

    assert len(letters(session)) == 2


@pytest.mark.parametrize(
    "changes",
    [{"wanted": False}, {"ago": YEAR - DAY}, {"body": a_body(Source.ESTIMATE)},
     {"body": a_body(height=1720)}],
    ids=["not wished for", "not a year yet", "only estimated", "no girth"],
)  # fmt: skip
def test_others_get_none(session, changes):
    profile = an_old_profile(session, **changes)

    tasks.remind(session)

    assert letters(session) == []
    assert profile.reminded_at is None


def test_whoever_told_us_anything_lately_gets_none(session):
    profile = an_old_profile(session)
    service.record(session, profile, facts={"weight": 62_000}, now=clock.now() - DAY)
    session.flush()

    tasks.remind(session)

    assert letters(session) == []


def test_the_link_names_the_profile_and_cannot_be_made_up(session):
    profile = an_old_profile(session)

    assert mails.profile_in(mails.token(profile)) == profile.public_id
    for bad in (profile.public_id, mails.token(profile)[:-1], ""):
        with pytest.raises(NotFound):
            mails.profile_in(bad)


def test_the_sweep_is_started_by_the_clock(app):
    assert tasks.remind in app.extensions["sweeps"]


def test_a_weight_told_twice_on_a_day_is_told_once(session):
    profile, now = an_old_profile(session), clock.now()

    def told(grams, at):
        view = queries.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)
        service.weigh(session, profile, view, grams=grams, now=at)
        session.flush()
        return profile.revision

    assert [told(62_000, now), told(62_000, now), told(62_100, now)] == [2, 2, 3]
    assert told(62_100, now + 30 * DAY) == 4


def test_accounts_are_not_needed_for_profiles(session):
    guest = accounts.open_guest(session, now=clock.now() - 2 * YEAR)[0]
    profile = a_profile(session, person_id=guest.id, now=clock.now() - 2 * YEAR)
    service.write_letters(profile, wanted=True)
    session.flush()

    tasks.remind(session)

    assert letters(session) == []


def weighed(session, body):
    """Return the profile with this body after it became three kilograms more."""
    profile = a_profile(session, body=body, facts={"weight": 62_000, "height_said": 1700})

    def view():
        return queries.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)

    service.weigh(session, profile, view(), grams=65_000, now=clock.now())
    session.flush()
    return view()


def test_estimates_follow_the_weight(session):
    view = weighed(session, a_body(Source.ESTIMATE, waist=700))

    assert view.body["waist"].mm > 700
    assert view.body["waist"].low < view.body["waist"].mm < view.body["waist"].high
    assert view.revision == 2


def test_what_was_measured_stays_as_it_was_measured(session):
    body = a_body(Source.ESTIMATE, waist=700) | a_body(chest=900)

    assert weighed(session, body).body == body
