from datetime import UTC, datetime, timedelta

import pytest

from shop.designs import people, queries, service
from shop.kernel.errors import NotFound
from tests.builders.people import a_guest

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CHOICES = {"cloth": "blue-oxford", "fit": "slim"}


def save(session, person, *, name="Sunday", once="once"):
    return service.save(
        session,
        person_id=person.id,
        garment="shirt",
        digest="d" * 64,
        choices=CHOICES,
        name=name,
        once=once,
        now=NOW,
    )


@pytest.fixture
def guest(session):
    return a_guest(session)


def test_a_design_is_kept_under_a_name(session, guest):
    design = save(session, guest)

    assert queries.designs_of(session, guest.id) == [design]
    assert (design.name, design.choices, design.published_at) == ("Sunday", CHOICES, None)


def test_the_same_form_twice_keeps_one(session, guest):
    assert save(session, guest) is save(session, guest, name="Monday")
    assert [d.name for d in queries.designs_of(session, guest.id)] == ["Sunday"]


def test_anothers_once_keeps_ones_own(session, guest):
    other = a_guest(session)

    assert save(session, guest).public_id != save(session, other).public_id
    assert len(queries.designs_of(session, guest.id)) == 1
    assert len(queries.designs_of(session, other.id)) == 1


def test_what_is_kept_does_not_follow_the_caller(session, guest):
    chosen = dict(CHOICES)
    design = service.save(
        session,
        person_id=guest.id,
        garment="shirt",
        digest="d",
        choices=chosen,
        name="A",
        once="o",
        now=NOW,
    )

    chosen["fit"] = "relaxed"

    assert design.choices["fit"] == "slim"


def test_a_design_is_renamed_shown_and_taken_down(session, guest):
    design = save(session, guest)

    service.rename(design, name="Monday")
    service.publish(design, now=NOW)
    service.publish(design, now=NOW + timedelta(days=1))
    assert [d.name for d in queries.published(session)] == ["Monday"]
    assert design.published_at == NOW

    service.withdraw(design)
    service.withdraw(design)
    assert queries.published(session) == []


def test_the_gallery_shows_the_newest_first_and_not_all(session, guest):
    for day in range(3):
        service.publish(
            save(session, guest, name=str(day), once=str(day)), now=NOW + timedelta(days=day)
        )

    assert [d.name for d in queries.published(session, limit=2)] == ["2", "1"]


def test_who_has_the_link_may_look_and_only_the_owner_may_touch(session, guest):
    design, other = save(session, guest), a_guest(session)

    assert queries.shared(session, design.public_id) is design
    for person in (other.id, None):
        with pytest.raises(NotFound):
            queries.design_of(session, person_id=person, public_id=design.public_id)


def test_a_removed_design_is_gone(session, guest):
    design = save(session, guest)

    service.remove(session, design)

    with pytest.raises(NotFound, match="taken it down"):
        queries.shared(session, design.public_id)


def test_designs_go_where_their_owner_goes(session, guest):
    design, anna = save(session, guest), a_guest(session)

    people.hand_over(session, guest_id=guest.id, person_id=anna.id)
    session.expire_all()

    assert queries.designs_of(session, anna.id) == [design]
    assert queries.designs_of(session, guest.id) == []
