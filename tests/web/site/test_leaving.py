"""Somebody leaves: what she reads first, what goes, what stays and for how long."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from shop import register
from shop.accounts.models import Person
from shop.infra.access import Role
from shop.kernel import clock
from shop.orders.models import Order
from shop.orders.rules import State as OrderState
from shop.tables import METADATA
from tests.builders.artwork import an_artwork
from tests.builders.bags import MONDAY, a_state, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue
from tests.builders.designs import a_design
from tests.builders.measurements import SHIRT_BODY, a_body, a_profile
from tests.builders.people import PASSWORD, a_customer, a_guest, enter, open_sign_ins, sign_in
from tests.builders.wardrobe import a_kept_garment

HERS = ("anna@example.com", "Anna of the hill", "Sunday best", "Press it well", "Grandma's shirt")
ADDRESS = ("Gerda Gast", "Marktplatz 3", "50667")
BODY = "1810"  # her height, in no other figure of the house


@pytest.fixture
def anna(session, client):
    """A customer who left something everywhere, with an order that is paid."""
    load_catalogue(session)
    anna = a_customer(session)
    body = a_body(**SHIRT_BODY)
    profile = a_profile(session, person_id=anna.id, name="Anna of the hill", body=body)
    a_kept_garment(session, profile=profile, name="Grandma's shirt")
    a_design(session, anna, name="Sunday best")
    an_artwork(session, anna)
    in_bag(session, anna, a_state(wearer=profile.public_id), note="Press it well")
    pay(session, ordered(session, anna))
    in_bag(session, anna, note="Press it well")
    enter(client, session, anna)
    return anna


def leave(client, password=PASSWORD):
    return client.post("/account/leave", data={"password": password})


def everything(session):
    """Return every value in every table, as one text."""
    session.flush()
    rows = (row for table in METADATA.sorted_tables for row in session.execute(select(table)))
    return "\n".join(str(value) for row in rows for value in row)


def at(monkeypatch, moment):
    monkeypatch.setattr(clock, "now", lambda: moment)


def arrive(session, monkeypatch):
    """Let her order arrive, and the clock look once more."""
    order = session.scalars(select(Order)).one()
    order.state = OrderState.DELIVERED
    session.flush()
    at(monkeypatch, clock.now() + timedelta(days=2))
    register.forget_again(session)


def test_before_it_happens_she_reads_what_goes_and_what_stays(client, anna):
    page = client.get("/account/leave").text

    assert "Your profiles, with every measurement they ever had." in page
    assert "it is under way" in page
    assert "until 1 January 2037: tax law wants invoices kept for ten years." in page


def test_what_she_takes_along_has_all_of_it(client, anna):
    told = client.get("/account/export").text

    assert [each for each in (*HERS, *ADDRESS, "gerda@example.com", BODY) if each not in told] == []


def test_nothing_stays_of_who_never_ordered(client, session):
    bea = a_customer(session, "bea@example.com")
    enter(client, session, bea)

    assert "Nothing that says anything of you." in client.get("/account/leave").text
    assert leave(client).location == "/account/left"
    assert "bea@example.com" not in everything(session)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Type your password: nobody else shall do this for you."),
        ("another password", "Address and password do not belong together."),
    ],
)
def test_without_her_password_nothing_goes(client, session, anna, password, sentence):
    before = everything(session)
    answer = leave(client, password)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert everything(session) == before


def test_what_an_order_under_way_needs_stays_until_it_has_arrived(
    client, session, anna, monkeypatch
):
    assert leave(client).location == "/account/left"

    left = everything(session)
    assert [each for each in HERS if each in left] == ["Anna of the hill", "Press it well"]
    assert all(each in left for each in (*ADDRESS, "gerda@example.com"))

    arrive(session, monkeypatch)
    left = everything(session)
    assert [each for each in (*HERS, "gerda@example.com") if each in left] == []
    assert all(each in left for each in ADDRESS)


def test_the_address_goes_when_the_law_no_longer_asks_for_it(client, session, anna, monkeypatch):
    leave(client)
    arrive(session, monkeypatch)
    at(monkeypatch, clock.now() + timedelta(days=2))
    register.forget_again(session)

    session.refresh(anna)
    assert anna.forget_again_at == datetime(2037, 1, 1, tzinfo=UTC)
    at(monkeypatch, anna.forget_again_at)
    register.forget_again(session)

    left = everything(session)
    assert [each for each in (*HERS, *ADDRESS) if each in left] == []
    assert anna.forget_again_at is None


def test_the_figures_of_the_books_stay_as_they_were(client, session, anna, monkeypatch):
    order = session.scalars(select(Order)).one()
    before = (order.number, order.total_minor, order.tax_minor, order.paid_minor, order.paid_at)
    leave(client)
    arrive(session, monkeypatch)

    session.expire_all()
    assert (
        order.number,
        order.total_minor,
        order.tax_minor,
        order.paid_minor,
        order.paid_at,
    ) == before


def test_no_browser_is_let_in_any_more(app, client, session, anna):
    elsewhere = app.test_client()
    enter(elsewhere, session, anna)
    leave(client)

    assert open_sign_ins(session, anna) == 0
    for each in (client, elsewhere):
        assert each.get("/account").status_code == 303
    assert "do not belong together" in sign_in(client).text


def test_a_second_click_finds_it_gone(client, anna):
    leave(client)
    answer = leave(client)

    assert (answer.status_code, answer.location) == (303, "/account/left")
    assert "Your account is erased" in client.get("/account/left").text


def test_the_address_may_open_a_new_account(client, session, anna):
    leave(client)
    again = a_customer(session, "anna@example.com")
    assert again.id != anna.id


def test_a_colleague_does_not_leave_by_herself(client, session):
    bram = a_customer(session, "bram@example.com", role=Role.WORKSHOP)
    enter(client, session, bram)

    assert "Ask a manager to close it." in client.get("/account/leave").text
    assert leave(client).status_code == 409
    assert "bram@example.com" in everything(session)


def test_others_keep_theirs(client, session, anna):
    bea, guest = a_customer(session, "bea@example.com"), a_guest(session)
    profile = a_profile(session, person_id=bea.id, name="Bea by the sea")
    in_bag(session, guest, note="Nobody's business")
    leave(client)

    left = everything(session)
    assert all(each in left for each in ("bea@example.com", "Bea by the sea", "Nobody's business"))
    assert profile.person_id == bea.id


def test_what_another_tab_left_meanwhile_goes_a_day_later(client, session, anna, monkeypatch):
    leave(client)
    a_profile(session, person_id=anna.id, name="Too late")

    at(monkeypatch, clock.now() + timedelta(days=2))
    register.forget_again(session)

    assert "Too late" not in everything(session)


def test_by_letter_a_manager_does_it_from_the_command_line(app, session, anna):
    session.commit()
    run = app.test_cli_runner()

    told = run.invoke(args=["people", "export", "anna@example.com"])
    assert "Anna of the hill" in told.output
    assert run.invoke(args=["people", "forget", "anna@example.com", "--yes"]).exit_code == 0
    assert run.invoke(args=["people", "forget", "anna@example.com", "--yes"]).exit_code == 1
    session.expire_all()
    person = session.get(Person, anna.id)
    assert (person.email, person.name, person.password_hash) == (None, "", None)
    assert person.erased_at > MONDAY
