import pytest
from sqlalchemy import select

from shop.kernel.actors import HOUSE
from shop.orders import mails, queries, service
from shop.orders.models import Order
from shop.orders.rules import State
from shop.payments.models import Refund
from tests.builders.bags import MONDAY, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue
from tests.builders.orders import an_order
from tests.builders.people import a_customer, a_guest, enter

HTMX = {"HX-Request": "true", "HX-Target": "order-cancel"}


@pytest.fixture
def guest(client, session):
    load_catalogue(session)
    guest = a_guest(session)
    enter(client, session, guest)
    return guest


@pytest.fixture
def order(session, guest):
    in_bag(session, guest)
    order = ordered(session, guest)
    session.commit()
    return order


@pytest.fixture
def paid(session, order):
    pay(session, order)
    session.commit()
    return order


def state_of(session, order):
    session.expire_all()
    return session.scalars(select(Order.state).where(Order.id == order.id)).one()


def test_an_unpaid_order_can_be_paid_or_put_back(client, order):
    page = client.get(f"/orders/{order.public_id}").text

    assert "Waiting for payment" in page
    assert "Pay €155.15" in page
    assert "Put it back into the bag" in page
    assert "Cancel this order" not in page
    assert "Köln" in page


def test_a_paid_order_can_be_cancelled_and_shows_what_it_will_measure(client, paid):
    page = client.get(f"/orders/{paid.public_id}").text

    assert "Paid, waiting to be cut" in page
    assert "€155.15 goes back the way it came." in page
    assert "Pay €" not in page
    assert page.count('<th scope="row">') == len(paid.lines[0].finished)


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_page(client, session, guest, state):
    order = an_order(session, state=state, person=guest)
    session.commit()

    for address in (f"/orders/{order.public_id}", f"/orders/{order.public_id}/thanks"):
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200
        assert order.number in answer.text


@pytest.mark.parametrize(("state", "is_thanked"), [
    (State.PLACED, False), (State.PAID, True), (State.CANCELLED, False), (State.EXPIRED, False),
])  # fmt: skip
def test_only_who_paid_is_thanked_for_it(client, session, guest, state, is_thanked):
    order = an_order(session, state=state, person=guest)
    session.commit()

    page = client.get(f"/orders/{order.public_id}/thanks", follow_redirects=True).text

    assert ("Your payment has arrived." in page) is is_thanked


def test_a_late_paid_order_still_shows_what_lies_ahead(client, session, order):
    service.expire(session, order, now=MONDAY)
    pay(session, order)
    service.mark_cut(order, actor=HOUSE, now=MONDAY)
    session.commit()

    page = client.get(f"/orders/{order.public_id}").text

    assert "Handed to the carrier" in page


def test_waiting_asks_again_by_itself_and_stops(client, session, order):
    poll = {"HX-Request": "true", "HX-Target": "order-paid"}
    waiting = client.get(f"/orders/{order.public_id}/thanks", headers=poll).text
    assert waiting.strip().startswith('<div id="order-paid"')
    assert "hx-trigger" in waiting

    pay(session, order)
    session.commit()

    assert "hx-trigger" not in client.get(f"/orders/{order.public_id}/thanks", headers=poll).text


@pytest.mark.parametrize("who", ["nobody", "guest", "customer"])
def test_another_persons_order_does_not_exist(client, session, paid, who):
    client.delete_cookie("shop")
    if who != "nobody":
        enter(client, session, {"guest": a_guest, "customer": a_customer}[who](session))
    here = f"/orders/{paid.public_id}"

    for answer in (
        client.get(here),
        client.get(f"{here}/thanks"),
        client.post(f"{here}/cancel", data={"reason": "x"}),
        client.post(f"{here}/give-up"),
    ):
        assert answer.status_code == 404
        assert paid.number not in answer.text
    assert state_of(session, paid) is State.PAID


def test_cancelling_wants_a_word(client, session, paid):
    for reason in ("", "   ", "x" * 501):
        answer = client.post(f"/orders/{paid.public_id}/cancel", data={"reason": reason})

        assert answer.status_code == 422
        assert 'id="reason-error"' in answer.text
        assert reason in answer.text
    assert state_of(session, paid) is State.PAID


def test_cancelling_under_htmx_is_answered_in_place(client, paid):
    wrong = client.post(f"/orders/{paid.public_id}/cancel", data={"reason": ""}, headers=HTMX)
    assert wrong.status_code == 422
    assert wrong.text.strip().startswith('<div id="order-cancel">')
    assert "<html" not in wrong.text

    right = client.post(f"/orders/{paid.public_id}/cancel", data={"reason": "No"}, headers=HTMX)
    assert right.status_code == 204
    assert right.headers["HX-Redirect"] == f"/orders/{paid.public_id}"


def test_a_cancelled_order_says_so_and_stays_cancelled(client, session, paid):
    for _ in range(2):
        answer = client.post(f"/orders/{paid.public_id}/cancel", data={"reason": "No"})
        assert answer.status_code == 303

    page = client.get(f"/orders/{paid.public_id}").text
    assert "Cancelled" in page
    assert "Arrives by" not in page
    assert len(session.scalars(select(Refund)).all()) == 1


def test_a_cut_order_is_not_cancelled(client, session, guest):
    order = an_order(session, state=State.MAKING, person=guest)
    session.commit()

    answer = client.post(f"/orders/{order.public_id}/cancel", data={"reason": "No"})

    assert answer.status_code == 409
    assert "cut already" in answer.text
    assert state_of(session, order) is State.MAKING


def test_an_unpaid_order_goes_back_into_the_bag(client, session, order):
    for _ in range(2):
        assert client.post(f"/orders/{order.public_id}/give-up").location == "/bag"

    page = client.get("/bag").text
    assert page.count('class="bag-line"') == 1
    assert "Go to checkout" in page
    assert client.get("/checkout").status_code == 200


def test_a_paid_order_is_not_put_back(client, session, paid):
    answer = client.post(f"/orders/{paid.public_id}/give-up")

    assert answer.status_code == 409
    assert "This order is paid. You can cancel it on its page." in answer.text
    assert state_of(session, paid) is State.PAID


def link(order):
    return mails.link_of(order).removeprefix("http://localhost")


def test_the_link_from_the_mail_shows_neither_measures_nor_address(client, session, paid):
    client.delete_cookie("shop")

    page = client.get(link(paid)).text

    assert paid.number in page
    assert "Regular shirt in blue Oxford" in page
    for private in ("Köln", "Marktplatz", "Gerda", "50667", "gerda@example.com", "Finished"):
        assert private not in page
    assert "Cancel this order" not in page
    assert "Put it under my account" not in page
    assert f'href="/sign-in?next={link(paid)}"' in page


def test_the_owner_is_led_to_her_own_page(client, paid):
    assert client.get(link(paid)).location == f"/orders/{paid.public_id}"


def test_a_guests_order_is_claimed_after_signing_in(client, session, paid):
    client.delete_cookie("shop")
    enter(client, session, a_customer(session))
    assert "Put it under my account" in client.get(link(paid)).text

    answer = client.post(f"{link(paid)}/claim")

    assert answer.location == f"/orders/{paid.public_id}"
    assert "Köln" in client.get(answer.location).text
    assert paid.number in client.get("/account").text


def test_a_guest_claims_nothing(client, session, paid):
    client.delete_cookie("shop")
    enter(client, session, a_guest(session))

    assert client.post(f"{link(paid)}/claim").status_code == 401


def test_an_accounts_order_is_not_claimed(client, session, paid):
    client.delete_cookie("shop")
    enter(client, session, a_customer(session))
    client.post(f"{link(paid)}/claim")
    eve = a_customer(session, "eve@example.com")
    enter(client, session, eve)

    answer = client.post(f"{link(paid)}/claim")

    assert answer.status_code == 409
    assert "This order belongs to another account." in answer.text
    session.expire_all()
    assert paid.person_id != eve.id


@pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: t + "x", lambda t: t[1:],
                                   lambda t: t.replace(".", "")])  # fmt: skip
def test_a_link_with_a_letter_missing_opens_nothing(client, paid, spoil):
    client.delete_cookie("shop")

    answer = client.get(spoil(link(paid)))

    assert answer.status_code == 404
    assert paid.number not in answer.text


def test_again_reopens_the_design_with_its_measures(client, session, paid):
    page = client.get(f"/orders/{paid.public_id}").text
    assert f"again={paid.lines[0].public_id}" in page

    again = client.get(queries.again_url(paid.lines[0]))

    assert again.status_code == 200
    assert "Add to bag, measured as before" in again.text
