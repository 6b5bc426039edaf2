"""Nothing is cut for a picture that nobody has approved."""

import pytest

from shop.artwork import service as artworks
from shop.artwork.rules import State
from shop.kernel.actors import Actor
from shop.production import queries, service
from shop.production.rules import MoveRefused, Stage
from tests.builders.artwork import an_artwork
from tests.builders.orders import CHOICES, NOW, a_person, a_roll
from tests.builders.production import a_colleague, a_work


def cut(session, work):
    by = Actor.colleague(a_colleague(session).id)
    service.move(session, work, to=Stage.CUT, seen=work.stage, actor=by, today=work.cut_on, now=NOW)


def a_printed_work(session, public_id):
    return a_work(session, choices={**CHOICES, "artwork": public_id})


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (State.UPLOADED, "waits for approval"),
        (State.REFUSED, "was refused"),
    ],
)
def test_the_cut_waits_for_the_artwork(session, state, why):
    artwork = an_artwork(session, a_person(session), state=state)
    work = a_printed_work(session, artwork.public_id)

    with pytest.raises(MoveRefused, match=why):
        cut(session, work)

    assert work.stage is Stage.QUEUED
    assert a_roll(session).left_mm == 30_000
    artworks.approve(artwork, actor=Actor.colleague(a_colleague(session).id), now=NOW)
    cut(session, work)
    assert work.stage is Stage.CUT


def test_an_erased_artwork_is_asked_about(session):
    work = a_printed_work(session, "gone")

    with pytest.raises(MoveRefused, match="was erased by its owner"):
        cut(session, work)

    assert queries.artwork_of(session, work) is None


def test_a_piece_without_a_picture_is_cut_as_ever(session):
    work = a_printed_work(session, "")

    cut(session, work)

    assert work.stage is Stage.CUT
