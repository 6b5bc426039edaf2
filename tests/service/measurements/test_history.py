from datetime import timedelta

import pytest
from sqlalchemy import func, select

from shop.kernel.errors import NotFound
from shop.measurements import queries, service
from shop.measurements.models import Measurement, Revision
from shop.measurements.rules import Measured, Source, Way
from tests.builders.measurements import MEASURED_AT, a_body, a_profile

LATER = MEASURED_AT + timedelta(days=300)
NOW = MEASURED_AT + timedelta(days=400)


def view(session, profile):
    return queries.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)


def count(session, table=Measurement):
    return session.scalar(select(func.count()).select_from(table))


def a_long_profile(session):
    """Return a profile with four revisions: first told, a neck changed, a calf more, none less."""
    estimate = Measured(mm=280, source=Source.ESTIMATE, low=260, high=300)
    profile = a_profile(session, body={**a_body(), "biceps": estimate}, facts={"weight": 62_000})
    service.record(session, profile, body=a_body(neck=390, biceps=285), now=LATER)
    service.record(session, profile, body=a_body(calf=370), facts={"weight": 66_000}, now=LATER)
    service.record(session, profile, gone=("waist",), now=LATER)
    return profile


def test_an_old_state_comes_back_as_a_new_revision(session):
    profile = a_long_profile(session)
    before = view(session, profile)

    service.restore(session, profile, no=1, now=NOW)

    now = view(session, profile)
    assert (before.revision, now.revision, now.changed_at) == (4, 5, NOW)
    assert now.body == {
        **a_body(),
        "biceps": Measured(mm=280, source=Source.ESTIMATE, low=260, high=300),
    }
    assert now.facts == {"weight": 62_000}
    assert queries.revisions_of(session, profile.id)[0].way is Way.RESTORE


def test_what_comes_back_keeps_the_day_on_which_it_was_taken(session):
    profile = a_long_profile(session)

    service.restore(session, profile, no=1, now=NOW)

    taken = view(session, profile).taken
    assert (taken["neck"], taken["waist"]) == (MEASURED_AT, MEASURED_AT)


def test_nothing_is_overwritten(session):
    profile = a_long_profile(session)
    rows = [(row.revision, row.key, row.amount) for row in session.scalars(select(Measurement))]

    service.restore(session, profile, no=1, now=NOW)

    after = [(row.revision, row.key, row.amount) for row in session.scalars(select(Measurement))]
    assert set(rows) < set(after)
    assert service.restore(session, profile, no=4, now=NOW) is None
    assert "calf" in view(session, profile).body
    assert "waist" not in view(session, profile).body


def test_a_second_click_changes_nothing(session):
    profile = a_long_profile(session)
    service.restore(session, profile, no=2, now=NOW)
    rows = count(session)

    service.restore(session, profile, no=2, now=NOW)

    assert (profile.revision, count(session), count(session, Revision)) == (5, rows, 5)


@pytest.mark.parametrize("no", [0, 5, -1])
def test_a_state_that_never_was_cannot_come_back(session, no):
    profile = a_long_profile(session)

    with pytest.raises(NotFound):
        service.restore(session, profile, no=no, now=NOW)

    assert profile.revision == 4


def test_everything_told_is_read_in_order_with_what_is_known_no_more(session):
    told = queries.recorded_of(session, a_long_profile(session).id)

    assert [(each.revision, each.key) for each in told if each.revision > 2] == [
        (3, "calf"),
        (3, "weight"),
        (4, "waist"),
    ]
    assert told[-1].value is None


def test_every_weight_is_known_with_its_day(session):
    weighed = view(session, a_long_profile(session)).weighed

    assert [(each.g, each.at) for each in weighed] == [(62_000, MEASURED_AT), (66_000, LATER)]
