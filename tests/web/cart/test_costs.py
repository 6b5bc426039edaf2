"""What bag and checkout ask of the database does not grow with what lies in the bag."""

import pytest

from shop.cli.page_costs import counted
from tests.builders.bags import a_state, in_bag, ordered
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import SHIRT_BODY, a_body, a_profile
from tests.builders.people import a_customer, a_guest, enter

AT_MOST = 6
LINES = (1, 2, 4, 8)
PAGES = ("/bag", "/checkout")


@pytest.fixture(autouse=True)
def catalogue(session):
    load_catalogue(session)


def designs(wearer):
    """The designs of a bag, over and over: two garments, three cloths, two bodies."""
    return (
        a_state(wearer=wearer),
        a_state(wearer="men-M", garment="trousers", cloth="navy-cotton-twill"),
        a_state(wearer=wearer, collar="button-down"),
        a_state(wearer="men-L", cloth="white-poplin"),
    )


def fill(session, person, lines, *, wearer="men-M"):
    for n in range(lines):
        in_bag(session, person, designs(wearer)[n % 4])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lines", LINES)
def test_for_a_guest(client, session, engine, lines, page):
    guest = a_guest(session)
    fill(session, guest, lines)
    enter(client, session, guest)

    assert asked(client, engine, page) <= AT_MOST


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lines", LINES)
def test_for_who_has_a_profile_and_ordered_before(client, session, engine, lines, page):
    anna = a_customer(session)
    profile = a_profile(session, person_id=anna.id, body=a_body(**SHIRT_BODY))
    fill(session, anna, 1)
    ordered(session, anna)
    fill(session, anna, lines, wearer=profile.public_id)
    enter(client, session, anna)

    assert asked(client, engine, page) <= AT_MOST


def asked(client, engine, page):
    """Return how many questions the page asks once the models and cloths are known."""
    assert client.get(page).status_code == 200
    with counted(engine) as statements:
        assert client.get(page).status_code == 200
    return sum("SAVEPOINT" not in each for each in statements)  # those are the test's own
