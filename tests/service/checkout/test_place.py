"""Placing an order: everything or nothing."""

from datetime import date

import pytest
from sqlalchemy import func, select

from shop.cart.models import BagLine
from shop.checkout import rules, service
from shop.kernel.actors import NOBODY
from shop.measurements.rules import Measured, Shoulders, Source
from shop.orders.models import Order, OrderLine
from shop.orders.rules import BodyValue, State
from shop.payments import queries as payments
from shop.payments.models import Payment
from shop.payments.rules import PaymentState
from shop.promises import queries as promises
from shop.stock.service import ClothSoldOut
from tests.builders.bags import (
    ADDRESS,
    MONDAY,
    a_state,
    held_mm,
    in_bag,
    leave,
    ordered,
    pay,
    the_bag,
)
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import a_body, a_profile
from tests.builders.people import a_guest


@pytest.fixture
def guest(session):
    load_catalogue(session)
    return a_guest(session)


def traces(session):
    """What an order leaves behind: orders, payments, cloth, work, lines still in the bag."""
    session.expire_all()
    counted = [session.scalar(select(func.count()).select_from(t)) for t in (Order, Payment)]
    waiting = session.scalar(
        select(func.count()).select_from(BagLine).where(BagLine.taken_by.is_(None))
    )
    return (*counted, held_mm(session), promises.waiting_minutes(session), waiting)


def test_an_order_is_what_was_shown(session, guest):
    line = in_bag(session, guest, note="Please press it well.")
    shown = the_bag(session, guest).lines[0].garment

    order = ordered(session, guest)

    kept = order.lines[0]
    assert order.state is State.PLACED
    assert order.number == f"T-2026-{order.id:05d}"
    assert kept.public_id == line.public_id
    assert kept.sentence == shown.sentence
    assert kept.choices == dict(shown.whole)
    assert kept.price_minor == shown.quote.total.minor
    assert kept.quote == shown.quote
    assert kept.finished == shown.finished == line.finished
    assert kept.digest == shown.model.digest
    assert kept.cloth.code == "blue-oxford"
    assert kept.cloth.price_per_metre_minor == shown.cloth.price_per_metre_minor
    assert (kept.made_for, kept.size, kept.profile_id) == (shown.wearer.label, "men-M", None)
    assert kept.note == "Please press it well."
    assert kept.confirmed_at == MONDAY


def test_only_the_measures_that_the_garment_is_made_from_are_kept(session, guest):
    in_bag(session, guest)

    kept = ordered(session, guest).lines[0]

    assert set(kept.body.values) == {point.body_key for point in kept.finished}
    assert "calf" not in kept.body.values


def test_the_cloth_is_held_and_the_work_promised(session, guest):
    in_bag(session, guest)

    kept = ordered(session, guest).lines[0]

    assert held_mm(session) == kept.cloth_mm
    assert promises.waiting_minutes(session) == kept.minutes


def test_the_total_is_its_lines_and_the_parcel(session, guest):
    in_bag(session, guest)
    bag = the_bag(session, guest)

    order = ordered(session, guest)

    assert order.total_minor == bag.total.minor + 690
    assert order.shipping_minor == 690
    assert order.tax_minor == service.offer(bag, rules.SHIPPING_METHODS[0]).tax.minor


def test_two_shirts_travel_free_by_parcel_and_not_by_express(session, guest):
    in_bag(session, guest)
    in_bag(session, guest)
    bag = the_bag(session, guest)

    offers = [service.offer(bag, method) for method in rules.SHIPPING_METHODS]

    assert [offer.shipping.minor for offer in offers] == [0, 1490]
    assert offers[1].promise.arrives_on < offers[0].promise.arrives_on


def test_the_payment_asks_for_the_same_total_line_by_line(session, guest):
    in_bag(session, guest)
    order = ordered(session, guest)

    payment = payments.latest(session, order.public_id)

    assert (payment.state, payment.amount) == (PaymentState.OPEN, order.total)
    assert [(line.name, line.amount.minor) for line in payment.lines] == [
        (order.lines[0].sentence, order.lines[0].price_minor),
        ("Shipping", 690),
    ]
    assert payment.description == order.number


def test_the_bag_is_empty_afterwards(session, guest):
    in_bag(session, guest)

    ordered(session, guest)

    assert the_bag(session, guest).lines == ()


def test_what_was_told_is_kept_with_the_day_of_the_cut(session, guest):
    in_bag(session, guest)

    order = ordered(session, guest)

    assert order.cut_on == date(2026, 11, 24)
    assert "not before Tue 24 November" in order.disclosures["change"]
    assert order.disclosures["withdrawal"].startswith("Made in a standard size")
    assert order.lines[0].returnable


def test_a_monogram_takes_the_right_of_withdrawal(session, guest):
    in_bag(session, guest, a_state(**{"monogram": "chest", "monogram-text": "AV"}))

    assert not ordered(session, guest).lines[0].returnable


def test_sold_out_meanwhile_changes_nothing(session, guest):
    in_bag(session, guest)
    bag = the_bag(session, guest)
    seen = service.offer(bag, rules.SHIPPING_METHODS[0]).total.minor
    leave(session, 1000)
    session.commit()
    before = traces(session)

    with pytest.raises(ClothSoldOut, match="Blue Oxford has just sold out"):
        service.place(
            session,
            bag,
            person_id=guest.id,
            email="g@example.com",
            address=ADDRESS,
            method=rules.SHIPPING_METHODS[0],
            seen_total=seen,
            once="once",
            now=MONDAY,
        )
    session.rollback()

    assert traces(session) == before


def test_another_total_than_was_seen_is_refused(session, guest):
    in_bag(session, guest)
    session.commit()
    before = traces(session)

    with pytest.raises(service.BagChanged, match="total has changed"):
        ordered(session, guest, seen_total=1)
    session.rollback()

    assert traces(session) == before


def test_a_bag_that_needs_a_look_is_refused(session, guest):
    in_bag(session, guest)
    leave(session, 1000)
    session.commit()

    with pytest.raises(service.BagChanged, match="needs a look"):
        service.place(
            session,
            the_bag(session, guest),
            person_id=guest.id,
            email="g@example.com",
            address=ADDRESS,
            method=rules.SHIPPING_METHODS[0],
            seen_total=1,
            once="once",
            now=MONDAY,
        )


def test_an_empty_bag_is_refused(session, guest):
    with pytest.raises(service.BagChanged):
        service.place(
            session,
            the_bag(session, guest),
            person_id=guest.id,
            email="g@example.com",
            address=ADDRESS,
            method=rules.SHIPPING_METHODS[0],
            seen_total=0,
            once="once",
            now=MONDAY,
        )


def test_what_was_given_up_can_be_ordered_again(session, guest):
    from shop.orders import service as orders

    in_bag(session, guest)
    first = ordered(session, guest)
    orders.cancel(session, first, actor=NOBODY, reason="back", now=MONDAY)

    second = ordered(session, guest)

    assert second.state is State.PLACED
    assert held_mm(session) == second.lines[0].cloth_mm
    assert session.scalar(select(func.count()).select_from(OrderLine)) == 2
    pay(session, second)
    assert second.state is State.PAID


def test_how_sure_the_body_is_and_how_she_stands_are_kept(session, guest):
    lengths = {
        "neck": 390,
        "chest": 1015,
        "waist": 880,
        "seat": 1020,
        "shoulder_width": 410,
        "shoulder_length": 155,
        "arm_length": 610,
        "biceps": 340,
        "forearm": 285,
        "wrist": 175,
        "back_length": 470,
    }
    body = {
        **a_body(**lengths),
        "neck": Measured(mm=390, source=Source.ESTIMATE, low=375, high=405),
        "seat": Measured(mm=1020, source=Source.TAPE, insisted=True),
    }
    profile = a_profile(session, person_id=guest.id, body=body)
    profile.shoulders = Shoulders.SLOPING
    session.flush()
    in_bag(session, guest, a_state(wearer=profile.public_id))

    kept = ordered(session, guest).lines[0]

    assert kept.body.values["neck"] == BodyValue(mm=390, source="estimate", low=375, high=405)
    assert kept.body.values["seat"].insisted
    assert kept.body.posture == {"shoulders": "sloping"}
    assert [each.code for each in kept.finished if each.confirmed] == ["collar"]
