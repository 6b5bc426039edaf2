from dataclasses import replace

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from shop.accounts.models import Person


def test_the_styleguide_shows_components_while_building(client: FlaskClient) -> None:
    answer = client.get("/styleguide")

    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1
    assert 'data-state="muted"' in answer.text


def test_what_is_wrong_is_told_beside_the_field_and_in_the_summary(client: FlaskClient) -> None:
    html = client.get("/styleguide").text

    assert html.count("An address looks like name@example.com.") == 2
    assert 'aria-describedby="wrong-email-hint wrong-email-error"' in html
    assert 'href="#wrong-email"' in html
    assert 'value="anna.example.com"' in html


def test_production_has_no_styleguide(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    production = replace(app.extensions["settings"], env="production")
    monkeypatch.setitem(app.extensions, "settings", production)

    assert client.get("/styleguide").status_code == 404


@pytest.mark.parametrize("name", ["imprint", "terms", "privacy", "returns"])
def test_words_of_law_have_one_heading(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/legal/{name}")

    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up", "/forgotten"])
def test_doors_send_forms_with_a_token(client: FlaskClient, path: str) -> None:
    html = client.get(path).text

    assert f'method="post" action="{path}" novalidate' in html
    assert 'name="csrf_token"' in html


def test_no_page_carries_style_or_script_inside(client: FlaskClient) -> None:
    answer = client.get("/styleguide")
    html = answer.text

    assert answer.status_code == 200
    assert " style=" not in html
    assert "<style" not in html
    assert html.count("<script") == html.count("<script src=")


def test_a_problem_comes_to_htmx_as_the_main_part(client: FlaskClient) -> None:
    answer = client.get("/legal/nothing", headers={"HX-Request": "true"})

    assert answer.status_code == 404
    assert answer.headers["HX-Retarget"] == "#main"
    assert "<html" not in answer.text
    assert "There is no such page." in answer.text


def test_the_mail_for_a_new_password_has_a_bare_link(app: Flask) -> None:
    person = Person(name="Anna O'Neil")

    with app.test_request_context():
        words = render_template(
            "mail/accounts/reset.txt", person=person, link="http://x.example/a?b=1&c=2"
        )

    assert words.startswith("Hello Anna O'Neil,\n")
    assert "\nhttp://x.example/a?b=1&c=2\n" in words
