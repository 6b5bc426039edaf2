"""The card that stands for a saved design where its link is shared."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.builders.catalogue import load_catalogue

SAVE = "/garments/shirt/design/save?collar=cutaway&cloth=blue-oxford"


@pytest.fixture
def place(client, session):
    load_catalogue(session)
    session.commit()
    return client.post(SAVE, data={"name": "Sunday"}).location


def card_of(client, place):
    """The path of the card, as the head of the design's page tells it to other sites."""
    page = client.get(place).text
    return re.search(r'<meta property="og:image" content="http://localhost(/[^"]+)">', page)[1]


def test_a_designs_page_tells_where_its_card_is(client, place):
    answer = client.get(card_of(client, place))

    image = Image.open(BytesIO(answer.data))
    assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_design_with_another_name_has_another_card(client, place):
    before = card_of(client, place)

    client.post(f"{place}/rename", data={"name": "Monday"})

    assert card_of(client, place) != before
    assert client.get(before).headers["Cache-Control"] == "public, max-age=60"


def test_a_design_that_was_taken_down_has_no_card(client, place):
    card = card_of(client, place)

    client.post(f"{place}/remove")

    assert client.get(card).status_code == 404
