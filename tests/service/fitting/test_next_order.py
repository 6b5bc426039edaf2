"""The loop, whole: a shirt of the real catalogue, what was said of it, and the next one."""

from datetime import timedelta

import pytest

from shop.fitting import queries, service
from shop.fitting.rules import FitAnswer, FitVerdict, Since
from shop.measurements import queries as measurements
from shop.measurements.rules import KEYS, Decision, Measured, Source
from shop.wardrobe import queries as wardrobes
from shop.wardrobe import service as wardrobe
from tests.builders.bags import MONDAY, a_screen, a_state, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue
from tests.builders.fitting import deliver
from tests.builders.measurements import a_profile
from tests.builders.people import a_customer

AROUND = {"neck": 390, "chest": 1000, "waist": 860, "seat": 1000, "biceps": 330, "forearm": 280,
          "wrist": 170}  # fmt: skip
WASH, START = Since.WASH, Since.START
LATER = MONDAY.replace(year=2027)


@pytest.fixture
def anna(session):
    load_catalogue(session)
    return a_customer(session)


@pytest.fixture
def profile(session, anna):
    lengths = {"shoulder_width": 410, "shoulder_length": 140, "arm_length": 600, "back_length": 450}
    body = {key: Measured(mm=mm, source=Source.TAPE) for key, mm in {**AROUND, **lengths}.items()}
    body["arm_length"] = Measured(mm=600, source=Source.ESTIMATE, low=570, high=630)
    return a_profile(session, person_id=anna.id, body={k: body[k] for k in KEYS if k in body})


@pytest.fixture
def order(session, anna, profile):
    return a_shirt_delivered(session, anna, profile)


def a_shirt_delivered(session, anna, profile):
    in_bag(session, anna, a_state(wearer=profile.public_id))
    order = ordered(session, anna)
    pay(session, order)
    deliver(session, order, at=MONDAY)
    return order


def accepts(session, order, profile, **told):
    garment = queries.fitted_of(
        session,
        person_id=order.person_id,
        order=order.public_id,
        line=order.lines[0].public_id,
        lock=True,
    )
    service.answer(session, garment, told, now=LATER)
    for row in measurements.corrections_of(session, profile.id, Decision.OPEN):
        assert service.accept(session, row, profile, now=LATER)


def next_shirt(session, anna, profile, **choices):
    state = a_state(wearer=profile.public_id, **choices)
    return {
        each.code: each for each in a_screen(session, state, person_id=anna.id).garment.finished
    }


def changes(session, anna, profile, order, **choices):
    before = {each.code: each.mm for each in order.lines[0].finished}
    after = next_shirt(session, anna, profile, **choices)
    return {code: after[code].mm - mm for code, mm in before.items() if after[code].mm != mm}


def test_a_corrected_body_makes_the_next_sleeve_shorter(session, anna, profile, order):
    accepts(session, order, profile, sleeve=FitAnswer(said=FitVerdict.LONG, mm=10))

    assert changes(session, anna, profile, order) == {"sleeve": -10}
    assert next_shirt(session, anna, profile)["sleeve"].source == "garment"


def test_a_corrected_ease_makes_the_next_chest_wider_and_says_why(session, anna, profile, order):
    accepts(session, order, profile, chest=FitAnswer(said=FitVerdict.TIGHT, mm=20))

    assert changes(session, anna, profile, order) == {"chest": 20}
    last = next_shirt(session, anna, profile)["chest"].ease_parts[-1]
    assert (last.mm, last.words) == (20, "after your shirt of 23 Nov")


def test_a_corrected_cut_changes_no_finished_measure_and_only_this_cloth(
    session, anna, profile, order
):
    before = next_shirt(session, anna, profile)["sleeve"].cut_mm
    elsewhere = next_shirt(session, anna, profile, cloth="white-poplin")["sleeve"].cut_mm

    accepts(session, order, profile, sleeve=FitAnswer(said=FitVerdict.SHORT, since=WASH, mm=10))

    assert changes(session, anna, profile, order) == {}
    assert next_shirt(session, anna, profile)["sleeve"].cut_mm == before + 10
    other = next_shirt(session, anna, profile, cloth="white-poplin")["sleeve"]
    assert other.cut_mm == elsewhere


def test_a_declined_correction_changes_nothing(session, anna, profile, order):
    garment = queries.fitted_of(
        session, person_id=anna.id, order=order.public_id, line=order.lines[0].public_id, lock=True
    )
    service.answer(session, garment, {"chest": FitAnswer(said=FitVerdict.TIGHT, mm=20)}, now=LATER)
    [row] = measurements.corrections_of(session, profile.id, Decision.OPEN)
    service.decline(session, row, profile, now=LATER)

    assert changes(session, anna, profile, order) == {}


def test_a_shirt_made_like_another_is_put_right_and_the_other_stays(session, anna, profile):
    points = {"sleeve": 650, "chest": 1100}
    wardrobe.keep(
        session,
        profile_id=profile.id,
        garment="shirt",
        fit="regular",
        name="Blue shirt",
        points=points,
        followed=True,
        line=None,
        once="blue",
        now=MONDAY,
    )
    order = a_shirt_delivered(session, anna, profile)

    accepts(
        session,
        order,
        profile,
        sleeve=FitAnswer(said=FitVerdict.LONG, mm=10),
        chest=FitAnswer(said=FitVerdict.TIGHT, mm=20),
    )

    assert changes(session, anna, profile, order) == {"sleeve": -10, "chest": 20}
    kept = wardrobes.kept_of(session, profile_id=profile.id, garment="shirt")
    assert [(each.name, each.followed) for each in kept] == [
        ("Blue shirt, put right", True),
        ("Blue shirt", False),
    ]
    assert kept[1].points == points


def test_a_second_shirt_made_with_the_correction_is_judged_as_it_is(session, anna, profile, order):
    accepts(session, order, profile, chest=FitAnswer(said=FitVerdict.TIGHT, mm=20))
    second = a_shirt_delivered(session, anna, profile)
    second.lines[0].confirmed_at = LATER + timedelta(days=1)
    accepts(session, second, profile, chest=FitAnswer(said=FitVerdict.RIGHT))

    assert changes(session, anna, profile, order) == {"chest": 20}
