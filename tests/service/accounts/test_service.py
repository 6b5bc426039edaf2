from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.accounts import queries, rules, service
from shop.accounts.models import Person, SignIn
from shop.designs import queries as designs
from shop.designs import service as designing
from shop.infra.access import Role
from shop.measurements import queries as measurements
from shop.orders import queries as orders
from shop.payments import queries as payments
from tests.builders.bags import in_bag, ordered, the_bag
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import a_profile
from tests.builders.orders import NOW
from tests.builders.people import PASSWORD, a_customer, a_guest, open_sign_ins


def test_a_guest_is_known_to_one_browser(session):
    guest, token = service.open_guest(session, now=NOW)
    session.flush()

    assert guest.is_guest
    assert queries.find_by_token(session, token, now=NOW) is guest
    assert queries.find_by_token(session, token + "x", now=NOW) is None


def test_the_secret_itself_is_not_stored(session):
    _guest, token = service.open_guest(session, now=NOW)

    session.flush()
    assert token not in session.scalars(select(SignIn.token_hash)).all()


def test_a_sign_in_grows_old(session):
    _guest, token = service.open_guest(session, now=NOW)
    last = NOW + rules.SIGN_IN_LASTS

    assert queries.find_by_token(session, token, now=last - timedelta(seconds=1)) is not None
    assert queries.find_by_token(session, token, now=last) is None


def test_a_guest_takes_a_name_and_stays_the_same_person(session):
    guest = a_guest(session)

    service.name_guest(session, guest, email=" Anna@Example.COM ", password=PASSWORD, name=" Anna ")
    session.flush()

    assert queries.find_by_email(session, "anna@example.com") is guest
    assert (guest.name, guest.is_guest) == ("Anna", False)


def test_an_address_has_one_account(session):
    a_customer(session)
    guest = a_guest(session)

    with pytest.raises(service.AddressTaken, match="Sign in instead"):
        service.name_guest(session, guest, email="ANNA@example.com", password=PASSWORD, name="A")

    assert guest.is_guest
    assert guest.password_hash is None


def test_the_password_opens_and_nothing_else_does(session):
    anna = a_customer(session)

    assert service.check(session, email=" ANNA@example.com", password=PASSWORD) is anna
    assert service.check(session, email="anna@example.com", password=PASSWORD + " ") is None
    assert service.check(session, email="anna@example.com", password="") is None
    assert service.check(session, email="nobody@example.com", password=PASSWORD) is None


def test_an_account_without_a_password_opens_to_none(session):
    session.add(Person(email="x@example.com", name="", role=Role.CUSTOMER, created_at=NOW))
    session.flush()

    assert service.check(session, email="x@example.com", password="") is None


def test_all_that_a_guest_left_follows_her(session):
    load_catalogue(session)
    anna, guest = a_customer(session), a_guest(session)
    design = designing.save(
        session,
        person_id=guest.id,
        garment="shirt",
        digest="d",
        choices={},
        name="A",
        once="o",
        now=NOW,
    )
    profile = a_profile(session, person_id=guest.id)
    in_bag(session, guest)
    order = ordered(session, guest)
    line = in_bag(session, guest)

    service.join(session, guest=guest, person=anna, now=NOW)
    session.expire_all()

    assert designs.designs_of(session, anna.id) == [design]
    assert [p.public_id for p in measurements.profiles_of(session, anna.id)] == [profile.public_id]
    assert [each.row for each in the_bag(session, anna).lines] == [line]
    assert orders.orders_of(session, anna.id) == [order]
    assert payments.latest(session, order.public_id).person_id == anna.id
    assert the_bag(session, guest).lines == ()


def test_the_browser_that_knew_the_guest_is_not_let_in_by_that(session):
    """Whoever planted a guest's cookie in her browser would be in her account otherwise."""
    anna = a_customer(session)
    guest, token = service.open_guest(session, now=NOW)

    service.join(session, guest=guest, person=anna, now=NOW)
    session.flush()

    assert open_sign_ins(session, anna) == 0
    found = queries.find_by_token(session, token, now=NOW)
    assert found is None or found.id != anna.id


def test_people_with_names_are_never_joined(session):
    anna, eve = a_customer(session), a_customer(session, "eve@example.com")
    profile = a_profile(session, person_id=eve.id)

    service.join(session, guest=eve, person=anna, now=NOW)
    service.join(session, guest=anna, person=anna, now=NOW)

    assert [p.public_id for p in measurements.profiles_of(session, eve.id)] == [profile.public_id]


def test_signing_out_ends_one_browser_for_good(session):
    anna = a_customer(session)
    here, there = (service.begin(session, anna, now=NOW) for _ in range(2))

    service.sign_out(session, here, now=NOW)
    service.sign_out(session, here, now=NOW)
    service.sign_out(session, "never known", now=NOW)

    assert queries.find_by_token(session, here, now=NOW) is None
    assert queries.find_by_token(session, there, now=NOW) is anna


def test_a_new_password_ends_every_sign_in(session):
    anna, eve = a_customer(session), a_customer(session, "eve@example.com")
    tokens = [service.begin(session, anna, now=NOW) for _ in range(2)]
    service.begin(session, eve, now=NOW)

    service.change_password(session, anna, password="quite other words", now=NOW)

    assert [queries.find_by_token(session, t, now=NOW) for t in tokens] == [None, None]
    assert open_sign_ins(session, eve) == 1
    assert service.check(session, email="anna@example.com", password=PASSWORD) is None
    assert service.check(session, email="anna@example.com", password="quite other words") is anna


def test_staff_are_listed_without_customers(session):
    a_customer(session)
    cutter = a_customer(session, "cut@example.com", role=Role.WORKSHOP)

    assert queries.staff(session) == [cutter]


def test_no_name_or_address_is_logged(session, caplog):
    a_customer(session)
    service.check(session, email="anna@example.com", password="wrong words here")

    assert "anna" not in caplog.text.lower()
    assert session.scalars(select(Person.name)).all() == ["Anna"]
