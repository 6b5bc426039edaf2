import re

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Person
from shop.cart.models import BagLine
from tests.builders.bags import a_state, in_bag, leave, ordered
from tests.builders.catalogue import load_catalogue
from tests.builders.people import HTMX, a_guest, enter

PUT = a_state().put_url()


@pytest.fixture
def guest(client, session):
    load_catalogue(session)
    guest = a_guest(session)
    enter(client, session, guest)
    return guest


def lines(session):
    session.expire_all()
    return list(session.scalars(select(BagLine).order_by(BagLine.id)))


def put(client, url=PUT, **sent):
    return client.post(url, data={"confirmed": "y", "note": "", **sent})


def test_an_empty_bag_says_what_to_do(client):
    page = client.get("/bag").text

    assert "Nothing in it yet" in page
    assert 'href="/garments"' in page


def test_a_newcomer_puts_something_in_and_finds_it(client, session):
    load_catalogue(session)
    session.commit()

    answer = put(client, note="Press it <b>well</b>.")

    assert (answer.status_code, answer.location) == (303, "/bag")
    page = client.get("/bag").text
    assert "Regular shirt in blue Oxford, cutaway collar" in page
    assert "Press it &lt;b&gt;well&lt;/b&gt;." in page
    assert "Go to checkout" in page
    assert '<span class="count">1<' in page


def test_with_htmx_the_browser_is_sent_on(client, guest):
    answer = client.post(PUT, data={"confirmed": "y"}, headers=HTMX)

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/bag")


def test_a_second_click_puts_in_once(client, session, guest):
    for _ in range(2):
        assert put(client, once="x").status_code == 303

    assert len(lines(session)) == 1


def test_the_same_form_after_signing_out_makes_a_line_of_ones_own(client, session, guest):
    put(client, once="x")
    client.post("/sign-out")

    assert put(client, once="x").status_code == 303
    assert len({line.person_id for line in lines(session)}) == 2


CONFIRM = "Please confirm the finished measurements"
SHORTER = "Keep the note under 400 characters."


@pytest.mark.usefixtures("guest")
@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"confirmed": ""}, CONFIRM),
        ({"confirmed": "false"}, CONFIRM),
        ({"note": "x" * 401}, SHORTER),
        ({"note": "x" * 10_000}, SHORTER),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, session, sent, sentence):
    answer = put(client, **{"note": "My own words", **sent})

    assert answer.status_code == 422
    [field] = sent
    assert sentence in answer.text.partition(f'id="{field}-error">')[2].partition("</p>")[0]
    assert sent.get("note", "My own words") in answer.text
    assert lines(session) == []


def test_a_newcomer_who_forgets_to_confirm_is_nobody_yet(client, session):
    load_catalogue(session)
    session.commit()

    assert put(client, confirmed="").status_code == 422
    assert session.scalar(select(func.count()).select_from(Person)) == 0
    assert put(client).status_code == 303
    assert len(lines(session)) == 1


@pytest.mark.parametrize("changed", [{"wearer": ""}, {"wearer": "nobody"}, {"collar": "gold"},
                                     {"monogram": "chest", "monogram-text": "a"}])  # fmt: skip
def test_what_cannot_be_made_goes_back_to_the_review(client, session, guest, changed):
    answer = put(client, a_state(**changed).put_url())

    assert answer.status_code == 303
    assert "step=review" in answer.location
    assert lines(session) == []


def test_a_garment_we_do_not_make_is_explained(client, session, guest):
    assert put(client, "/bag/put/cape").status_code == 404


def test_a_line_is_changed_where_it_lies(client, session, guest):
    put(client, note="Before")
    [line] = lines(session)
    page = client.get("/bag").text
    change = re.search(r'href="(/garments/[^"]*line=[^"]*)"', page)[1].replace("&amp;", "&")
    review = client.get(change).text
    assert "Save the change" in review

    put(client, a_state(cuff="french").editing(line.public_id).put_url(), note="After")

    [changed] = lines(session)
    assert changed.public_id == line.public_id
    assert (changed.choices["cuff"], changed.note) == ("french", "After")


def test_another_persons_line_is_neither_changed_nor_taken_out(client, session, guest):
    theirs = in_bag(session, a_guest(session), note="Theirs")
    session.commit()

    put(client, a_state(cuff="french").editing(theirs.public_id).put_url(), note="Mine")
    client.post(f"/bag/{theirs.public_id}/remove")

    kept, mine = lines(session)
    assert (kept.public_id, kept.note, "cuff" in kept.choices) == (theirs.public_id, "Theirs", True)
    assert kept.choices["cuff"] == "barrel"
    assert mine.note == "Mine"


def test_a_line_ordered_meanwhile_is_not_changed(client, session, guest):
    line = in_bag(session, guest)
    order = ordered(session, guest)
    session.commit()

    put(client, a_state(cuff="french").editing(line.public_id).put_url())

    taken, new = lines(session)
    assert (taken.taken_by, taken.choices["cuff"]) == (order.public_id, "barrel")
    assert (new.taken_by, new.choices["cuff"]) == (None, "french")


def test_a_line_is_taken_out_and_a_second_click_is_quiet(client, session, guest):
    put(client)
    [line] = lines(session)

    for _ in range(2):
        assert client.post(f"/bag/{line.public_id}/remove").location == "/bag"

    assert lines(session) == []


def test_nobody_takes_out_nothing(client):
    assert client.post("/bag/nothing/remove").location == "/bag"


def test_what_sold_out_says_so_and_bars_the_checkout(client, session, guest):
    put(client)
    leave(session, 1000)
    session.commit()

    page = client.get("/bag").text

    assert "Blue Oxford has just sold out." in page
    assert "Something in your bag needs a look" in page
    assert "Go to checkout" not in page
    assert client.get("/checkout").location == "/bag"


def test_a_price_that_changed_is_told(client, session, guest):
    put(client)
    lines(session)[0].price_minor -= 500
    session.commit()

    assert "The price has changed since you put it in." in client.get("/bag").text


def test_a_garment_no_longer_made_is_told(client, session, guest):
    put(client)
    lines(session)[0].garment = "cape"
    session.commit()

    page = client.get("/bag").text

    assert "A garment that is no longer offered" in page
    assert "We make no such garment, or not any more." in page


def test_again_in_the_same_measures_needs_no_second_confirmation(client, session, guest):
    line = in_bag(session, guest)
    ordered(session, guest)
    session.commit()
    again = f"&again={line.public_id}"

    assert put(client, PUT + again, confirmed="").location == "/bag"
    assert put(client, a_state(wearer="men-L").put_url() + again, confirmed="").status_code == 422
    assert put(client, a_state(fit="slim").put_url() + again, confirmed="").status_code == 422
    assert len(lines(session)) == 2


def test_anothers_order_confirms_nothing(client, session, guest):
    other = a_guest(session)
    line = in_bag(session, other)
    ordered(session, other)
    session.commit()

    assert put(client, f"{PUT}&again={line.public_id}", confirmed="").status_code == 422
