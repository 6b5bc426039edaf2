"""The store of trims: what is short stands first, deliveries and counts are movements."""

import pytest

from shop.infra.access import Role
from shop.stock import queries
from tests.builders.bags import in_bag, ordered
from tests.builders.catalogue import load_catalogue
from tests.builders.people import a_guest
from tests.builders.production import a_colleague, enter

PAGE = "/staff/trims/button-pearl-11"


@pytest.fixture
def shop(client, session):
    load_catalogue(session)
    guest = a_guest(session)
    in_bag(session, guest)
    ordered(session, guest)
    enter(client, session, a_colleague(session, role=Role.MANAGER))


def buttons(session):
    session.expire_all()
    return queries.trim_of(session, "button-pearl-11").on_hand


@pytest.mark.usefixtures("shop")
def test_what_an_order_needs_and_nobody_has_is_short(client):
    page = client.get("/staff/trims").text

    assert "Mother-of-pearl buttons 11 mm" in page
    assert page.index("short") < page.index("</tr>", page.index("<tbody>"))
    assert "the customer" in client.get(PAGE).text


@pytest.mark.usefixtures("shop")
def test_what_comes_in_is_there(client, session):
    assert client.post(f"{PAGE}/received", data={"amount": "200"}).location == PAGE
    assert buttons(session) == 200


@pytest.mark.usefixtures("shop")
def test_a_length_comes_in_metres(client, session):
    client.post("/staff/trims/sewing-thread-120/received", data={"amount": "12.5"})
    assert queries.trim_of(session, "sewing-thread-120").on_hand == 12_500


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("path", "sent", "sentence"),
    [
        ("received", {"amount": ""}, "Write how much."),
        ("received", {"amount": "some"}, "Write a number such as 120."),
        ("received", {"amount": "0"}, "What came in is more than nothing."),
        ("counted", {"amount": "5", "seen": "0"}, "Say why: counted again, lost, spoilt."),
        ("counted", {"amount": "5", "seen": "9", "reason": "Lost"}, "Something moved while you"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(client, session, path, sent, sentence):
    answer = client.post(f"{PAGE}/{path}", data=sent)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert buttons(session) == 0


@pytest.mark.usefixtures("shop")
def test_a_count_is_a_correction_with_its_reason(client, session):
    client.post(f"{PAGE}/counted", data={"amount": "7", "seen": "0", "reason": "Found a box"})

    assert buttons(session) == 7
    assert "Found a box" in client.get(PAGE).text
    assert queries.differences(session) == []


@pytest.mark.usefixtures("shop")
def test_a_trim_of_no_garment_is_not_found(client):
    assert client.get("/staff/trims/gold-braid").status_code == 404
