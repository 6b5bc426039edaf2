import re
from dataclasses import asdict

import pytest
from sqlalchemy import select

from shop.cart.models import BagLine
from shop.orders.models import Order
from shop.payments.models import Payment
from tests.builders.bags import ADDRESS, held_mm, in_bag, leave, ordered, pay
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.people import a_customer, a_guest, enter

HTMX = {"HX-Request": "true", "HX-Target": "checkout-sum"}


@pytest.fixture
def guest(client, session):
    load_catalogue(session)
    guest = a_guest(session)
    in_bag(session, guest)
    enter(client, session, guest)
    return guest


def form(client, **changed):
    """The form as it stands on the page, filled in."""
    page = client.get("/checkout").text
    hidden = dict(re.findall(r'name="(once|seen_total)" type="hidden" value="([^"]*)"', page))
    sent = {"email": "gerda@example.com", "shipping": "standard", **asdict(ADDRESS), **hidden}
    return {**sent, **changed}


def orders(session):
    session.expire_all()
    return list(session.scalars(select(Order)))


def is_untouched(session):
    return (
        orders(session) == []
        and session.scalars(select(Payment)).all() == []
        and held_mm(session) == 0
        and session.scalars(select(BagLine.taken_by)).all() == [None]
    )


def test_nobody_with_nothing_is_sent_to_the_bag(client):
    assert client.get("/checkout").location == "/bag"
    assert client.post("/checkout", data={"email": "x"}).location == "/bag"


def test_the_page_tells_all_before_the_button(client, guest):
    page = client.get("/checkout").text

    assert "Order and pay €155.15" in page
    assert "of it is VAT." in page
    assert "Arrives by" in page
    assert "until we cut the cloth" in page
    assert "return it within 14 days" in page
    assert "Test counter: no real money moves." in page


def test_an_order_is_placed_and_leads_to_paying(client, session, guest):
    answer = client.post("/checkout", data=form(client))

    assert answer.status_code == 303
    payment = session.scalars(select(Payment)).one()
    assert answer.location == f"/payments/{payment.public_id}/go"
    [order] = orders(session)
    assert order.address == ADDRESS
    assert (order.email, order.total_minor) == ("gerda@example.com", 15_515)
    assert "Nothing in it yet" in client.get("/bag").text
    assert order.number in client.get(f"/orders/{order.public_id}").text


def test_a_second_press_leads_where_the_first_did(client, session, guest):
    sent = form(client)
    first = client.post("/checkout", data=sent)

    again = client.post("/checkout", data=sent)

    assert again.location == first.location
    assert len(orders(session)) == 1


WRONG = [
    ("email", "", "We send the confirmation there."),
    ("email", "gerda", "That does not look like an e-mail address"),
    ("email", "x" * 10_000 + "@example.com", "Field cannot be longer than 254 characters."),
    ("name", "", "Whose name is on the door?"),
    ("name", " \t ", "Whose name is on the door?"),
    ("name", "x" * 10_000, "Field cannot be longer than 120 characters."),
    ("street", "", "Where does the parcel go?"),
    ("street", "  ", "Where does the parcel go?"),
    ("postcode", "", "The carrier needs the postcode."),
    ("postcode", "1" * 13, "Field cannot be longer than 12 characters."),
    ("city", "", "Which town?"),
    ("extra", "x" * 121, "Field cannot be longer than 120 characters."),
    ("phone", "call me", "Digits, spaces and + only."),
    ("phone", "1" * 10_000, "Digits, spaces and + only."),
]


@pytest.mark.usefixtures("guest")
@pytest.mark.parametrize(("field", "typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_beside_the_field(client, session, field, typed, sentence):
    answer = client.post("/checkout", data=form(client, **{field: typed}))

    assert answer.status_code == 422
    assert sentence in answer.text.partition(f'id="{field}-error">')[2].partition("</p>")[0]
    assert f'value="{typed}"' in answer.text
    assert 'value="Köln"' in answer.text or field == "city"
    assert is_untouched(session)


@pytest.mark.usefixtures("guest")
@pytest.mark.parametrize("country", ["", "US", "XX", "de", "x" * 10_000])
def test_a_country_where_no_parcel_goes_is_told(client, session, country):
    answer = client.post("/checkout", data=form(client, country=country))

    assert answer.status_code == 422
    beside = answer.text.partition('id="country-error">')[2].partition("</p>")[0]
    assert beside == ("Choose a country from the list." if country else "Which country?")
    assert is_untouched(session)


@pytest.mark.usefixtures("guest")
@pytest.mark.parametrize("way", ["", "pigeon"])
def test_a_way_no_parcel_travels_is_told(client, session, way):
    answer = client.post("/checkout", data=form(client, shipping=way))

    assert answer.status_code == 422
    assert "Choose how it travels." in answer.text.partition('id="shipping-error">')[2][:80]
    assert is_untouched(session)


def test_nothing_filled_in_is_told_at_every_field(client, session, guest):
    answer = client.post("/checkout")

    assert answer.status_code == 422
    for field in ("email", "name", "street", "postcode", "city", "country", "shipping"):
        assert f'id="{field}-error"' in answer.text
    assert is_untouched(session)


@pytest.mark.usefixtures("guest")
@pytest.mark.parametrize("seen", ["", "0", "1", "15514", "abc", "²", "-15515", "1e4", "9" * 5000])
def test_another_total_than_she_saw_is_shown_again(client, session, seen):
    answer = client.post("/checkout", data=form(client, seen_total=seen))

    assert answer.status_code == 409
    assert "The total has changed since you saw it. Please look again." in answer.text
    assert 'value="Köln"' in answer.text
    assert is_untouched(session)
    fresh = re.search(r'name="seen_total" type="hidden" value="(\d+)"', answer.text)[1]
    assert client.post("/checkout", data=form(client, seen_total=fresh)).status_code == 303


def test_another_way_is_another_total(client, guest):
    page = client.get("/checkout?shipping=express", headers=HTMX).text

    assert page.strip().startswith('<section class="form" id="checkout-sum"')
    assert "Order and pay €163.15" in page
    assert re.search(r'value="express" id="shipping-express"\s+checked', page)


def test_without_a_script_it_is_counted_again_with_all_kept(client, session, guest):
    answer = client.post("/checkout", data=form(client, shipping="express", recount="1", email=""))

    assert answer.status_code == 200
    assert "Order and pay €163.15" in answer.text
    assert 'value="Köln"' in answer.text
    assert is_untouched(session)


def test_express_is_paid_and_kept(client, session, guest):
    sent = form(client, shipping="express", seen_total="16315")

    assert client.post("/checkout", data=sent).status_code == 303
    [order] = orders(session)
    assert (order.shipping, order.shipping_minor) == ("express", 1490)


def test_cloth_that_sold_out_leads_back_to_the_bag_which_says_so(client, session, guest):
    sent = form(client)
    leave(session, 1000)
    session.commit()

    assert client.post("/checkout", data=sent).location == "/bag"
    assert "Blue Oxford has just sold out." in client.get("/bag").text
    assert is_untouched(session)


def test_the_last_of_all_cloth_leads_back_to_the_bag(client, session, guest):
    sent = form(client)
    for each in shipped().cloths:
        leave(session, 0, each.cloth.code)
    session.commit()

    assert client.post("/checkout", data=sent).location == "/bag"
    assert "No cloth for this garment is left" in client.get("/bag").text
    assert is_untouched(session)


def test_two_shirts_from_cloth_for_one_are_told_and_nothing_is_held(client, session, guest):
    in_bag(session, guest)
    leave(session, 2000)
    session.commit()

    answer = client.post("/checkout", data=form(client))

    assert answer.status_code == 409
    assert "Blue Oxford has just sold out: no roll is long enough" in answer.text
    assert (orders(session), held_mm(session)) == ([], 0)


def test_the_next_order_knows_the_address(client, session, guest):
    pay(session, ordered(session, guest))
    in_bag(session, guest)
    session.commit()

    page = client.get("/checkout").text

    for known in ("gerda@example.com", "Gerda Gast", "Marktplatz 3", "50667", "Köln"):
        assert f'value="{known}"' in page
    assert '<option selected value="DE">' in page


def test_who_is_signed_in_need_not_type_her_name(client, session):
    load_catalogue(session)
    anna = a_customer(session)
    in_bag(session, anna)
    enter(client, session, anna)

    page = client.get("/checkout").text

    assert 'value="anna@example.com"' in page
    assert 'value="Anna"' in page
    assert '<option selected value="BE">' in page


def test_no_address_is_asked_for_in_the_url(client, guest):
    page = client.get("/checkout").text

    assert 'method="get"' not in page
    assert 'formmethod="get"' not in page
    assert "hx-include" not in page
