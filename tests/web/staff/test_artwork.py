"""Artwork in the back office: what waits, and the decision about it."""

import pytest

from shop.artwork.rules import State
from shop.infra.access import Role
from shop.kernel.actors import Actor
from tests.builders.artwork import an_artwork, halves
from tests.builders.orders import CHOICES
from tests.builders.people import a_customer, enter
from tests.builders.production import a_colleague, a_work


@pytest.fixture
def anna(session):
    return a_customer(session)


@pytest.fixture
def colleague(client, session):
    made = a_colleague(session, Role.WORKSHOP, name="Griet")
    enter(client, session, made)
    return made


def test_a_customer_decides_nothing(client, session, anna):
    artwork = an_artwork(session, anna)
    enter(client, session, anna)

    assert client.get("/staff/artwork").status_code == 403
    assert client.post(f"/staff/artwork/{artwork.public_id}/approve").status_code == 403
    session.refresh(artwork)
    assert artwork.state is State.UPLOADED


@pytest.mark.usefixtures("colleague")
def test_what_waits_is_listed_with_its_picture_and_fineness(client, session, anna):
    waiting = an_artwork(session, anna)
    done = an_artwork(session, anna, image=halves((1, 1, 1)), state=State.APPROVED)
    session.commit()

    page = client.get("/staff/artwork").text

    assert f'src="/artwork/{waiting.public_id}.png"' in page
    assert "33 dpi" in page
    assert done.public_id not in page
    assert done.public_id in client.get("/staff/artwork?state=approved").text
    assert client.get("/staff/artwork?state=lost").status_code == 422


def test_a_colleague_approves(client, session, anna, colleague):
    artwork = an_artwork(session, anna)
    session.commit()

    answer = client.post(f"/staff/artwork/{artwork.public_id}/approve")

    session.refresh(artwork, ["state", "steps"])
    assert answer.location == "/staff/artwork"
    assert artwork.state is State.APPROVED
    assert [each.actor for each in artwork.steps] == [Actor.colleague(colleague.id)]
    assert "Griet" in client.get(f"/staff/artwork/{artwork.public_id}").text


@pytest.mark.usefixtures("colleague")
def test_refusing_takes_a_reason_which_the_customer_reads(client, session, anna):
    artwork = an_artwork(session, anna)
    session.commit()
    address = f"/staff/artwork/{artwork.public_id}"

    silent = client.post(f"{address}/refuse", data={"reason": "  "})
    session.refresh(artwork)
    assert silent.status_code == 422
    assert "Say why: the customer reads it." in silent.text
    assert artwork.state is State.UPLOADED

    client.post(f"{address}/refuse", data={"reason": "It shows a brand."})
    session.refresh(artwork, ["state", "steps"])
    assert (artwork.state, artwork.reason) == (State.REFUSED, "It shows a brand.")
    enter(client, session, anna)
    assert "It shows a brand." in client.get("/artwork").text


@pytest.mark.usefixtures("colleague")
@pytest.mark.parametrize(
    ("state", "word"),
    [
        (State.UPLOADED, "Waiting for approval"),
        (State.APPROVED, "Approved"),
    ],
)
def test_a_piece_shows_the_artwork_and_its_state(client, session, anna, state, word):
    artwork = an_artwork(session, anna, state=state)
    work = a_work(session, choices={**CHOICES, "artwork": artwork.public_id})
    session.commit()

    page = client.get(f"/staff/work/{work.public_id}").text

    section = page.partition('<h2 id="artwork">')[2].partition("</section>")[0]
    assert f'src="/artwork/{artwork.public_id}.png"' in section
    assert word in section


@pytest.mark.usefixtures("colleague")
def test_a_piece_says_that_its_artwork_is_gone_or_nothing(client, session):
    gone = a_work(session, choices={**CHOICES, "artwork": "gone"})
    session.commit()

    page = client.get(f"/staff/work/{gone.public_id}").text

    assert "was erased by its owner" in page
