from datetime import timedelta

import pytest
from flask import current_app
from sqlalchemy import func, select

from shop.accounts import queries
from shop.accounts.models import Person
from shop.accounts.rules import WRONG
from shop.accounts.views import _links, _seal
from shop.designs import queries as designs
from shop.infra import rate
from shop.infra.access import Role
from shop.infra.outbox import OutboxRow
from shop.kernel import clock
from tests.builders.measurements import a_profile
from tests.builders.people import (
    HTMX,
    PASSWORD,
    a_customer,
    a_guest,
    enter,
    open_sign_ins,
    sign_in,
)

NEW = {"name": "Anna", "email": "anna@example.com", "password": PASSWORD}
ELSEWHERE = [
    "https://evil.example/", "//evil.example/", "///evil.example", "/\\evil.example", "\\evil",
    "/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "evil", "//[x", "http://[", "",
]  # fmt: skip


def people(session):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(Person))


def key(client):
    with client.session_transaction() as cookie:
        return cookie.get("key")


def mails(session):
    return list(session.scalars(select(OutboxRow.payload).where(OutboxRow.topic == "mail.send")))


def reset_link(person):
    return f"/reset/{_links().dumps(_seal(person))}"


@pytest.fixture
def anna(session):
    person = a_customer(session)
    session.commit()
    return person


@pytest.mark.parametrize("address", ["/sign-in", "/sign-up", "/forgotten"])
def test_every_door_answers(client, address):
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1


def test_an_account_is_opened(client, session):
    answer = client.post("/sign-up", data=NEW)

    assert (answer.status_code, answer.location) == (303, "/account")
    assert people(session) == 1
    assert "<h1>Anna</h1>" in client.get("/account").text


def test_a_guest_who_opens_an_account_stays_herself(client, session):
    guest = a_guest(session)
    profile = a_profile(session, person_id=guest.id, name="Winter")
    enter(client, session, guest)
    before = key(client)

    client.post("/sign-up", data=NEW)

    assert people(session) == 1
    assert "Winter" in client.get("/account").text
    assert client.get(f"/profiles/{profile.public_id}").status_code == 200
    assert key(client) != before
    assert queries.find_by_token(session, before, now=clock.now()) is None


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"email": ""}, "Type your e-mail address."),
        ({"email": "anna"}, "That does not look like an e-mail address"),
        ({"email": "a b@example.com"}, "That does not look like an e-mail address"),
        ({"email": "x" * 10_000 + "@example.com"}, "Field cannot be longer than 254 characters."),
        ({"name": ""}, "What may we call you?"),
        ({"name": "   "}, "What may we call you?"),
        ({"name": "x" * 10_000}, "Field cannot be longer than 120 characters."),
        ({"password": ""}, "Choose a password."),
        ({"password": "short"}, "Use at least 10 characters."),
        ({"password": "x" * 10_000}, "Use at most 200 characters."),
        ({"password": "anna@example.com"}, "Use something other than your e-mail address."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(client, session, changed, sentence):
    answer = client.post("/sign-up", data={**NEW, **changed})

    assert answer.status_code == 422
    [field] = changed
    beside = answer.text.partition(f'id="{field}-error">')[2].partition("</p>")[0]
    assert sentence in beside
    kept = {**NEW, **changed}
    assert all(f'value="{kept[name]}"' in answer.text for name in ("name", "email") if kept[name])
    assert PASSWORD not in answer.text
    assert people(session) == 0
    assert key(client) is None


def test_nothing_sent_is_nothing_opened(client, session):
    for address in ("/sign-up", "/sign-in", "/forgotten"):
        assert client.post(address).status_code == 422
    assert people(session) == 0


def test_an_address_with_an_account_is_told_to_sign_in(client, session, anna):
    answer = client.post("/sign-up", data={**NEW, "email": "ANNA@example.com", "name": "Eve"})

    assert answer.status_code == 422
    assert "There is an account with this address already. Sign in instead." in answer.text
    assert people(session) == 1
    assert key(client) is None


def test_a_guest_who_takes_a_taken_address_stays_a_guest(client, session, anna):
    guest = a_guest(session)
    enter(client, session, guest)

    assert client.post("/sign-up", data=NEW).status_code == 422

    session.expire_all()
    assert guest.is_guest
    assert client.get("/profiles").status_code == 200
    assert open_sign_ins(session, guest) == 2


def test_signing_in_brings_along_what_the_guest_left(client, session, anna):
    guest = a_guest(session)
    profile = a_profile(session, person_id=guest.id, name="Winter")
    enter(client, session, guest)

    answer = sign_in(client)

    assert answer.location == "/account"
    page = client.get("/account").text
    assert profile.public_id in page
    assert designs.designs_of(session, guest.id) == []


@pytest.mark.parametrize(
    "sent", [{"email": "anna@example.com", "password": "wrong words"},
             {"email": "nobody@example.com", "password": PASSWORD},
             {"email": "x" * 10_000, "password": "y" * 10_000}],
)  # fmt: skip
def test_a_wrong_password_says_the_same_as_no_account(client, session, anna, sent):
    answer = client.post("/sign-in", data=sent)

    assert answer.status_code == 422
    assert "Address and password do not belong together." in answer.text
    assert f'value="{sent["email"]}"' in answer.text
    assert sent["password"] not in answer.text
    assert key(client) is None


@pytest.mark.parametrize("next_", ["/bag", "/garments/shirt/design?collar=band&step=fit", "/ü€"])
def test_afterwards_she_is_where_she_wanted_to_be(client, anna, next_):
    from werkzeug.urls import iri_to_uri

    page = client.get("/sign-in", query_string={"next": next_}).text
    assert f'name="next" value="{next_.replace("&", "&amp;")}"' in page

    assert sign_in(client, next=next_).location == iri_to_uri(next_)


@pytest.mark.parametrize("next_", ELSEWHERE)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_nobody_is_sent_elsewhere(client, anna, next_, headers):
    answer = client.post(
        "/sign-in",
        headers=headers,
        data={"email": "anna@example.com", "password": PASSWORD, "next": next_},
    )

    assert answer.headers.get("HX-Redirect", answer.headers.get("Location")) == "/account"


@pytest.mark.parametrize("next_", ELSEWHERE)
def test_no_page_carries_an_address_elsewhere(client, next_):
    for address in ("/sign-in", "/sign-up"):
        assert "evil" not in client.get(address, query_string={"next": next_}).text


def test_with_htmx_the_browser_is_sent_on(client, anna):
    answer = client.post(
        "/sign-in",
        headers=HTMX,
        data={"email": "anna@example.com", "password": PASSWORD, "next": "/ü€"},
    )

    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/%C3%BC%E2%82%AC"


def test_a_colleague_comes_to_the_workshop(client, session):
    a_customer(session, "cut@example.com", role=Role.WORKSHOP)
    session.commit()

    assert sign_in(client, "cut@example.com").location.startswith("/staff/work")


def wrong(client, email="anna@example.com", address="10.0.0.1"):
    return client.post(
        "/sign-in",
        environ_base={"REMOTE_ADDR": address},
        data={"email": email, "password": "wrong words"},
    )


def test_wrong_passwords_are_slowed_and_the_form_stays(client, anna):
    answers = [wrong(client) for _ in range(6)]

    assert [each.status_code for each in answers] == [422] * 5 + [429]
    assert "Please wait a minute and try again." in answers[-1].text
    assert 'value="anna@example.com"' in answers[-1].text
    assert key(client) is None


def test_many_wrong_ones_wait_longer(client, anna):
    for _minute_after_minute in range(20):
        rate.count(WRONG[1:], "sign-in", "anna@example.com", "10.0.0.1")

    late = wrong(client)
    assert late.status_code == 429
    assert "wait 60 minutes" in late.text


def test_who_is_slowed_is_not_let_in_with_the_right_one_at_once(client, anna):
    for _try in range(5):
        wrong(client, address="127.0.0.1")

    assert sign_in(client).status_code == 429
    assert key(client) is None


def test_nobody_keeps_somebody_else_out(client, anna):
    for n in range(30):
        wrong(client, address=f"10.0.0.{n}")
        wrong(client, address="10.0.0.200")

    assert sign_in(client).location == "/account"


def test_right_sign_ins_from_one_house_are_never_too_many(client, anna):
    assert [sign_in(client).status_code for _ in range(30)] == [303] * 30


def test_one_guess_at_each_of_many_accounts_ends_too(client, anna):
    answers = [wrong(client, email=f"p{n}@example.com").status_code for n in range(101)]

    assert answers == [422] * 100 + [429]


def test_letters_to_one_person_are_few_and_the_answer_tells_nothing(client, session, anna):
    answers = {
        client.post(
            "/forgotten",
            data={"email": "anna@example.com"},
            environ_base={"REMOTE_ADDR": f"10.0.0.{n}"},
        ).status_code
        for n in range(8)
    }

    assert answers == {200}
    assert len(mails(session)) == 3


def test_signing_out_is_for_good(client, session, anna):
    sign_in(client)
    before = key(client)

    assert client.post("/sign-out").location == "/"
    assert client.get("/account").status_code == 303

    with client.session_transaction() as cookie:
        cookie["key"] = before
    assert client.get("/account").status_code == 303
    assert client.post("/sign-out").status_code == 303


def test_signing_in_anew_ends_what_this_browser_had(client, session, anna):
    sign_in(client)
    before = key(client)

    sign_in(client)

    assert queries.find_by_token(session, before, now=clock.now()) is None
    assert open_sign_ins(session, anna) == 1


def test_the_units_stay_when_she_signs_in(client, anna):
    client.post("/units", data={"unit": "in"})

    sign_in(client)

    with client.session_transaction() as cookie:
        assert cookie["unit"] == "in"


def test_a_forged_cookie_is_nobody(client, session):
    client.set_cookie("shop", "eyJrZXkiOiJ4In0.aaaa.bbbb")
    assert client.get("/bag").status_code == 200

    with client.session_transaction() as cookie:
        cookie["key"] = "never given"
    assert client.get("/account").status_code == 303
    assert client.get("/bag").status_code == 200


def test_a_forgotten_password_is_answered_the_same_for_everybody(client, session, anna):
    answers = [
        client.post("/forgotten", data={"email": email}).text
        for email in ("ANNA@example.com", "nobody@example.com")
    ]

    assert answers[0] == answers[1]
    assert "If there is an account with this address" in answers[0]
    assert [mail["to"] for mail in mails(session)] == ["anna@example.com"]


def test_the_mail_names_our_own_address_whatever_the_request_says(client, session, anna):
    client.post("/forgotten", data={"email": "anna@example.com"}, base_url="http://evil.example")

    [mail] = mails(session)
    assert "evil" not in mail["body"]
    assert "http://localhost/reset/" in mail["body"]


def test_the_link_sets_a_new_password_once(client, session, anna):
    sign_in(client)
    elsewhere = key(client)
    client.post("/sign-out")
    client.post("/forgotten", data={"email": "anna@example.com"})
    body = mails(session)[0]["body"]
    link = next(line for line in body.splitlines() if "/reset/" in line).partition("localhost")[2]
    assert client.get(link).status_code == 200
    assert client.post(link, data={"password": "short"}).status_code == 422

    answer = client.post(link, data={"password": "quite other words"})

    assert answer.location == "/account"
    assert "<h1>Anna</h1>" in client.get("/account").text
    assert queries.find_by_token(session, elsewhere, now=clock.now()) is None
    for again in (client.get(link), client.post(link, data={"password": "and yet other words"})):
        assert again.status_code == 410
        assert "Ask for a new one." in again.text


def test_an_old_link_is_gone(client, anna, monkeypatch):
    link = reset_link(anna)
    late = clock.now() + timedelta(hours=2, seconds=2)
    monkeypatch.setattr("itsdangerous.timed.time.time", late.timestamp)

    assert client.get(link).status_code == 410


@pytest.mark.parametrize("token", ["x", "a.b.c", "W10.a.b", "…"])
def test_a_broken_link_is_gone(client, token):
    answer = client.get(f"/reset/{token}")

    assert answer.status_code == 410
    assert "This link has expired or was used already." in answer.text


def test_a_link_of_somebody_gone_is_gone(client, session, anna):
    link = f"/reset/{_links().dumps([999_999, ''])}"

    assert client.get(link).status_code == 410
    assert current_app.secret_key
