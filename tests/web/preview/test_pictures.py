"""Pictures by their address: what is answered, for how long, and what is not there."""

from io import BytesIO

import pytest
from PIL import Image

from shop.catalogue import queries as catalogue
from shop.preview import queries
from tests.builders.catalogue import load_catalogue

CUTAWAY = {"collar": "cutaway", "fit": "slim"}
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture(autouse=True)
def shelf(session):
    load_catalogue(session)
    session.commit()


def cloth(session, code="white-poplin"):
    return catalogue.cloth(session, code)


def shirt(session, choices=CUTAWAY, view="front"):
    return queries.pictures("shirt", choices, cloth(session))[view]


def opened(answer):
    return Image.open(BytesIO(answer.data))


@pytest.mark.parametrize("view", ["front", "back"])
@pytest.mark.parametrize(("kind", "form"), [("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_garment_is_shown_as_it_is_asked_for(client, session, view, kind, form):
    answer = client.get(shirt(session, view=view).at(360, kind))

    image = opened(answer)
    assert (image.format, image.size) == (form, (360, 480))
    assert answer.mimetype == f"image/{form.lower()}"
    assert answer.headers["Cache-Control"] == FOR_EVER


@pytest.mark.parametrize(("kind", "form"), [("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_cloth_is_square(client, session, kind, form):
    image = opened(client.get(queries.swatch_of(cloth(session)).at(360, kind)))

    assert (image.format, image.size) == (form, (360, 360))


def test_what_one_has_already_is_not_sent_again(client, session):
    address = shirt(session).at(360)
    etag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"If-None-Match": etag})

    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == FOR_EVER


def test_a_picture_is_nobodys_own(client, session):
    answer = client.get(shirt(session).at(360))

    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_an_address_from_before_an_update_is_not_kept_for_ever(client, session):
    address = shirt(session).at(360)
    old = address.replace(address.split("/")[2], "0123456789")

    answer = client.get(old)

    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert answer.data == client.get(address).data


@pytest.mark.parametrize("width", [0, 1, 361, 719, 1440, 99999])
@pytest.mark.parametrize("where", ["garment", "cloth"])
def test_other_widths_are_not_there(client, session, width, where):
    picture = shirt(session) if where == "garment" else queries.swatch_of(cloth(session))

    assert client.get(picture.at(width)).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "toga/front-360.jpg?cloth=white-poplin",
        "shirt/side-360.jpg?cloth=white-poplin",
        "shirt/front-360.png?cloth=white-poplin",
        "shirt/front-360.svg?cloth=white-poplin",
        "shirt/front--360.jpg?cloth=white-poplin",
        "shirt/front-360.jpg?cloth=samite",
        "shirt/front-360.jpg",
        "../shirt/front-360.jpg",
        "cloths/samite-360.jpg",
        "cloths/white-poplin.jpg",
        "tiles/toga/collar/spread.svg",
    ],
)
def test_what_nobody_draws_is_not_there(client, path):
    assert client.get(f"/pictures/0123456789/{path}").status_code == 404


def test_equal_pictures_have_one_address(session):
    said = {"collar": "cutaway", "fit": "slim", "cuff": "barrel", "collar-stay": "brass"}

    assert shirt(session, {**said, "hem": "of gold"}) == shirt(session)
    assert shirt(session, {}).query == "?cloth=white-poplin"
    assert shirt(session).query == "?collar=cutaway&fit=slim&cloth=white-poplin"


def test_letters_are_part_of_it_only_where_they_show(session):
    assert "monogram" not in shirt(session, {"monogram-text": "AB"}).query
    stitched = shirt(session, {"monogram": "chest", "monogram-text": " ABCDEFGHIJKL "})
    assert "monogram-text=ABCDEFGH&" in stitched.query


def test_what_does_not_show_makes_no_new_picture(client, session):
    address = shirt(session).at(360)

    plain = client.get(address)
    noisy = client.get(f"{address}&utm=1&hem=of+gold&buttons=pearl")

    assert noisy.headers["ETag"] == plain.headers["ETag"]


def test_a_garment_that_nobody_has_drawn_is_shown_by_its_cloth(session):
    poplin = cloth(session)

    assert queries.picture_of("toga", {}, poplin) == queries.swatch_of(poplin)


def test_a_cloth_that_looks_different_has_another_address(session):
    assert (
        shirt(session).base != queries.picture_of("shirt", {}, cloth(session, "blue-oxford")).base
    )


def test_a_page_names_every_width_and_keeps_the_place(client):
    page = client.get("/garments/shirt").text

    assert 'width="720" height="960"' in page
    for width in (360, 720, 1080):
        assert f" {width}w" in page
