"""Keys that make a repeated request one request, and what a webhook is about."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


def session_key(reference: str, attempt: int) -> str:
    """Return the name under which Stripe makes one page for this attempt, however often asked."""
    return f"session-{reference}-{attempt}"


def refund_key(public_id: str) -> str:
    """Return the name under which Stripe refunds once, however often asked."""
    return f"refund-{public_id}"


class Topic(StrEnum):
    """What to ask Stripe about after a webhook."""

    SESSION = "session"
    REFUND = "refund"


_KINDS: Final[Mapping[str, Topic]] = {
    "checkout.session.completed": Topic.SESSION,
    "checkout.session.async_payment_succeeded": Topic.SESSION,
    "checkout.session.async_payment_failed": Topic.SESSION,
    "checkout.session.expired": Topic.SESSION,
    "refund.created": Topic.REFUND,
    "refund.updated": Topic.REFUND,
    "refund.failed": Topic.REFUND,
}


def topic_of(kind: str) -> Topic | None:
    """Return what an event of this kind is about, or None if it means nothing to us."""
    return _KINDS.get(kind)
