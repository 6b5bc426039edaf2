"""Who will wear it, and how her garments are cut."""

import pytest

from shop.configurator.queries import wearers
from shop.designs.rules import Configuration
from shop.kernel import ids
from shop.measurements import service as bodies
from shop.measurements.models import CorrectionRow
from shop.measurements.rules import (
    AS_CUT,
    Closeness,
    Decision,
    Layer,
    Reason,
    Shoulders,
    Source,
    Stance,
    Why,
)
from tests.builders.bags import MONDAY, a_screen, a_state
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import a_body, a_profile
from tests.builders.wardrobe import a_kept_garment

MEASURES = {
    "neck": 390, "chest": 1015, "waist": 880, "seat": 1020, "shoulder_width": 410,
    "shoulder_length": 155, "arm_length": 610, "biceps": 340, "forearm": 285, "wrist": 175,
    "back_length": 470,
}  # fmt: skip


@pytest.fixture
def profile(session):
    return a_profile(session, body=a_body(**MEASURES))


def who(session, profile, garment="shirt"):
    return wearer(session, profile.public_id, person_id=profile.person_id, garment=garment)


def wearer(session, code, *, person_id, garment):
    asked = Configuration(garment=garment, choices={}, wearer=code)
    return wearers(session, [asked], person_id=person_id).get((code, garment))


def taught(session, profile, decision, **facts):
    reason = Reason(why=Why.WORN, heard=(), was_mm=1091)
    usual = {"layer": Layer.EASE, "garment": "shirt", "point": "chest", "cloth": "", "mm": -12}
    row = CorrectionRow(
        public_id=ids.public_id(),
        profile_id=profile.id,
        reason=reason,
        decision=decision,
        proposed_at=MONDAY,
        **{**usual, **facts},
    )
    session.add(row)
    session.flush()


def chest(session, profile, garment="shirt"):
    screen = a_screen(
        session, a_state(wearer=profile.public_id, garment=garment), person_id=profile.person_id
    )
    return next(each for each in screen.garment.finished if each.code == "chest")


def test_a_standard_size_is_cut_as_the_house_cuts(session):
    found = wearer(session, "men-M", person_id=None, garment="shirt")

    assert (found.tuning, found.profile) == (AS_CUT, None)


def test_what_she_wishes_and_how_she_stands_go_with_her(session, profile):
    profile.closeness, profile.shoulders = Closeness.LOOSER, Shoulders.SQUARE
    profile.stance = Stance.STOOPING
    session.flush()

    tuning = who(session, profile).tuning

    assert (tuning.closeness, tuning.shoulders, tuning.stance) == (
        Closeness.LOOSER,
        Shoulders.SQUARE,
        Stance.STOOPING,
    )


def test_only_what_she_accepted_of_her_garments_is_cut(session, profile):
    load_catalogue(session)
    before = chest(session, profile).mm
    for decision in (Decision.OPEN, Decision.DECLINED):
        taught(session, profile, decision)
    assert chest(session, profile).mm == before

    taught(session, profile, Decision.ACCEPTED)

    assert chest(session, profile).mm == before - 12


def test_the_garment_she_follows_is_of_this_kind_and_of_this_profile(session, profile):
    a_kept_garment(session, profile=profile, garment="jacket", followed=True)
    a_kept_garment(session, followed=True)
    assert who(session, profile).tuning.follow is None

    a_kept_garment(session, profile=profile, followed=True, name="Blue", points={"chest": 1071})

    assert who(session, profile).tuning.follow.points == {"chest": 1071}
    assert who(session, profile, "trousers").tuning.follow is None


def test_a_value_is_measured_where_it_was_only_estimated(session, profile):
    bodies.record(session, profile, body=a_body(Source.ESTIMATE, chest=1000), now=MONDAY)
    load_catalogue(session)

    assert chest(session, profile).is_guess
    bodies.record(session, profile, body=a_body(chest=1000), now=MONDAY)
    assert not chest(session, profile).is_guess
