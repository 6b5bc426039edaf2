"""The test counter: labelled on every page, stubborn like Stripe, mounted only without keys."""

import time
from datetime import timedelta

import pytest
import stripe

from shop.config import Settings
from shop.factory import create_app
from shop.infra.headers import POLICY
from shop.payments.gateways.counter.letters import signature
from tests.builders.payments import a_paged_payment

LABEL = "Test counter – no real money moves"


def asked(**different):
    return {
        "mode": "payment",
        "ui_mode": "hosted_page",
        "success_url": "http://localhost/",
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": "eur",
                    "unit_amount": 100,
                    "product_data": {"name": "Button"},
                },
            }
        ],
        **different,
    }


def test_every_page_says_what_it_is(session, counter):
    payment = a_paged_payment(session)
    browser = counter.app.test_client()
    address = f"/pay/{payment.provider_session_id}"

    pages = [browser.get(address), browser.post(f"{address}/decline"), browser.get("/pay/cs_no")]
    browser.post(f"{address}/pay")
    pages.append(browser.get(address))

    assert [page.status_code for page in pages] == [200, 402, 404, 200]
    assert all(LABEL in page.text for page in pages)
    assert all(page.headers["Content-Security-Policy"] == POLICY for page in pages)
    assert all(
        part not in page.text for page in pages for part in ("<script", " style=", " onclick=")
    )
    assert "This is paid already." in pages[3].text
    assert "Pay with a test card" not in pages[3].text


def test_the_way_back_is_a_link_to_where_she_came_from(session, counter):
    payment = a_paged_payment(session)

    page = counter.app.test_client().get(f"/pay/{payment.provider_session_id}")

    assert 'href="http://localhost/orders/x"' in page.text


def test_after_the_time_nothing_can_be_pressed(session, counter):
    payment = a_paged_payment(session)
    counter.watch.ahead = timedelta(hours=3)

    page = counter.app.test_client().get(f"/pay/{payment.provider_session_id}")

    assert "The time for this payment is over." in page.text
    assert "<button" not in page.text
    assert counter.press("pay", payment).status_code == 409
    assert counter.press("decline", payment).status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        {"tip": 5},
        {"mode": "subscription"},
        {"line_items": []},
        {"success_url": ""},
        {"expires_at": int(time.time()) + 60},
        {"expires_at": int(time.time()) + 25 * 3600},
        {"line_items": [{"quantity": 0, "price_data": {"currency": "eur", "unit_amount": 1,
                                                       "product_data": {"name": "x"}}}]},
        {"line_items": [{"quantity": 1, "price_data": {"currency": "eur", "unit_amount": "1.5",
                                                       "product_data": {"name": "x"}}}]},
        {"line_items": [{"quantity": 1, "price_data": {"currency": "eur", "unit_amount": -1,
                                                       "product_data": {"name": "x"}}}]},
        {"line_items": [{"quantity": 1, "price_data": {"currency": "eur", "unit_amount": 1,
                                                       "product_data": {}}}]},
        {"payment_intent_data": {"tip": 1}},
    ],
)  # fmt: skip
def test_what_stripe_refuses_the_counter_refuses(counter, wrong):
    with pytest.raises(stripe.InvalidRequestError):
        counter.sdk.v1.checkout.sessions.create(asked(**wrong))


def test_another_key_opens_nothing(counter):
    with pytest.raises(stripe.AuthenticationError):
        counter.sdk.v1.checkout.sessions.create(asked(), {"api_key": "sk_test_other"})


def test_a_key_used_again_gets_the_same_answer_or_a_refusal(counter):
    create, once = counter.sdk.v1.checkout.sessions.create, {"idempotency_key": "one"}

    first, again = create(asked(), once), create(asked(), once)

    assert first.id == again.id
    assert again.last_response.headers["Idempotent-Replayed"] == "true"
    with pytest.raises(stripe.IdempotencyError):
        create(asked(client_reference_id="other"), once)


def test_refunds_end_where_the_money_ends(session, counter):
    payment = a_paged_payment(session)
    counter.press("pay", payment)
    intent = counter.stripe.page(payment.provider_session_id).intent
    refund = counter.sdk.v1.refunds.create

    refund({"payment_intent": intent, "amount": 12000})
    with pytest.raises(stripe.InvalidRequestError, match="greater than unrefunded amount"):
        refund({"payment_intent": intent, "amount": 951})
    refund({"payment_intent": intent})

    with pytest.raises(stripe.InvalidRequestError) as caught:
        refund({"payment_intent": intent, "amount": 1})
    assert caught.value.code == "charge_already_refunded"
    with pytest.raises(stripe.InvalidRequestError):
        refund({"payment_intent": "pi_unknown", "amount": 1})


def test_a_paid_page_cannot_be_closed(session, counter):
    payment = a_paged_payment(session)
    counter.press("pay", payment)

    with pytest.raises(stripe.InvalidRequestError, match="complete"):
        counter.sdk.v1.checkout.sessions.expire(payment.provider_session_id)


def test_its_signature_is_the_one_stripes_library_makes():
    theirs = stripe.WebhookSignature.generate_signature_header("{}", "whsec_x", 1700000000)

    assert signature("{}", "whsec_x", 1700000000) == theirs


def test_the_shop_without_keys_has_it_at_its_own_address(client):
    page = client.get("/test-counter/pay/cs_test_none")

    assert page.status_code == 404
    assert LABEL in page.text


def test_the_shop_with_keys_has_none(tmp_path):
    settings = Settings(
        var_dir=str(tmp_path), stripe_secret_key="sk_test_1", stripe_webhook_secret="whsec_1"
    )
    app = create_app(settings)

    page = app.test_client().get("/test-counter/pay/cs_test_none")

    assert "counter" not in app.extensions
    assert LABEL not in page.text
    app.extensions["engine"].dispose()
