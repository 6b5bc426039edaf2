"""A design made from another keeps its parent."""

import pytest

from shop.designs import queries, service
from tests.builders.designs import SAVED_AT, a_design
from tests.builders.people import a_guest


@pytest.fixture
def owner(session):
    return a_guest(session)


@pytest.fixture
def parent(session, owner):
    return a_design(session, owner, name="First")


@pytest.fixture
def child(session, parent):
    return a_design(session, a_guest(session), parent=parent.public_id)


def test_the_parent_is_kept_with_its_name(parent, child):
    assert (child.parent_id, child.parent_name) == (parent.id, "First")


@pytest.mark.parametrize("parent", ["", "nowhere"])
def test_a_design_from_nothing_has_no_parent(session, owner, parent):
    design = a_design(session, owner, parent=parent)

    assert (design.parent_id, design.parent_name) == (None, "")


def test_another_garment_is_no_parent(session, owner, parent):
    design = a_design(session, owner, garment="dress", parent=parent.public_id)

    assert (design.parent_id, design.parent_name) == (None, "")


def test_the_parent_is_shown_to_who_may_see_it(session, owner, parent, child):
    def seen_by(person_id):
        return queries.parent(session, child, person_id=person_id)

    assert seen_by(owner.id) is parent
    assert [seen_by(who) for who in (child.person_id, None)] == [None, None]

    service.publish(parent, now=SAVED_AT)
    assert [seen_by(who) for who in (owner.id, child.person_id, None)] == [parent] * 3


def test_a_parent_that_is_gone_leaves_its_name(session, parent, child):
    service.remove(session, parent)
    session.flush()
    session.expire_all()

    assert (child.parent_id, child.parent_name) == (None, "First")
    assert queries.parent(session, child, person_id=child.person_id) is None


def test_a_withdrawn_parent_takes_nothing_along(session, parent, child):
    service.publish(parent, now=SAVED_AT)
    service.publish(child, now=SAVED_AT)

    service.withdraw(parent)

    assert queries.published(session) == [child]
    assert child.parent_id == parent.id


def test_only_what_hangs_in_the_gallery_is_counted(session, parent, child):
    assert queries.remixes(session, parent) == 0

    service.publish(child, now=SAVED_AT)
    assert queries.remixes(session, parent) == 1
    assert queries.remixes(session, child) == 0
