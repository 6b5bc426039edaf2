"""The question for a picture of one's own, without a script."""

from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest

from shop.artwork.rules import GROUP
from shop.catalogue.rules import Group, GroupKind, Section
from tests.builders.artwork import an_artwork
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.people import a_customer, enter

DETAILS = "/garments/shirt/design?step=details"
PRINTED = Group(
    code=GROUP,
    name="Artwork",
    section=Section.DETAILS,
    kind=GroupKind.TEXT,
    max_length=20,
    allowed="a-z0-9",
)


@pytest.fixture(autouse=True)
def printed_shirt(session):
    """The house's shirt, asked one question more."""
    files = shipped()
    garments = tuple(
        replace(each, model=replace(each.model, groups=(*each.model.groups, PRINTED)))
        if each.model.garment == "shirt"
        else each
        for each in files.garments
    )
    load_catalogue(session, replace(files, garments=garments))
    session.commit()


def test_who_has_none_is_led_to_where_it_is_sent_and_back(client):
    page = unescape(client.get(DETAILS).text)

    assert 'href="/artwork?next=/garments/shirt/design%3Fstep%3Ddetails%26v%3D1"' in page
    assert 'name="artwork"' not in page
    assert "artwork-thumb" not in page


def test_who_has_one_sees_it_and_may_take_it_away(client, session):
    anna = a_customer(session)
    artwork = an_artwork(session, anna)
    enter(client, session, anna)

    page = unescape(client.get(f"{DETAILS}&artwork={artwork.public_id}").text)

    assert f'src="/artwork/{artwork.public_id}.png"' in page
    assert "33 dpi at print size" in page
    remove = unquote(
        page.partition('id="artwork-remove"')[0].rpartition('href="')[2].partition('"')[0]
    )
    assert remove == f"{DETAILS}&v=1&undo=artwork:{artwork.public_id}"
