"""Whatever goes wrong is said in words, with the same headers, and without a trace."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import text

from shop.infra import db, headers
from shop.infra.access import public
from tests.builders.people import a_customer, a_guest, enter

TRACES = ("Traceback", "sqlalchemy", "werkzeug", "File &#34;", "psycopg", "sqlite3")


@pytest.fixture
def breaking(app: Flask) -> Iterator[Flask]:
    """The shop with three addresses that break, each in its own way."""

    @public
    def by_itself():
        raise RuntimeError("secret detail")

    @public
    def in_the_database():
        db.session().execute(text("SELECT nothing FROM nowhere"))

    @public
    def at_the_commit():
        db.session().execute(text("INSERT INTO people (role, name) VALUES ('customer', '')"))

    return _added(app, by_itself, in_the_database, at_the_commit)


def _added(app, *views):
    before = app._got_first_request
    app._got_first_request = False
    for view in views:
        if view.__name__ not in app.view_functions:
            app.add_url_rule(f"/break/{view.__name__}", view.__name__, view)
    app._got_first_request = before
    return app


@pytest.fixture
def outside(breaking: Flask, monkeypatch: pytest.MonkeyPatch):
    """A browser that sees what people see: nothing is raised to the test."""
    monkeypatch.setitem(breaking.config, "TESTING", value=False)
    return breaking.test_client()


def is_explained(answer, status):
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert 'role="alert"' in answer.text
    assert not [trace for trace in TRACES if trace in answer.text]
    for name in headers.ALWAYS:
        assert name in answer.headers
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("way", ["by_itself", "in_the_database", "at_the_commit"])
@pytest.mark.parametrize("visitor", ["nobody", "guest", "customer"])
def test_what_breaks_is_apologised_for_with_a_reference(outside, session, caplog, way, visitor):
    if visitor != "nobody":
        enter(outside, session, {"guest": a_guest, "customer": a_customer}[visitor](session))

    answer = outside.get(f"/break/{way}")

    is_explained(answer, 500)
    assert "Something broke on our side." in answer.text
    assert "secret detail" not in answer.text
    reference = answer.text.partition("<code>")[2].partition("</code>")[0]
    assert f"failed ref={reference}" in caplog.text


def test_what_breaks_under_htmx_is_said_in_the_main_part(outside):
    answer = outside.get("/break/by_itself", headers={"HX-Request": "true", "HX-Target": "x"})

    assert answer.status_code == 500
    assert answer.headers["HX-Retarget"] == "#main"
    assert "<html" not in answer.text
    assert "Something broke on our side." in answer.text


@pytest.mark.parametrize(
    "address",
    ["/nowhere", "/garments/cape", "/garments/cape/design", "/gallery/nothing", "/orders/nothing",
     "/orders/link/nothing", "/orders/link/a.b", "/legal/nothing", "/assets/x/nothing.css",
     "/assets/x/../../pyproject.toml", "/payments/nothing/go", "/sign-in/"],
)  # fmt: skip
def test_what_is_not_there_is_explained(client, address):
    is_explained(client.get(address), 404)


@pytest.mark.parametrize(
    ("method", "address"),
    [("post", "/"), ("get", "/sign-out"), ("put", "/bag"), ("delete", "/checkout")],
)
def test_a_wrong_method_is_explained(client, method, address):
    answer = getattr(client, method)(address)

    is_explained(answer, 405)
    assert "That address takes no such request." in answer.text


def test_too_much_is_explained(client):
    answer = client.post("/sign-in", data={"email": "x" * 3_000_000})

    is_explained(answer, 413)
    assert "too large to send" in answer.text


def test_a_form_without_its_token_is_explained(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", value=True)

    answer = client.post("/sign-in", data={"email": "a@example.com", "password": "x"})

    is_explained(answer, 400)
    assert "This page was open for too long." in answer.text


def test_a_form_with_its_token_is_taken(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", value=True)
    page = client.get("/sign-in").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]

    answer = client.post(
        "/sign-in", data={"csrf_token": token, "email": "a@example.com", "password": "wrong words"}
    )

    assert answer.status_code == 422


@pytest.mark.parametrize("address", ["/account", "/account/export", "/account?a=1"])
def test_who_must_sign_in_is_sent_there_and_back(client, address):
    answer = client.get(address)

    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in?next=/account")


def test_a_change_that_needs_a_sign_in_says_so(client):
    is_explained(client.post("/orders/link/x/claim"), 401)


@pytest.mark.parametrize("address", ["/orders/a%00b", "/garments/shirt%00/design", "/?a=%00",
                                     "/garments/shirt/design?collar=a%00b"])  # fmt: skip
def test_a_character_that_cannot_be_kept_is_refused_in_the_address(client, address):
    is_explained(client.get(address), 422)


@pytest.mark.parametrize(("address", "field"), [("/sign-in", "email"), ("/forgotten", "email"),
                                                ("/bag/put/shirt", "once")])  # fmt: skip
def test_a_character_that_cannot_be_kept_is_refused_in_a_form(client, address, field):
    sent = {"email": "a@example.com", "password": "x", field: "a\0b"}

    is_explained(client.post(address, data=sent), 422)


@pytest.mark.parametrize("address", ["/", "/bag", "/health", "/robots.txt", "/brand.css"])
def test_every_answer_is_guarded(client, address):
    answer = client.get(address)

    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Strict-Transport-Security" not in answer.headers


def test_over_https_it_stays_https(client):
    answer = client.get("/health", base_url="https://localhost")

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_visit_that_leaves_nothing_sets_no_sign_in(client):
    client.get("/")

    with client.session_transaction() as cookie:
        assert "key" not in cookie
