from datetime import timedelta

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import IntegrityError

from shop.accounts import service as accounts
from shop.infra.holders import Leaving
from shop.kernel.errors import NotFound
from shop.measurements import people, queries, service
from shop.measurements.models import Measurement, Profile
from shop.measurements.rules import Measured, SizeTable, Source
from tests.builders.measurements import MEASURED_AT, a_body, a_profile, a_wearer

LATER = MEASURED_AT + timedelta(days=1)


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def make(session, person_id, **changes):
    facts = {"name": "Anna", "table": SizeTable.WOMEN, "body": a_body(), "once": "once"}
    return service.create(session, person_id=person_id, now=MEASURED_AT, **facts | changes)


def test_a_profile_keeps_a_body(session):
    anna = a_wearer(session)

    profile = make(session, anna.id)

    view = queries.profile_of(session, person_id=anna.id, public_id=profile.public_id)
    assert (view.name, view.table, view.revision) == ("Anna", SizeTable.WOMEN, 1)
    assert view.body == a_body()


def test_the_same_form_sent_twice_makes_one_profile(session):
    anna = a_wearer(session)

    assert make(session, anna.id) is make(session, anna.id, name="Again")
    assert count(session, Profile) == 1
    assert count(session, Measurement) == 3


def test_somebody_elses_token_takes_nothing_from_her(session):
    first, second = a_wearer(session), a_wearer(session)

    mine, hers = make(session, first.id), make(session, second.id)

    assert mine.public_id != hers.public_id
    assert hers.person_id == second.id


def test_a_second_measuring_is_a_new_revision(session):
    profile = a_profile(session)

    service.record(session, profile, body=a_body(neck=390), now=LATER)

    view = queries.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)
    assert view.body == a_body(neck=390, chest=980, waist=850)
    assert (view.revision, view.changed_at) == (2, LATER)
    assert count(session, Measurement) == 4


def test_nothing_new_writes_nothing(session):
    profile = a_profile(session)

    service.record(session, profile, body={}, now=LATER)

    assert (profile.revision, profile.changed_at) == (1, MEASURED_AT)


def test_a_value_remembers_where_it_came_from(session):
    profile = a_profile(session, body=a_body(Source.SIZE, neck=380, chest=980))

    service.record(session, profile, body=a_body(neck=390), now=LATER)

    (view,) = queries.profiles_of(session, profile.person_id)
    assert view.body["neck"] == Measured(mm=390, source=Source.TAPE)
    assert view.body["chest"] == Measured(mm=980, source=Source.SIZE)


def test_renaming_to_nothing_changes_nothing(session):
    profile = a_profile(session)

    service.rename(profile, name="Maria")
    service.rename(profile, name="")

    assert profile.name == "Maria"


def test_profiles_come_with_their_values_in_one_query(session):
    anna = a_wearer(session)
    a_profile(session, person_id=anna.id, name="Old")
    a_profile(session, person_id=anna.id, name="Empty", body={}, now=LATER)
    a_profile(session, name="Somebody else's")
    person_id = anna.id
    session.flush()
    session.expunge_all()
    statements = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *a: statements.append(a[2]))

    views = queries.profiles_of(session, person_id)

    assert [(view.name, len(view.body)) for view in views] == [("Empty", 0), ("Old", 3)]
    assert len(statements) == 1


def test_nobody_has_no_profiles(session):
    a_profile(session)

    assert queries.profiles_of(session, None) == []


@pytest.mark.parametrize("find", [queries.profile_of, queries.own_profile])
def test_somebody_elses_profile_does_not_exist(session, find):
    profile, other = a_profile(session), a_wearer(session)

    for person_id in (other.id, None):
        with pytest.raises(NotFound, match="There is no such profile"):
            find(session, person_id=person_id, public_id=profile.public_id)


def test_erasing_leaves_nothing(session):
    profile, other = a_profile(session), a_profile(session, name="Other")
    service.record(session, profile, body=a_body(neck=390), now=LATER)

    service.erase(session, profile)

    assert session.scalars(select(Profile.name)).all() == ["Other"]
    assert set(session.scalars(select(Measurement.profile_id))) == {other.id}


def test_what_a_guest_measured_is_hers_when_she_signs_in(session):
    profile = a_profile(session)
    guest, anna = profile.person_id, a_wearer(session)

    people.hand_over(session, guest_id=guest, person_id=anna.id)

    assert queries.profiles_of(session, guest) == []
    assert [each.public_id for each in queries.profiles_of(session, anna.id)] == [profile.public_id]


def test_joining_two_persons_brings_the_profiles_along(session):
    guest, anna = a_wearer(session), a_wearer(session)
    a_profile(session, person_id=guest.id)

    accounts.join(session, guest=guest, person=anna, now=MEASURED_AT)

    assert [each.name for each in queries.profiles_of(session, anna.id)] == ["Anna"]


def test_the_export_holds_the_history(session):
    profile = a_profile(session, body=a_body(neck=380))
    service.record(session, profile, body=a_body(neck=390), now=LATER)

    exported = people.export(session, profile.person_id)

    (only,) = exported["profiles"]
    told = {
        "whose": "me",
        "table": "none",
        "closeness": "as_cut",
        "shoulders": "usual",
        "stance": "usual",
    }
    assert {key: only[key] for key in told} == told
    assert only["revisions"] == [
        {"no": 1, "way": "edit", "at": "2026-11-02T08:00:00+00:00"},
        {"no": 2, "way": "edit", "at": "2026-11-03T08:00:00+00:00"},
    ]
    assert [(row["key"], row["amount"], row["source"]) for row in only["measurements"]] == [
        ("neck", 380, "tape"),
        ("neck", 390, "tape"),
    ]


def test_a_person_is_forgotten_and_others_are_not(session):
    profile, other = a_profile(session), a_profile(session)

    people.forget(session, Leaving(person_id=profile.person_id, now=LATER))

    assert queries.profiles_of(session, profile.person_id) == []
    assert len(queries.profiles_of(session, other.person_id)) == 1


def test_no_length_reaches_the_log(session, caplog, monkeypatch):
    monkeypatch.setattr("shop.infra.log.log.propagate", True)
    with caplog.at_level("INFO", logger="shop"):
        profile = a_profile(session, body=a_body(neck=98_765_432))  # like no id of a person
        service.erase(session, profile)

    said = " ".join(record.getMessage() for record in caplog.records)
    assert "measurements.created" in said
    assert "98765432" not in said
    assert "Anna" not in said


def test_a_body_of_nobody_is_not_tried_for_ever(session):
    with pytest.raises(IntegrityError):
        make(session, person_id=4711)

    assert count(session, Profile) == 0
