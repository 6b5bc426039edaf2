"""Two tabs deciding at once on what a garment teaches."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from shop.infra import db
from shop.measurements.models import CorrectionRow, Measurement, Revision
from shop.measurements.rules import Decision, Source
from tests.builders.fitting import MAY, a_delivered_order, worn_body
from tests.builders.measurements import a_profile
from tests.builders.people import a_customer, enter
from tests.builders.races import at_once, twin_of

LONG_SLEEVE = {"unit": "cm", "said-sleeve": "long", "much-sleeve": "clearly",
               "since-sleeve": "start"}  # fmt: skip


@pytest.fixture
def tabs(apart):
    """Two tabs of somebody whose sleeves came too long, for an arm that was guessed."""
    one = apart.test_client()
    with db.work() as session:
        anna = a_customer(session)
        profile = a_profile(
            session,
            person_id=anna.id,
            body=worn_body(sleeve_cb=Source.ESTIMATE),
            now=MAY - timedelta(days=30),
        )
        order = a_delivered_order(session, anna, profile)
        enter(one, session, anna)
        url = f"/orders/{order.public_id}/fit/{order.lines[0].public_id}"
    return one, twin_of(one), url


def the_only(table, session):
    [row] = session.scalars(select(table))
    return row


def arm_mm(session):
    told = select(Measurement.amount).where(Measurement.key == "sleeve_cb")
    return session.scalars(told.order_by(Measurement.revision.desc())).first()


def test_the_same_answer_in_two_tabs_is_one_proposal(tabs):
    one, other, url = tabs

    answers = at_once(*(lambda b=b: b.post(url, data=LONG_SLEEVE) for b in (one, other)))

    assert [answer.status_code for answer in answers] == [303, 303]
    with db.look() as session:
        assert the_only(CorrectionRow, session).decision is Decision.OPEN


def test_a_correction_accepted_in_two_tabs_is_taken_once(tabs):
    one, other, url = tabs
    one.post(url, data=LONG_SLEEVE)
    with db.look() as session:
        sent = {"correction": the_only(CorrectionRow, session).public_id}
        before, revisions = arm_mm(session), session.scalar(count(Revision))

    answers = at_once(*(lambda b=b: b.post("/corrections/accept", data=sent) for b in (one, other)))

    assert [answer.status_code for answer in answers] == [303, 303]
    with db.look() as session:
        assert the_only(CorrectionRow, session).decision is Decision.ACCEPTED
        assert arm_mm(session) == before - 10
        assert session.scalar(count(Revision)) == revisions + 1


def count(table):
    return select(func.count()).select_from(table)
