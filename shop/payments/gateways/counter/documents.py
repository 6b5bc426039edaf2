"""Sessions, intents, refunds and events in the shape in which Stripe tells them.

Names with a leading underscore are for the counter's own pages and are not told.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from shop.payments.gateways.counter.asked import Fault, expect, whole_number
from shop.payments.gateways.counter.store import Document

SESSION: Final = frozenset(
    {"mode", "ui_mode", "client_reference_id", "customer_email", "line_items", "metadata",
     "payment_intent_data", "expires_at", "success_url", "cancel_url"}
)  # fmt: skip
LINE: Final = frozenset({"quantity", "price_data"})
PRICE: Final = frozenset({"currency", "unit_amount", "product_data"})
INTENT: Final = frozenset({"description", "metadata"})
REFUND: Final = frozenset({"payment_intent", "amount", "metadata"})
SOONEST, LATEST = timedelta(minutes=30), timedelta(hours=24)


def told(document: Document) -> Document:
    """Return the document without what is the counter's own."""
    return {name: value for name, value in document.items() if not name.startswith("_")}


def new_session(asked: Mapping[str, Any], *, now: datetime) -> Document:
    """Return an open checkout session; raise Fault for what Stripe would not take."""
    expect(asked, SESSION)
    expect(asked.get("payment_intent_data", {}), INTENT, "payment_intent_data")
    if asked.get("mode") != "payment" or asked.get("ui_mode") != "hosted_page":
        raise Fault("This counter knows mode=payment and ui_mode=hosted_page only.")
    if not asked.get("success_url"):
        raise Fault("Missing required param: success_url.", code="parameter_missing")
    lines = [_line(each) for each in asked.get("line_items", {}).values()]
    currencies = {line["currency"] for line in lines}
    if len(currencies) != 1:
        raise Fault("line_items: one or more, all in one currency.")
    return {
        "id": _id("cs_test"),
        "object": "checkout.session",
        "created": int(now.timestamp()),
        "livemode": False,
        "mode": "payment",
        "status": "open",
        "payment_status": "unpaid",
        "amount_total": sum(line["amount"] * line["quantity"] for line in lines),
        "currency": currencies.pop(),
        "payment_intent": None,
        "url": None,
        "client_reference_id": asked.get("client_reference_id"),
        "customer_email": asked.get("customer_email"),
        "metadata": asked.get("metadata", {}),
        "expires_at": _end(asked, now=now),
        "success_url": asked["success_url"],
        "cancel_url": asked.get("cancel_url"),
        "_lines": lines,
        "_intent": asked.get("payment_intent_data", {}),
    }


def new_intent(session: Document, *, now: datetime) -> Document:
    """Return the paid payment intent of a session."""
    return {
        "id": _id("pi"),
        "object": "payment_intent",
        "created": int(now.timestamp()),
        "livemode": False,
        "status": "succeeded",
        "amount": session["amount_total"],
        "amount_received": session["amount_total"],
        "currency": session["currency"],
        "metadata": session["_intent"].get("metadata", {}),
        "description": session["_intent"].get("description"),
    }


def new_refund(
    asked: Mapping[str, Any], intent: Document, *, refunded: int, now: datetime
) -> Document:
    """Return a refund that succeeded; raise Fault for more than is left of the payment."""
    left = intent["amount_received"] - refunded
    if left <= 0:
        raise Fault("The payment has already been refunded.", code="charge_already_refunded")
    amount = whole_number(asked, "amount", least=1) if "amount" in asked else left
    if amount > left:
        raise Fault(f"Refund amount ({amount}) is greater than unrefunded amount ({left}).")
    return {
        "id": _id("re"),
        "object": "refund",
        "created": int(now.timestamp()),
        "amount": amount,
        "currency": intent["currency"],
        "payment_intent": intent["id"],
        "status": "succeeded",
        "metadata": asked.get("metadata", {}),
    }


def new_letter(kind: str, about: Document, *, now: datetime, version: str) -> Document:
    """Return the event that tells the shop what happened to the object."""
    return {
        "id": _id("evt"),
        "object": "event",
        "type": kind,
        "api_version": version,
        "created": int(now.timestamp()),
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": None, "idempotency_key": None},
        "data": {"object": told(about)},
    }


def _line(asked: Mapping[str, Any]) -> Document:
    expect(asked, LINE, "line_items")
    price = asked.get("price_data", {})
    expect(price, PRICE, "price_data")
    name = price.get("product_data", {}).get("name")
    if not name or not price.get("currency"):
        raise Fault("A line needs a currency and a product's name.", code="parameter_missing")
    return {
        "name": name,
        "currency": price["currency"],
        "amount": whole_number(price, "unit_amount", least=0),
        "quantity": whole_number(asked, "quantity", least=1),
    }


def _end(asked: Mapping[str, Any], *, now: datetime) -> int:
    if "expires_at" not in asked:
        return int((now + LATEST).timestamp())
    wanted = whole_number(asked, "expires_at", least=0)
    if not (now + SOONEST).timestamp() - 1 <= wanted <= (now + LATEST).timestamp():
        raise Fault("expires_at must be between 30 minutes and 24 hours from now.")
    return wanted


def _id(kind: str) -> str:
    return f"{kind}_{secrets.token_urlsafe(24).replace('-', 'x').replace('_', 'y')}"
