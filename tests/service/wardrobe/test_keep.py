"""Keeping garments that fit: once, followed one at a time, gone with their profile."""

import pytest
from sqlalchemy.exc import IntegrityError

from shop.kernel.errors import NotFound
from shop.measurements import service as bodies
from shop.wardrobe import people, queries, service
from tests.builders.measurements import a_profile
from tests.builders.wardrobe import SHIRT_POINTS, a_kept_garment


def shirt_to_follow(session, profile_id):
    """Return the shirt that the next one follows."""
    return queries.lessons_of(session, [profile_id])[profile_id].follows.get("shirt")


def test_what_is_kept_hangs_in_the_wardrobe(session):
    profile = a_profile(session)

    row = a_kept_garment(session, profile=profile, name="My blue shirt")

    (found,) = queries.kept_of(session, profile_id=profile.id)
    assert (found.public_id, found.garment, found.fit) == (row.public_id, "shirt", "regular")
    assert (found.name, found.points, found.followed) == ("My blue shirt", SHIRT_POINTS, False)
    assert found.line is None


def test_the_newest_comes_first_and_kinds_are_told_apart(session):
    profile = a_profile(session)
    a_kept_garment(session, profile=profile, name="old")
    a_kept_garment(session, profile=profile, name="legs", garment="trousers")
    a_kept_garment(session, profile=profile, name="new")

    all_of_them = queries.kept_of(session, profile_id=profile.id)
    shirts = queries.kept_of(session, profile_id=profile.id, garment="shirt")

    assert [each.name for each in all_of_them] == ["new", "legs", "old"]
    assert [each.name for each in shirts] == ["new", "old"]


def test_a_double_click_keeps_one(session):
    profile = a_profile(session)

    first = a_kept_garment(session, profile=profile, once="same")
    second = a_kept_garment(session, profile=profile, once="same", name="again")

    assert second is first
    assert [each.name for each in queries.kept_of(session, profile_id=profile.id)] == [
        "My blue shirt"
    ]


def test_somebody_elses_token_is_no_token(session):
    first = a_kept_garment(session, once="same")

    second = a_kept_garment(session, once="same")

    assert second.id != first.id
    assert second.profile_id != first.profile_id


def test_a_garment_we_made_hangs_there_once(session):
    profile = a_profile(session)

    first = a_kept_garment(session, profile=profile, line="line-1")
    second = a_kept_garment(session, profile=profile, line="line-1")

    assert second is first


def test_nothing_is_followed_until_it_is_said(session):
    profile = a_profile(session)
    a_kept_garment(session, profile=profile)

    assert shirt_to_follow(session, profile.id) is None


def test_one_of_a_kind_is_followed(session):
    profile = a_profile(session)
    a_kept_garment(session, profile=profile, name="first", followed=True)
    a_kept_garment(session, profile=profile, name="legs", garment="trousers", followed=True)

    a_kept_garment(session, profile=profile, name="second", followed=True, points={"chest": 1100})

    follow = shirt_to_follow(session, profile.id)
    assert follow is not None
    assert (follow.name, follow.points) == ("second", {"chest": 1100})
    followed = {
        each.name: each.followed for each in queries.kept_of(session, profile_id=profile.id)
    }
    assert followed == {"first": False, "second": True, "legs": True}


def test_another_wearers_garment_stays_followed(session):
    other = a_kept_garment(session, followed=True)

    a_kept_garment(session, followed=True)

    assert shirt_to_follow(session, other.profile_id) is not None


def test_following_ends(session):
    row = a_kept_garment(session, followed=True)

    service.unfollow(row)

    assert shirt_to_follow(session, row.profile_id) is None


def test_a_garment_gets_another_name_and_never_none(session):
    row = a_kept_garment(session)

    service.rename(row, name="Linen")
    service.rename(row, name="")

    assert row.name == "Linen"


def test_what_is_removed_is_gone(session):
    row = a_kept_garment(session, followed=True)
    profile_id = row.profile_id

    service.remove(session, row)

    assert queries.kept_of(session, profile_id=profile_id) == []
    assert shirt_to_follow(session, profile_id) is None


def test_it_goes_with_its_profile(session):
    profile = a_profile(session)
    a_kept_garment(session, profile=profile, once="same")

    bodies.erase(session, profile)

    assert queries.find_by_once(session, "same") is None


def test_only_the_owner_finds_it(session):
    profile = a_profile(session)
    row = a_kept_garment(session, profile=profile)
    stranger = a_profile(session)

    def find(person_id, public_id):
        return queries.own_kept(
            session, person_id=person_id, profile=public_id, public_id=row.public_id, lock=True
        )

    assert find(profile.person_id, profile.public_id) is row
    for person_id, public_id in (
        (stranger.person_id, profile.public_id),
        (stranger.person_id, stranger.public_id),
        (None, profile.public_id),
    ):
        with pytest.raises(NotFound):
            find(person_id, public_id)


def test_the_export_names_all_of_it(session):
    profile = a_profile(session, name="Anna")
    a_kept_garment(session, profile=profile, followed=True)
    a_kept_garment(session)

    assert people.export(session, profile.person_id) == {
        "wardrobe": [
            {
                "profile": "Anna",
                "garment": "shirt",
                "fit": "regular",
                "name": "My blue shirt",
                "points_mm": SHIRT_POINTS,
                "followed": True,
                "line": None,
                "created_at": "2026-11-03T09:00:00+00:00",
            }
        ]
    }


def test_a_garment_of_nobody_is_not_tried_for_ever(session):
    profile = a_profile(session)
    session.delete(profile)
    session.flush()

    with pytest.raises(IntegrityError):
        a_kept_garment(session, profile=profile)
