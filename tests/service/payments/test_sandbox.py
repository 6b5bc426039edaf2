"""The same requests against Stripe's own sandbox, when the settings hold a test key."""

from datetime import timedelta

import pytest

from shop.config import Settings
from shop.kernel import clock, ids
from shop.kernel.money import Money
from shop.payments import rules
from shop.payments.gateways.requests import CheckoutRequest
from shop.payments.gateways.stripe_api import NotAccepted, connect
from shop.payments.rules import PayLine


def test_stripes_sandbox_makes_finds_and_closes_our_page():
    settings = Settings.read()
    if not settings.has_stripe:
        pytest.skip("not run: SHOP_STRIPE_SECRET_KEY holds no key of Stripe's sandbox")
    reference, gateway = ids.public_id(), connect(settings)
    wanted = CheckoutRequest(
        key=rules.session_key(reference, 1),
        payment=ids.public_id(),
        reference=reference,
        lines=(PayLine(name="Shirt", amount=Money(12950, "EUR")),),
        email="test@example.com",
        description="Order T-2026-00042",
        success_url="https://toile.example/thanks",
        cancel_url="https://toile.example/",
        expires_at=clock.now() + timedelta(hours=1),
    )

    first, second = gateway.make_page(wanted), gateway.make_page(wanted)
    gateway.close_page(first.id)

    assert first.id == second.id
    assert gateway.page(first.id).status == "expired"
    with pytest.raises(NotAccepted):
        gateway.close_page(first.id)
    gateway.close()
