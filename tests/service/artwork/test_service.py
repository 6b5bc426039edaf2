"""Artworks: kept once, decided, handed over, erased with their pixels."""

import pytest
from sqlalchemy import func, select

from shop.accounts import service as accounts
from shop.artwork import people, queries, rules, service
from shop.artwork.models import Artwork
from shop.artwork.rules import State
from shop.infra.holders import Leaving
from shop.infra.jobs import work_off
from shop.infra.store import store
from shop.kernel.actors import Actor
from shop.kernel.errors import NotFound
from tests.builders.artwork import an_artwork, halves, opened, saved
from tests.builders.orders import NOW
from tests.builders.people import a_customer, a_guest


@pytest.fixture
def anna(session):
    return a_customer(session)


def count(session):
    return session.scalar(select(func.count()).select_from(Artwork))


def test_an_artwork_waits_and_its_pixels_lie_under_their_own_hash(session, anna):
    artwork = an_artwork(session, anna)

    assert artwork.state is State.UPLOADED
    assert (artwork.width_px, artwork.height_px, artwork.dpi) == (400, 300, 33)
    assert artwork.warning.startswith("At print size")
    assert store().has(f"artwork/{artwork.sha256}.png")
    assert opened(queries.whole(artwork.sha256)).size == (400, 300)
    assert opened(queries.small(artwork.sha256)).size == (400, 300)


def test_the_same_picture_twice_is_one_artwork(session, anna):
    assert an_artwork(session, anna) is an_artwork(session, anna)

    assert count(session) == 1


def test_two_clicks_on_one_form_are_one_artwork_each_for_two_people(session, anna):
    picture = rules.read(saved(halves()))
    facts = {"picture": picture, "once": "one-form", "now": NOW}
    berta = a_customer(session, "berta@example.com")

    mine = service.upload(session, person_id=anna.id, **facts)
    hers = service.upload(session, person_id=berta.id, **facts)

    assert mine.public_id != hers.public_id
    assert [each.public_id for each in queries.artworks_of(session, berta.id)] == [hers.public_id]


def test_nobody_else_finds_it(session, anna):
    artwork = an_artwork(session, anna)
    berta = a_customer(session, "berta@example.com")

    for stranger in (berta.id, None):
        with pytest.raises(NotFound, match="no such artwork"):
            queries.artwork_of(session, person_id=stranger, public_id=artwork.public_id)
    assert queries.artwork_of(session, person_id=anna.id, public_id=artwork.public_id) is artwork


def test_a_decision_says_who_when_and_why(session, anna):
    artwork = an_artwork(session, anna)
    by = Actor.colleague(a_customer(session, "berta@example.com").id)

    service.refuse(artwork, reason="It belongs to a film.", actor=by, now=NOW)
    service.refuse(artwork, reason="Again.", actor=Actor.colleague(anna.id), now=NOW)

    assert artwork.state is State.REFUSED
    assert (artwork.decision.actor, artwork.decision.at) == (by, NOW)
    assert artwork.reason == "It belongs to a film."

    service.approve(artwork, actor=by, now=NOW)
    assert (artwork.state, artwork.reason) == (State.APPROVED, "")
    assert [each.after for each in artwork.steps] == [State.REFUSED, State.APPROVED]


def test_the_longest_waiting_is_looked_at_first(session, anna):
    first = an_artwork(session, anna)
    second = an_artwork(session, anna, image=halves((0, 0, 0)))
    decided = an_artwork(session, anna, image=halves((9, 9, 9)), state=State.APPROVED)

    assert queries.in_state(session, State.UPLOADED) == [first, second]
    assert queries.in_state(session, State.APPROVED) == [decided]


def test_what_a_guest_sent_is_hers_when_she_has_a_name(session, anna):
    guest = a_guest(session)
    artwork = an_artwork(session, guest)

    accounts.join(session, guest=guest, person=anna, now=NOW)

    assert [each.public_id for each in queries.artworks_of(session, anna.id)] == [artwork.public_id]
    assert queries.artworks_of(session, guest.id) == []


def test_an_erased_artwork_takes_its_pixels_along(session, anna):
    artwork = an_artwork(session, anna)
    whole, small = queries.keys(artwork.sha256)

    people.forget(session, Leaving(person_id=anna.id, now=NOW))
    session.commit()
    work_off()

    assert count(session) == 0
    assert not store().has(whole)
    assert not store().has(small)
    with pytest.raises(NotFound, match="not there any more"):
        queries.whole(artwork.sha256)


def test_pixels_that_somebody_else_sent_too_stay(session, anna):
    artwork = an_artwork(session, anna)
    berta = a_customer(session, "berta@example.com")
    an_artwork(session, berta)

    service.erase(session, artwork)
    session.commit()
    work_off()

    assert store().has(queries.keys(artwork.sha256)[0])
    assert len(queries.artworks_of(session, berta.id)) == 1


def test_the_export_names_every_artwork(session, anna):
    artwork = an_artwork(session, anna, state=State.REFUSED, reason="Too soft.")
    decision = {"before": "uploaded", "after": "refused", "at": "2026-11-23T09:00:00+00:00"}

    assert people.export(session, anna.id) == {
        "artworks": [
            {
                "picture": f"/artwork/{artwork.public_id}.png",
                "width_px": 400,
                "height_px": 300,
                "state": "refused",
                "created_at": "2026-11-23T09:00:00+00:00",
                "decisions": [{**decision, "reason": "Too soft."}],
            }
        ],
        "artwork_decisions": [decision],
    }
