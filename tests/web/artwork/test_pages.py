"""Sending a picture: refused beside the field, taken once, shown to whom it belongs."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.artwork import queries, rules
from shop.artwork.models import Artwork
from shop.artwork.rules import State
from shop.infra.access import Role
from shop.infra.jobs import work_off
from tests.builders.artwork import an_artwork, halves, opened, saved, turned
from tests.builders.people import a_customer, enter

NEXT = "/garments/shirt/design?step=details&artwork=old"


@pytest.fixture
def anna(session):
    return a_customer(session)


def send(client, content, *, name="mine.png", next_page="", **fields):
    address = {"next": next_page} if next_page else {}
    sent = {"picture": (BytesIO(content), name), "once": "one-form", **fields}
    answer = client.post(
        "/artwork", query_string=address, data=sent, content_type="multipart/form-data"
    )
    answer.request.environ["wsgi.input"].close()  # a large body lies in a file of the test client
    return answer


def count(session, table=Artwork):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def test_the_page_asks_for_a_picture_and_works_without_a_script(client, session):
    page = client.get("/artwork?next=/bag").text

    assert 'enctype="multipart/form-data"' in page
    assert 'action="/artwork?next=/bag"' in page
    assert 'accept="image/png,image/jpeg,image/webp"' in page
    assert page.count("<h1") == 1
    assert count(session, Person) == 0


@pytest.mark.parametrize(("content", "name", "sentence"), [
    (b"", "empty.png", "There is nothing in this file."),
    (b"GIF89a and so on", "picture.png", "We cannot print GIF files."),
    (b"<svg><script>alert(1)</script></svg>", "picture.png", "We cannot print SVG files."),
    (b"#!/bin/sh", "picture.jpg", "whatever its name says"),
    (saved(halves())[:200], "picture.png", "damaged or not complete"),
    (b"\x89PNG\r\n\x1a\n" + bytes(rules.MOST_BYTES), "picture.png", "more than 20 MB"),
], ids=["empty", "gif", "svg", "script", "truncated", "heavy"])  # fmt: skip
def test_what_is_no_picture_gets_its_sentence_beside_the_field(
    client, session, content, name, sentence
):
    answer = send(client, content, name=name, next_page=NEXT)

    assert answer.status_code == 422
    error = answer.text.partition('id="picture-error">')[2].partition("</p>")[0]
    assert sentence in error
    assert "<script>alert" not in answer.text
    assert (count(session), count(session, Person)) == (0, 0)


def test_no_file_at_all_is_asked_for(client):
    answer = client.post("/artwork", data={"once": "x"}, content_type="multipart/form-data")

    assert answer.status_code == 422
    assert "Choose a file first." in answer.text


def test_a_file_beyond_all_bounds_is_not_even_read(client):
    answer = send(client, bytes(2 * rules.MOST_BYTES + 1))

    assert answer.status_code == 413
    assert "This file is far beyond 20 MB." in answer.text


def test_other_pages_take_in_no_more_than_before(client):
    answer = client.post(
        "/sign-in",
        data={"x": (BytesIO(bytes(3_000_000)), "x.png")},
        content_type="multipart/form-data",
    )
    answer.request.environ["wsgi.input"].close()

    assert answer.status_code == 413


def test_a_picture_leads_back_to_where_it_was_asked_for(client, session):
    answer = send(client, saved(halves(), "JPEG", exif=turned()), name="a.gif", next_page=NEXT)

    artwork = session.scalars(select(Artwork)).one()
    assert answer.status_code == 303
    assert answer.location == (f"/garments/shirt/design?step=details&artwork={artwork.public_id}")
    assert (artwork.width_px, artwork.height_px) == (300, 400)
    shown = client.get(f"/artwork/{artwork.public_id}.png")
    assert shown.mimetype == "image/png"
    assert shown.headers["Cache-Control"] == "private, no-cache"
    assert opened(shown.data).size == (300, 400)


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example/x", "/\\evil", ""])
def test_nobody_is_led_elsewhere(client, elsewhere):
    assert send(client, saved(halves()), next_page=elsewhere).location == "/artwork"


def test_two_clicks_make_one_artwork(client, session, anna):
    enter(client, session, anna)

    first, second = send(client, saved(halves())), send(client, saved(halves()))

    assert (first.status_code, second.status_code) == (303, 303)
    assert count(session) == 1


def test_what_was_sent_is_shown_with_its_fineness_and_what_became_of_it(client, session, anna):
    refused = an_artwork(session, anna, state=State.REFUSED, reason="It is a <b>logo</b>.")
    waiting = an_artwork(session, anna, image=halves((1, 2, 3)))
    enter(client, session, anna)

    page = client.get("/artwork?next=/garments/shirt/design").text

    assert "33 dpi at print size" in page
    assert "Below 150 its edges may look soft" in page
    assert "It is a &lt;b&gt;logo&lt;/b&gt;." in page
    assert f'href="/garments/shirt/design?artwork={waiting.public_id}"' in page
    assert f"design?artwork={refused.public_id}" not in page


def test_the_second_look_costs_nothing(client, session, anna):
    artwork = an_artwork(session, anna)
    enter(client, session, anna)
    address = f"/artwork/{artwork.public_id}.png"

    again = client.get(address, headers={"If-None-Match": client.get(address).headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")


def test_somebody_elses_artwork_is_not_there(client, session, anna):
    artwork = an_artwork(session, anna)
    address = f"/artwork/{artwork.public_id}"
    assert client.get(f"{address}.png").status_code == 404

    enter(client, session, a_customer(session, "berta@example.com"))

    assert client.get(f"{address}.png").status_code == 404
    assert client.get(f"{address}/print.png").status_code == 403
    assert client.post(f"{address}/erase").status_code == 404
    assert count(session) == 1


@pytest.mark.parametrize(("role", "status"), [
    (Role.WORKSHOP, 200), (Role.SERVICE, 200), (Role.MANAGER, 200),
])  # fmt: skip
def test_colleagues_see_it_and_get_the_file_for_the_printer(client, session, anna, role, status):
    artwork = an_artwork(session, anna)
    enter(client, session, a_customer(session, "colleague@example.com", role=role))

    assert client.get(f"/artwork/{artwork.public_id}.png").status_code == status
    printed = client.get(f"/artwork/{artwork.public_id}/print.png")
    assert printed.data == queries.whole(artwork.sha256)


def test_what_is_erased_is_gone(client, session, anna):
    artwork = an_artwork(session, anna)
    enter(client, session, anna)

    answer = client.post(f"/artwork/{artwork.public_id}/erase?next=/bag")
    work_off()

    assert answer.location == "/artwork?next=/bag"
    assert client.get(f"/artwork/{artwork.public_id}.png").status_code == 404
    assert count(session) == 0


def test_the_file_to_take_along_names_it(client, session, anna):
    artwork = an_artwork(session, anna)
    enter(client, session, anna)

    assert f"/artwork/{artwork.public_id}.png" in client.get("/account/export").text
