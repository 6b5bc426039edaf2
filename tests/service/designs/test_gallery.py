"""The gallery, page by page."""

from datetime import timedelta

import pytest

from shop.designs import queries, service
from tests.builders.designs import SAVED_AT, a_design
from tests.builders.people import a_guest


@pytest.fixture
def hung(session):
    """Five designs; the second and the third were published in the same moment."""
    guest = a_guest(session)
    for n, minute in enumerate((0, 1, 1, 2, 3)):
        garment = "dress" if n == 4 else "shirt"
        design = a_design(session, guest, name=str(n), garment=garment)
        service.publish(design, now=SAVED_AT + timedelta(minutes=minute))
    return guest


def names(found):
    return [each.name for each in found]


def pages(session, *, size, garment=None):
    """Turn the pages as a browser does, until there are no more; return all names."""
    found, before = [], None
    while batch := queries.published(session, garment=garment, limit=size, before=before):
        found += names(batch)
        before = queries.place_of(batch[-1])
    return found


@pytest.mark.usefixtures("hung")
def test_pages_hold_every_design_once_and_the_newest_first(session):
    every = names(queries.published(session))

    assert (every[:2], sorted(every[2:4]), every[4]) == (["4", "3"], ["1", "2"], "0")
    for size in range(1, 6):
        assert pages(session, size=size) == every


@pytest.mark.usefixtures("hung")
def test_the_gallery_of_one_garment(session):
    assert names(queries.published(session, garment="dress")) == ["4"]
    assert len(queries.published(session, garment="shirt")) == 4
    assert queries.published(session, garment="cape") == []
    assert len(pages(session, size=2, garment="shirt")) == 4


def test_a_page_stays_when_newer_designs_are_shown_and_its_last_is_taken_down(session, hung):
    first = queries.published(session, limit=2)
    before, rest = queries.place_of(first[-1]), names(queries.published(session))[2:]

    service.publish(a_design(session, hung, name="new"), now=SAVED_AT + timedelta(days=1))
    service.withdraw(first[-1])

    assert names(queries.published(session, before=before)) == rest


def test_a_private_design_has_no_place(session):
    assert queries.place_of(a_design(session, a_guest(session))) is None
