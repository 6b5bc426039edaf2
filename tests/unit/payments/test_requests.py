"""What we send is in the words of Stripe's own library: its generated parameter types."""

import re
from datetime import UTC, datetime

import pytest
from stripe._api_version import _ApiVersion
from stripe.params import _refund_create_params, _refund_retrieve_params
from stripe.params.checkout import (
    _session_create_params,
    _session_expire_params,
    _session_retrieve_params,
)

from shop.kernel.money import Money
from shop.payments.gateways import stripe_api
from shop.payments.gateways.counter import documents
from shop.payments.gateways.requests import (
    CheckoutRequest,
    RefundRequest,
    refund_request,
    session_request,
)
from shop.payments.rules import PayLine

PAGE = CheckoutRequest(
    key="session-k7m2-1",
    payment="p4y",
    reference="k7m2",
    email="anneleen@example.com",
    lines=(
        PayLine(name="Shirt", amount=Money(12950, "EUR"), quantity=2),
        PayLine(name="Shipping", amount=Money(0, "EUR")),
    ),
    description="Order T-2026-00042",
    success_url="https://toile.example/thanks",
    cancel_url="https://toile.example/orders/k7m2",
    expires_at=datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
)
REFUND = RefundRequest(key="refund-r3f", refund="r3f", intent="pi_1", amount=Money(5000, "EUR"))


def faults(request, module, name):
    """Return what in the request is not in the type of this name, at any depth."""
    known = getattr(module, name).__annotations__
    for key, value in request.items():
        if key not in known:
            yield f"{name} has no {key}"
            continue
        written = str(known[key])
        inner = re.search(rf"\b({name.split('Params')[0]}Params\w+)", written)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and inner:
                yield from faults(each, module, inner[1])
            elif isinstance(each, str) and "Literal" in written and f"'{each}'" not in written:
                yield f"{name}.{key} is never {each}"


def test_the_request_for_a_page_is_one_stripe_knows():
    request = session_request(PAGE)

    assert list(faults(request, _session_create_params, "SessionCreateParams")) == []


def test_the_request_for_a_refund_is_one_stripe_knows():
    request = refund_request(REFUND)

    assert list(faults(request, _refund_create_params, "RefundCreateParams")) == []


def test_the_check_would_notice():
    request = session_request(PAGE)
    request["ui_mode"] = "hosted"
    request["line_items"][0]["price_data"]["amount"] = 1
    request["tip"] = 5

    assert list(faults(request, _session_create_params, "SessionCreateParams")) == [
        "SessionCreateParams.ui_mode is never hosted",
        "SessionCreateParamsLineItemPriceData has no amount",
        "SessionCreateParams has no tip",
    ]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (documents.SESSION, _session_create_params.SessionCreateParams),
        (documents.LINE, _session_create_params.SessionCreateParamsLineItem),
        (documents.PRICE, _session_create_params.SessionCreateParamsLineItemPriceData),
        (documents.INTENT, _session_create_params.SessionCreateParamsPaymentIntentData),
        (documents.REFUND, _refund_create_params.RefundCreateParams),
        ({"expand"}, _session_retrieve_params.SessionRetrieveParams),
        (set(), _session_expire_params.SessionExpireParams),
        (set(), _refund_retrieve_params.RefundRetrieveParams),
    ],
)
def test_the_counter_knows_nothing_that_stripe_does_not(names, known):
    assert set(names) <= set(known.__annotations__)


def test_the_request_says_exactly_this():
    assert session_request(PAGE) == {
        "mode": "payment",
        "ui_mode": "hosted_page",
        "client_reference_id": "p4y",
        "customer_email": "anneleen@example.com",
        "line_items": [
            {
                "quantity": 2,
                "price_data": {
                    "currency": "eur",
                    "unit_amount": 12950,
                    "product_data": {"name": "Shirt"},
                },
            },
            {
                "quantity": 1,
                "price_data": {
                    "currency": "eur",
                    "unit_amount": 0,
                    "product_data": {"name": "Shipping"},
                },
            },
        ],
        "metadata": {"payment": "p4y", "reference": "k7m2"},
        "payment_intent_data": {
            "description": "Order T-2026-00042",
            "metadata": {"payment": "p4y", "reference": "k7m2"},
        },
        "expires_at": 1795431600,
        "success_url": "https://toile.example/thanks",
        "cancel_url": "https://toile.example/orders/k7m2",
    }
    assert refund_request(REFUND) == {
        "payment_intent": "pi_1",
        "amount": 5000,
        "metadata": {"refund": "r3f"},
    }


def test_the_version_we_pin_is_the_one_the_library_was_made_for():
    assert stripe_api.VERSION == _ApiVersion.CURRENT
