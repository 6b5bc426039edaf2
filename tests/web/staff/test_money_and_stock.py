"""Orders, cloths and prices for those whose work it is."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.infra.access import Role
from shop.orders.models import Order
from shop.orders.rules import State
from shop.payments import queries as payments
from shop.payments.rules import PaymentState
from shop.stock import queries as stock
from tests.builders.catalogue import load_catalogue
from tests.builders.orders import ADDRESS, NOW, a_roll, an_order
from tests.builders.payments import a_payment
from tests.builders.production import a_colleague, enter
from tests.builders.stock import measured

LEFT = "/staff/cloths/bengal-blue/rolls/R-0117/left"


def as_(role: Role, client: FlaskClient, session: Session) -> None:
    enter(client, session, a_colleague(session, role, name="Griet"))


@pytest.fixture
def order(session: Session) -> Order:
    order = an_order(session)
    payment = a_payment(
        session, reference=order.public_id, amount=order.total, person_id=order.person_id
    )
    payment.state, payment.paid_at, payment.provider_intent_id = PaymentState.PAID, NOW, "pi_1"
    session.commit()
    return order


def left(session: Session, order: Order) -> int:
    session.expire_all()
    return payments.balance(session, order.public_id, "EUR").left.minor


def test_the_service_sees_who_and_what(client: FlaskClient, session: Session, order: Order) -> None:
    as_(Role.SERVICE, client, session)

    page = client.get(f"/staff/orders/{order.public_id}").text

    for word in (order.number, ADDRESS.name, ADDRESS.street, order.email, "€149"):
        assert word in page
    assert order.number in client.get("/staff/orders").text
    assert order.number not in client.get("/staff/orders?state=delivered").text


def test_the_workshop_may_not_refund_nor_look(
    client: FlaskClient, session: Session, order: Order
) -> None:
    as_(Role.WORKSHOP, client, session)
    before = left(session, order)

    path = f"/staff/orders/{order.public_id}"
    sent = {"once": "a", "amount": "10", "reason": "late"}
    assert client.get(path).status_code == 403
    assert client.post(f"{path}/refund", data=sent).status_code == 403
    assert client.post(f"{path}/cancel", data={"reason": "x"}).status_code == 403
    assert left(session, order) == before


def test_a_double_click_gives_back_once(
    client: FlaskClient, session: Session, order: Order
) -> None:
    as_(Role.SERVICE, client, session)
    before = left(session, order)

    sent = {"once": "a", "amount": "12,50", "reason": "Arrived late"}
    for _click in range(2):
        answer = client.post(f"/staff/orders/{order.public_id}/refund", data=sent)
        assert answer.status_code == 303

    assert left(session, order) == before - 1250


@pytest.mark.parametrize(
    ("amount", "says"),
    [
        ("ten", "«ten» cannot be read. Write a number such as 12.50."),
        ("-5", "This cannot be below zero."),
        ("1.999", "At most 2 digits after the point, such as 12.50."),
        ("0", "Nothing is no refund."),
        ("90000", "That is more than is left of what was paid."),
    ],
)
def test_a_refund_that_cannot_be_is_explained(
    client: FlaskClient, session: Session, order: Order, amount: str, says: str
) -> None:
    as_(Role.SERVICE, client, session)
    before = left(session, order)

    answer = client.post(
        f"/staff/orders/{order.public_id}/refund",
        data={"once": "a", "amount": amount, "reason": "x"},
    )

    assert answer.status_code == 422
    assert f'<p class="error" id="amount-error">{says}</p>' in answer.text
    assert f'value="{amount}"' in answer.text
    assert left(session, order) == before


def test_an_uncut_order_is_cancelled_and_paid_back(
    client: FlaskClient, session: Session, order: Order
) -> None:
    as_(Role.SERVICE, client, session)

    answer = client.post(f"/staff/orders/{order.public_id}/cancel", data={"reason": "Wedding off"})

    assert answer.status_code == 303
    session.refresh(order)
    assert order.state is State.CANCELLED
    assert left(session, order) == 0
    assert "Griet · Wedding off" in client.get(f"/staff/orders/{order.public_id}").text


def test_a_roll_comes_in(client: FlaskClient, session: Session) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)

    sent = {"number": "R-0200", "dye_lot": "L-9", "metres": "42.5", "received_on": "2026-11-20"}
    assert client.post("/staff/cloths/bengal-blue/rolls", data=sent).status_code == 303

    assert stock.on_shelf(session, "bengal-blue").longest_mm == 42_500
    assert "R-0200" in client.get("/staff/cloths/bengal-blue").text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"number": ""}, "Write the number that is on the roll."),
        ({"number": "R-0117"}, "is on the shelf already, with another length or lot."),
        ({"metres": "0"}, "A roll has some length."),
        ({"metres": "12.3456"}, "At most 3 digits after the point"),
        ({"received_on": "soon"}, "Write the day it came."),
    ],
)
def test_a_roll_that_cannot_be_is_explained(
    client: FlaskClient, session: Session, changed: dict[str, str], says: str
) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)

    sent = {"number": "R-0200", "dye_lot": "L-9", "metres": "42.5", "received_on": "2026-11-20"}
    answer = client.post("/staff/cloths/bengal-blue/rolls", data=sent | changed)

    assert answer.status_code == 422
    assert says in answer.text
    assert len(stock.rolls(session, cloth="bengal-blue")) == 1


def test_what_is_left_on_a_roll_is_corrected(client: FlaskClient, session: Session) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)

    sent = {"metres": "28,2", "seen": "30000", "reason": "A flaw near the end"}
    assert client.post(LEFT, data=sent).status_code == 303
    assert client.post(LEFT, data=sent | {"metres": "-1"}).status_code == 422

    assert stock.on_shelf(session, "bengal-blue").longest_mm == 28_200


def test_a_correction_says_why_and_stands_with_its_roll(
    client: FlaskClient, session: Session
) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)
    assert 'name="seen" type="hidden" value="30000"' in client.get("/staff/cloths/bengal-blue").text

    sent = {"metres": "28.2", "seen": "30000", "reason": " "}
    answer = client.post(LEFT, data=sent)

    assert answer.status_code == 422
    assert "Say why: measured again, a flaw cut out." in answer.text
    assert 'value="28.2"' in answer.text
    assert stock.on_shelf(session, "bengal-blue").longest_mm == 30_000
    assert client.post(LEFT, data=sent | {"metres": "30"}).status_code == 303

    assert client.post(LEFT, data=sent | {"reason": "A flaw cut out"}).status_code == 303
    page = client.get("/staff/cloths/bengal-blue/rolls/R-0117").text
    assert "− 1.800 m" in page
    assert "A flaw cut out" in page
    assert "Griet" in page


def test_a_correction_from_an_old_page_overwrites_nothing(
    client: FlaskClient, session: Session
) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)
    old = {"metres": "28.2", "seen": "30000", "reason": "Measured"}
    assert client.post(LEFT, data=old | {"metres": "29"}).status_code == 303

    answer = client.post(LEFT, data=old)

    assert answer.status_code == 422
    assert "it should hold 29000 mm now" in answer.text
    assert 'name="seen" type="hidden" value="29000"' in answer.text
    assert stock.on_shelf(session, "bengal-blue").longest_mm == 29_000
    assert client.post(LEFT, data=old | {"seen": "29000"}).status_code == 303


def test_a_page_without_its_figure_overwrites_nothing(
    client: FlaskClient, session: Session
) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)

    assert client.post(LEFT, data={"metres": "2", "reason": "x", "seen": "-1"}).status_code == 422

    assert stock.on_shelf(session, "bengal-blue").longest_mm == 30_000


def test_what_moved_of_a_roll_is_read_page_by_page(client: FlaskClient, session: Session) -> None:
    a_roll(session)
    for left in range(50):
        measured(session, "bengal-blue", "R-0117", left)
    as_(Role.WORKSHOP, client, session)

    newest = client.get("/staff/cloths/bengal-blue/rolls/R-0117").text
    older = re.search(r'href="([^"]*before=[0-9]+)"', newest)

    assert older
    assert "Came in" not in newest
    last = client.get(unescape(older[1])).text
    assert "Came in" in last
    assert "Older movements" not in last
    unreadable = client.get("/staff/cloths/bengal-blue/rolls/R-0117?before=x")
    assert "Older movements" in unreadable.text
    assert client.get("/staff/cloths/bengal-blue/rolls/R-9").status_code == 404


def test_the_page_of_a_roll_names_order_and_customer(
    client: FlaskClient, session: Session, order: Order
) -> None:
    as_(Role.WORKSHOP, client, session)

    page = client.get("/staff/cloths/bengal-blue/rolls/R-0117").text

    assert order.number in page
    assert "the customer" in page
    assert "the house" in page


def test_a_roll_holds_at_least_what_is_promised(
    client: FlaskClient, session: Session, order: Order
) -> None:
    as_(Role.WORKSHOP, client, session)

    sent = {"metres": "1", "seen": "30000", "reason": "Measured"}
    answer = client.post(LEFT, data=sent)

    assert answer.status_code == 422
    assert "1460 mm of this roll are promised to garments." in answer.text


def test_only_who_may_changes_the_price_of_a_metre(client: FlaskClient, session: Session) -> None:
    a_roll(session)
    as_(Role.WORKSHOP, client, session)
    assert client.post("/staff/cloths/bengal-blue/price", data={"price": "1"}).status_code == 403

    as_(Role.MANAGER, client, session)
    assert client.post("/staff/cloths/bengal-blue/price", data={"price": "a"}).status_code == 422
    assert client.post("/staff/cloths/bengal-blue/price", data={"price": "31"}).status_code == 303

    session.expire_all()
    assert catalogue.cloth(session, "bengal-blue").price_per_metre_minor == 3100


def test_the_shelf_lists_every_cloth(client: FlaskClient, session: Session) -> None:
    as_(Role.WORKSHOP, client, session)
    assert "No cloths yet" in client.get("/staff/cloths").text

    load_catalogue(session)
    page = client.get("/staff/cloths").text

    for each in catalogue.cloths(session):
        assert each.article in page


def prices(session: Session, client: FlaskClient) -> dict[str, str]:
    """Return what the price form of the shirt would send untouched."""
    model = catalogue.model_of(session, "shirt")
    fields = {"base": f"{model.base_price_minor / 100:.2f}"}
    for group in model.groups:
        if group.kind == "choice":
            for value in group.values:
                fields[f"{group.code}--{value.code}"] = f"{value.price_minor / 100:.2f}"
    return fields


def test_new_prices_are_a_new_version(client: FlaskClient, session: Session) -> None:
    load_catalogue(session)
    as_(Role.MANAGER, client, session)
    before = catalogue.model_of(session, "shirt")

    sent = prices(session, client) | {"base": "120", "cuff--french": "13,50"}
    assert client.post("/staff/prices/shirt", data=sent).status_code == 303

    after = catalogue.model_of(session, "shirt")
    assert after.version == before.version + 1
    assert after.base_price_minor == 12_000
    cuff = after.group("cuff")
    assert cuff is not None
    assert next(v.price_minor for v in cuff.values if v.code == "french") == 1350
    page = client.get("/staff/prices/shirt").text
    assert "→ €120" in page
    assert "→ €13.50" in page


def test_the_same_prices_publish_nothing(client: FlaskClient, session: Session) -> None:
    load_catalogue(session)
    as_(Role.MANAGER, client, session)

    assert client.post("/staff/prices/shirt", data=prices(session, client)).status_code == 303

    assert catalogue.model_of(session, "shirt").version == 1


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("base", "cheap", "«cheap» cannot be read. Write a number such as 12.50."),
        ("base", "-5", "This cannot be below zero."),
        ("base", "", "Write an amount; 0 for nothing."),
        ("cuff--french", "12.345", "At most 2 digits after the point, such as 12.50."),
        ("cuff--french", "1e3", "«1e3» cannot be read. Write a number such as 12.50."),
        ("cuff--french", "9999999", "That is more than there can be. Look at the number again."),
    ],
)
def test_a_price_that_cannot_be_is_explained_beside_its_field(
    client: FlaskClient, session: Session, field: str, typed: str, says: str
) -> None:
    load_catalogue(session)
    as_(Role.MANAGER, client, session)

    answer = client.post("/staff/prices/shirt", data=prices(session, client) | {field: typed})

    assert answer.status_code == 422
    assert f'<p class="error" id="{field}-error">{says}</p>' in answer.text
    assert f'value="{typed}"' in answer.text
    assert catalogue.model_of(session, "shirt").version == 1


def test_the_workshop_sets_no_prices(client: FlaskClient, session: Session) -> None:
    load_catalogue(session)
    as_(Role.WORKSHOP, client, session)

    assert client.get("/staff/prices/shirt").status_code == 403
    assert client.post("/staff/prices/shirt", data={"base": "1"}).status_code == 403
    assert catalogue.model_of(session, "shirt").version == 1
