import pytest

from shop.kernel import clock
from shop.measurements import queries, service
from tests.builders.measurements import a_body, a_profile
from tests.builders.people import a_customer, enter


@pytest.fixture
def profile(client, session):
    person = a_customer(session)
    enter(client, session, person)
    profile = a_profile(session, person_id=person.id, facts={"weight": 62_000})
    service.record(session, profile, body=a_body(neck=390), now=clock.now())
    service.record(session, profile, body=a_body(calf=370), gone=("waist",), now=clock.now())
    session.commit()
    return profile


def history_of(profile):
    return f"/profiles/{profile.public_id}/history"


def the_view(session, profile):
    session.expire_all()
    return queries.profile_of(session, person_id=profile.person_id, public_id=profile.public_id)


def test_every_revision_says_how_it_came_and_what_it_changed(client, profile):
    text = client.get(history_of(profile)).text

    assert text.index("State 3") < text.index("State 1")
    assert "changed by hand" in text
    assert "4 values told" in text
    assert "Neck: 38 cm → 39 cm" in text
    assert "Waist: 85 cm → not known any more" in text
    assert "one value changed" in text


def test_two_states_lie_side_by_side(client, profile):
    text = client.get(f"{history_of(profile)}/compare?a=1&b=3").text

    assert "State 1 beside state 3" in text
    assert '<td class="number">+ 1 cm</td>' in text
    assert text.count("–</td>") == 2
    assert "62 kg" in text


def test_the_older_comes_first_whichever_was_named_first(client, profile):
    one = client.get(f"{history_of(profile)}/compare?a=1&b=3").text
    other = client.get(f"{history_of(profile)}/compare?a=3&b=1").text

    assert one.partition("<footer")[0] == other.partition("<footer")[0]


@pytest.mark.parametrize("asked", ["", "?a=1", "?a=1&b=9", "?a=x&b=2", "?a=-1&b=2", "?a=1&b=²"])
def test_states_that_never_were_are_not_compared(client, profile, asked):
    assert client.get(f"{history_of(profile)}/compare{asked}").status_code == 404


def test_differences_are_told_in_the_readers_unit(client, profile):
    client.post("/units", data={"unit": "in"})

    assert "+ 3/8 in" in client.get(f"{history_of(profile)}/compare?a=1&b=2").text


def test_a_state_is_brought_back_and_two_tabs_do_it_once(client, session, profile):
    for _tab in range(2):
        answer = client.post(f"{history_of(profile)}/1/restore")
        assert answer.location == history_of(profile)

    now = the_view(session, profile)
    assert (now.revision, now.body) == (4, a_body())
    assert "brought back" in client.get(history_of(profile)).text


@pytest.mark.parametrize("no", [0, 4, 99])
def test_what_never_was_does_not_come_back(client, session, profile, no):
    assert client.post(f"{history_of(profile)}/{no}/restore").status_code == 404
    assert the_view(session, profile).revision == 3


def test_nobody_elses_history_is_seen_or_changed(app, session, profile):
    stranger = app.test_client()

    assert stranger.get(history_of(profile)).status_code == 404
    assert stranger.get(f"{history_of(profile)}/compare?a=1&b=2").status_code == 404
    assert stranger.post(f"{history_of(profile)}/1/restore").status_code == 404
    assert the_view(session, profile).revision == 3
