"""A design keeps what it was; the gallery shows what was agreed to."""

from datetime import timedelta

import pytest

from shop.designs import queries, service
from shop.kernel.errors import NotFound
from tests.builders.catalogue import choices
from tests.builders.designs import LATER, SAVED_AT, a_design, again
from tests.builders.people import a_guest

SLIM, FULL = "cloth=blue-oxford fit=slim", "cloth=blue-oxford fit=full"


@pytest.fixture
def design(session):
    return a_design(session, a_guest(session), SLIM)


def kept(session, design):
    return [(each.no, each.choices["fit"]) for each in queries.versions(session, design)]


def test_a_new_design_has_one_version(session, design):
    [first] = queries.versions(session, design)

    assert (first.no, first.digest, first.saved_at) == (1, design.digest, SAVED_AT)
    assert first.choices == design.choices == choices(SLIM)
    assert design.no == 1


def test_a_newer_version_stands_in_the_design_and_the_older_stays(session, design):
    assert again(session, design, FULL) is design

    assert (design.no, design.choices["fit"], design.digest) == (2, "full", "e" * 64)
    assert design.saved_at == LATER
    assert kept(session, design) == [(2, "full"), (1, "slim")]


def test_the_same_choices_again_are_nothing_new(session, design):
    again(session, design, SLIM)

    assert (design.no, design.saved_at) == (1, SAVED_AT)
    assert kept(session, design) == [(1, "slim")]


def test_the_same_form_twice_is_one_version(session, design):
    again(session, design, FULL, once="form")
    again(session, design, SLIM)
    again(session, design, FULL, once="form")

    assert kept(session, design) == [(3, "slim"), (2, "full"), (1, "slim")]
    assert design.choices["fit"] == "slim"


def test_a_form_may_make_a_version_and_then_a_design(session, design):
    again(session, design, FULL, once="form")

    other = a_design(session, a_guest(session), once="form")

    assert other.no == 1
    assert kept(session, design) == [(2, "full"), (1, "slim")]


def test_an_older_version_becomes_the_newest_as_one_more(session, design):
    again(session, design, FULL)

    service.restore(session, design, no=1, now=LATER + timedelta(days=1))
    service.restore(session, design, no=1, now=LATER + timedelta(days=2))

    assert kept(session, design) == [(3, "slim"), (2, "full"), (1, "slim")]
    assert (design.choices, design.digest) == (choices(SLIM), "d" * 64)


@pytest.mark.parametrize("no", [0, -1, 2])
def test_a_version_that_never_was_restores_nothing(session, design, no):
    with pytest.raises(NotFound, match="no such version"):
        service.restore(session, design, no=no, now=LATER)

    assert kept(session, design) == [(1, "slim")]


def test_the_gallery_shows_the_version_that_was_published(session, design):
    service.publish(design, now=SAVED_AT)
    again(session, design, FULL)

    [shown] = queries.published(session)
    assert (shown.no, shown.choices["fit"], shown.digest) == (1, "slim", "d" * 64)
    assert (shown.public_id, shown.name) == (design.public_id, "Sunday")
    assert queries.shared(session, design.public_id).no == 1
    assert design.choices["fit"] == "full"

    service.publish(design, now=LATER)
    assert [each.choices["fit"] for each in queries.published(session)] == ["full"]
    assert design.published_at == SAVED_AT


def test_what_is_looked_at_is_never_kept(session, design):
    service.publish(design, now=SAVED_AT)
    again(session, design, FULL)
    queries.published(session)

    session.flush()

    assert [each.public_id for each in queries.designs_of(session, design.person_id)] == [
        design.public_id
    ]


def test_only_the_version_in_the_gallery_shows_what_it_has(session, design):
    service.publish(design, now=SAVED_AT)
    again(session, design, FULL)

    assert queries.published_with(session, "fit", {"slim"}) == {"slim"}
    assert queries.published_with(session, "fit", {"full"}) == set()

    service.withdraw(design)
    assert queries.published_with(session, "fit", {"slim"}) == set()


def test_a_design_behind_its_link_is_the_newest_while_nothing_is_published(session, design):
    again(session, design, FULL)
    assert queries.shared(session, design.public_id).no == 2

    service.publish(design, no=1, now=LATER)
    assert queries.shared(session, design.public_id).no == 1

    service.withdraw(design)
    assert queries.shared(session, design.public_id).no == 2


def test_versions_go_with_their_design(session, design):
    other = a_design(session, a_guest(session))
    again(session, design, FULL)

    service.remove(session, design)
    session.flush()

    assert queries.versions(session, design) == []
    assert kept(session, other) == [(1, "slim")]
