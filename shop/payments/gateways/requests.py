"""What we ask Stripe for and what it answers, as values; and the requests made from them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stripe.params import RefundCreateParams
from stripe.params.checkout import SessionCreateParams

from shop.kernel.money import Money
from shop.payments import rules
from shop.payments.rules import PayLine


@dataclass(frozen=True, kw_only=True)
class CheckoutRequest:
    """A hosted page for one attempt to pay. The same values always make the same request."""

    key: str
    payment: str  # our public id: comes back in every answer
    reference: str
    lines: tuple[PayLine, ...]
    email: str
    description: str
    success_url: str
    cancel_url: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class RefundRequest:
    key: str
    refund: str  # our public id
    intent: str
    amount: Money


@dataclass(frozen=True, kw_only=True)
class HostedPage:
    """A checkout session as Stripe tells it; texts are empty where there is nothing to tell."""

    id: str
    payment: str
    url: str
    status: str
    payment_status: str
    intent: str
    intent_status: str
    amount: Money


@dataclass(frozen=True, kw_only=True)
class RefundAnswer:
    id: str
    refund: str  # our public id, empty when a colleague refunded at Stripe's own desk
    intent: str
    status: str
    amount: Money


@dataclass(frozen=True, kw_only=True)
class Note:
    """A verified webhook: its name, its kind, and which object it is about."""

    id: str
    kind: str
    about: str


def session_request(wanted: CheckoutRequest) -> SessionCreateParams:
    """Return the request for a hosted page; without an e-mail Stripe asks for one."""
    names = {"payment": wanted.payment, "reference": wanted.reference}
    request: SessionCreateParams = {
        "mode": "payment",
        "ui_mode": "hosted_page",
        "client_reference_id": wanted.payment,
        "line_items": [_line(line) for line in wanted.lines],
        "metadata": names,
        "payment_intent_data": {"description": wanted.description, "metadata": names},
        "expires_at": int(wanted.expires_at.timestamp()),
        "success_url": wanted.success_url,
        "cancel_url": wanted.cancel_url,
    }
    if wanted.email:
        request["customer_email"] = wanted.email
    return request


def refund_request(wanted: RefundRequest) -> RefundCreateParams:
    return {
        "payment_intent": wanted.intent,
        "amount": rules.to_stripe(wanted.amount),
        "metadata": {"refund": wanted.refund},
    }


def _line(line: PayLine) -> Any:
    return {
        "quantity": line.quantity,
        "price_data": {
            "currency": line.amount.currency.lower(),
            "unit_amount": rules.to_stripe(line.amount),
            "product_data": {"name": line.name},
        },
    }
