"""What can happen at the counter: a page opens, is paid, is declined, ends; money goes back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shop.payments.gateways.counter import documents
from shop.payments.gateways.counter.asked import Fault, expect
from shop.payments.gateways.counter.store import Document, Store


def open_session(store: Store, session: Document) -> Document:
    store.put(session)
    return session


def session_of(store: Store, name: str, *, now: datetime, version: str) -> Document:
    """Return the session; one whose time is over ends at this look, and the shop is written to."""
    session = store.find("checkout.session", name)
    if session is None:
        raise Fault(f"No such checkout session: {name}", code="resource_missing", status=404)
    if session["status"] == "open" and session["expires_at"] <= now.timestamp():
        _end(store, session, now=now, version=version)
    return session


def expire(store: Store, session: Document, *, now: datetime, version: str) -> None:
    """End an open session; raise Fault when there is nothing left to end."""
    if session["status"] != "open":
        raise Fault(f"Only open sessions can be expired; this one is {session['status']}.")
    _end(store, session, now=now, version=version)


def pay(store: Store, session: Document, *, now: datetime, version: str) -> None:
    """Pay an open session; what is paid or over stays as it is."""
    if session["status"] != "open":
        return
    intent = documents.new_intent(session, now=now)
    session |= {
        "status": "complete",
        "payment_status": "paid",
        "payment_intent": intent["id"],
        "url": None,
    }
    store.put(intent)
    store.put(session)
    _tell(store, "checkout.session.completed", session, now=now, version=version)


def decline(store: Store, session: Document, *, now: datetime, version: str) -> None:
    """Have the bank say no: the session stays open."""
    if session["status"] == "open":
        intent = documents.new_intent(session, now=now)
        intent |= {"status": "requires_payment_method", "amount_received": 0}
        _tell(store, "payment_intent.payment_failed", intent, now=now, version=version)


def refund(store: Store, asked: Mapping[str, Any], *, now: datetime, version: str) -> Document:
    """Send money back; raise Fault for more than is left."""
    expect(asked, documents.REFUND)
    name = str(asked.get("payment_intent", ""))
    intent = store.find("payment_intent", name)
    if intent is None:
        raise Fault(f"No such payment_intent: {name}", code="resource_missing", status=404)
    gone = sum(r["amount"] for r in store.all("refund") if r["payment_intent"] == name)
    made = documents.new_refund(asked, intent, refunded=gone, now=now)
    store.put(made)
    _tell(store, "refund.created", made, now=now, version=version)
    return made


def _end(store: Store, session: Document, *, now: datetime, version: str) -> None:
    session |= {"status": "expired", "url": None}
    store.put(session)
    _tell(store, "checkout.session.expired", session, now=now, version=version)


def _tell(store: Store, kind: str, about: Document, *, now: datetime, version: str) -> None:
    store.write_letter(documents.new_letter(kind, about, now=now, version=version))
