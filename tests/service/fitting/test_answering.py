from datetime import timedelta

import pytest
from sqlalchemy import event, func, select

from shop.fitting import people, queries, service
from shop.fitting.models import Answer
from shop.fitting.rules import FitAnswer, FitVerdict, Since
from shop.kernel.errors import NotFound, Refused
from shop.measurements import people as bodies_of
from shop.measurements import queries as measurements
from shop.measurements import service as bodies
from shop.measurements.models import CorrectionRow, Revision
from shop.measurements.rules import Decision, Layer, Measured, Source, Way
from shop.orders.rules import State
from shop.wardrobe import queries as wardrobe
from tests.builders.fitting import JULY, MAY, a_delivered_order, told, worn_body
from tests.builders.measurements import a_profile
from tests.builders.orders import a_person, an_order

LONG, TIGHT, RIGHT = FitVerdict.LONG, FitVerdict.TIGHT, FitVerdict.RIGHT


@pytest.fixture
def anna(session):
    return a_person(session)


@pytest.fixture
def profile(session, anna):
    body = worn_body(sleeve_cb=Source.ESTIMATE)
    return a_profile(session, person_id=anna.id, body=body, now=MAY - timedelta(days=30))


@pytest.fixture
def order(session, anna, profile):
    return a_delivered_order(session, anna, profile)


def taught_of(session, profile):
    """Return the corrections that the next garment is cut with."""
    return wardrobe.lessons_of(session, [profile.id])[profile.id].corrections


def fitted(session, order, *, person_id=None):
    return queries.fitted_of(
        session,
        person_id=person_id or order.person_id,
        order=order.public_id,
        line=order.lines[0].public_id,
        lock=True,
    )


def say(session, order, now=JULY, **points):
    service.answer(session, fitted(session, order), points, now=now)


def rows(session, profile, *decisions):
    return measurements.corrections_of(session, profile.id, *(decisions or Decision))


def accept(session, profile, now=JULY):
    [row] = rows(session, profile, Decision.OPEN)
    assert service.accept(session, row, profile, now=now)
    return row


def body_of(session, profile):
    return measurements.profile_of(
        session, person_id=profile.person_id, public_id=profile.public_id
    ).body


def test_a_garment_is_read_as_it_was_made(session, order):
    worn = fitted(session, order).worn

    sleeve = next(point for point in worn.points if point.code == "sleeve")
    assert (sleeve.of, sleeve.mm, sleeve.body_mm) == ("sleeve_cb", 860, 860)
    assert (sleeve.source, sleeve.per_mille) == (Source.SIZE, 1000)
    assert next(point for point in worn.points if point.code == "collar").per_mille == 1020
    assert worn.made_at == MAY


def test_an_answer_is_kept_and_proposes(session, order, profile):
    say(session, order, sleeve=told(LONG, 10))

    kept = session.scalars(select(Answer)).one()
    assert (kept.point, kept.said, kept.mm, kept.at) == ("sleeve", LONG, 10, JULY)
    assert (kept.since, kept.profile_id) == (Since.START, profile.id)
    [row] = rows(session, profile)
    assert (row.layer, row.point, row.mm, row.decision) == (
        Layer.BODY,
        "sleeve_cb",
        -10,
        Decision.OPEN,
    )
    assert row.reason.heard[0].line == order.lines[0].public_id


def test_the_same_answer_again_changes_nothing(session, order, profile):
    say(session, order, sleeve=told(LONG, 10))
    before = rows(session, profile)[0].public_id

    say(session, order, sleeve=told(LONG, 10), now=JULY + timedelta(minutes=1))

    assert [row.public_id for row in rows(session, profile)] == [before]
    assert session.scalars(select(Answer.at)).one() == JULY


def test_the_last_word_counts(session, order, profile):
    say(session, order, sleeve=told(LONG, 10))
    say(session, order, sleeve=told(LONG, 20))

    assert session.scalars(select(Answer.mm)).all() == [20]
    assert [row.mm for row in rows(session, profile)] == [-20]


def test_right_withdraws_what_was_open_and_confirms_the_guess(session, order, profile):
    say(session, order, sleeve=told(LONG, 10))
    say(session, order, sleeve=told(RIGHT))

    [row] = rows(session, profile)
    assert (row.point, row.mm, row.decision) == ("sleeve_cb", 0, Decision.OPEN)


def test_points_that_the_garment_lacks_are_left_out(session, order, profile):
    say(session, order, hood=told(TIGHT, 10))

    assert session.scalar(select(func.count()).select_from(Answer)) == 0
    assert rows(session, profile) == ()


def test_everything_fits_in_one_tap(session, order):
    service.answer_all_right(session, fitted(session, order), now=JULY)

    said = session.scalars(select(Answer.said)).all()
    assert said == [RIGHT] * 6


def test_accepting_a_body_writes_a_revision_once(session, order, profile):
    say(session, order, sleeve=told(LONG, 10))
    row = accept(session, profile)
    service.accept(session, row, profile, now=JULY + timedelta(minutes=1))

    assert body_of(session, profile)["sleeve_cb"] == Measured(
        mm=850, source=Source.GARMENT, low=840, high=860
    )
    ways = session.scalars(select(Revision.way).where(Revision.profile_id == profile.id)).all()
    assert ways == [Way.EDIT, Way.CORRECTION]
    assert (row.decision, row.decided_at) == (Decision.ACCEPTED, JULY)


def test_accepting_leaves_nothing_open_from_the_same_answer(session, order, profile):
    say(session, order, sleeve=told(LONG, 10), chest=told(TIGHT, 20))
    for row in rows(session, profile, Decision.OPEN):
        service.accept(session, row, profile, now=JULY)

    say(session, order, sleeve=told(LONG, 10), chest=told(TIGHT, 20))

    assert [row.decision for row in rows(session, profile)] == [Decision.ACCEPTED] * 2


def test_an_accepted_ease_is_taught_to_the_next_garment(session, order, profile):
    say(session, order, chest=told(TIGHT, 20))
    accept(session, profile)

    [correction] = taught_of(session, profile)
    assert (correction.layer, correction.garment, correction.point) == (
        Layer.EASE,
        "shirt",
        "chest",
    )
    assert (correction.mm, correction.reason) == (20, "after your shirt of 3 May")


def test_an_accepted_cut_holds_for_its_cloth(session, order, profile):
    say(session, order, chest=told(TIGHT, 20, since=Since.WASH))
    accept(session, profile)

    [correction] = taught_of(session, profile)
    assert (correction.layer, correction.cloth) == (Layer.CUT, "bengal-blue")


def test_declining_is_the_end_of_it_until_she_says_something_else(session, order, profile):
    say(session, order, chest=told(TIGHT, 20))
    [row] = rows(session, profile)
    service.decline(session, row, profile, now=JULY)
    say(session, order, chest=told(TIGHT, 20))

    assert [row.decision for row in rows(session, profile)] == [Decision.DECLINED]
    assert taught_of(session, profile) == ()

    say(session, order, chest=told(TIGHT, 30))
    assert [row.mm for row in rows(session, profile, Decision.OPEN)] == [30]


def test_a_proposal_that_time_overtook_is_withdrawn_when_accepted(session, order, profile):
    say(session, order, sleeve=told(LONG, 10))
    [row] = rows(session, profile)
    bodies.record(
        session, profile, now=JULY, body={"sleeve_cb": Measured(mm=840, source=Source.TAPE)}
    )

    assert not service.accept(session, row, profile, now=JULY)

    assert rows(session, profile) == ()
    assert body_of(session, profile)["sleeve_cb"].mm == 840


def test_two_kinds_replace_the_ease_of_one(session, anna, order, profile):
    say(session, order, chest=told(TIGHT, 20))
    first = accept(session, profile)
    jacket = a_delivered_order(session, anna, profile, garment="jacket", garment_name="Jacket")
    say(session, jacket, chest=told(TIGHT, 20))

    [row] = rows(session, profile, Decision.OPEN)
    assert (row.layer, row.point, row.mm) == (Layer.BODY, "chest", 20)
    service.accept(session, row, profile, now=JULY)

    session.refresh(first)
    assert first.decision is Decision.DECLINED
    assert body_of(session, profile)["chest"].mm == 1020
    assert rows(session, profile, Decision.OPEN) == ()


def test_a_garment_without_a_profile_is_heard_and_teaches_nothing(session, anna):
    order = a_delivered_order(session, anna, size="men-M")
    say(session, order, sleeve=told(LONG, 10))

    assert session.scalars(select(Answer.profile_id)).all() == [None]
    assert session.scalar(select(func.count()).select_from(CorrectionRow)) == 0


def test_another_persons_garment_does_not_exist(session, order):
    with pytest.raises(NotFound):
        fitted(session, order, person_id=a_person(session).id)


def test_nothing_can_be_said_before_it_is_delivered(session, anna):
    order = an_order(session, state=State.SHIPPED, person=anna)

    with pytest.raises(Refused, match="not delivered yet"):
        fitted(session, order)


def test_a_garment_is_kept_once(session, order, profile):
    for _n in range(2):
        service.keep(session, fitted(session, order), profile, name="Shirt of May", now=JULY)

    [kept] = wardrobe.kept_of(session, profile_id=profile.id, garment="shirt")
    assert (kept.line, kept.points["sleeve"]) == (order.lines[0].public_id, 860)


def test_everything_is_exported_and_goes_with_the_profile(session, anna, order, profile):
    say(session, order, sleeve=told(LONG, 10))

    said = people.export(session, anna.id)["fit_answers"]
    taught = bodies_of.export(session, anna.id)["corrections"]
    assert [(each["point"], each["mm"]) for each in said] == [("sleeve", 10)]
    assert [each["mm"] for each in taught] == [-10]

    bodies.erase(session, profile)
    assert people.export(session, anna.id) == {"fit_answers": []}
    assert bodies_of.export(session, anna.id)["corrections"] == []


def test_the_last_answer_is_the_one_that_is_read(session, order):
    say(session, order, sleeve=told(LONG, 10))

    assert fitted(session, order).worn.told == {"sleeve": FitAnswer(said=LONG, mm=10)}


def test_what_is_open_is_read_in_one_query(session, engine, order, profile):
    say(session, order, sleeve=told(LONG, 10), chest=told(TIGHT, 20))
    profile_id, asked = profile.id, []

    def count(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    found = queries.open_corrections(session, profile_id)
    event.remove(engine, "before_cursor_execute", count)

    assert (len(found), len(asked)) == (2, 1)
