"""Stripe through its own library. Every call may take ten seconds and is made outside of writes.

What Stripe says no to is `NotAccepted`, without Stripe's words: they may repeat what a customer
typed. What it does not answer is `Unavailable`, fit to show, and worth another try.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import stripe
from flask import current_app

from shop.config import Settings
from shop.kernel.errors import Unavailable
from shop.kernel.texts import gettext as _
from shop.payments import rules
from shop.payments.gateways import requests as values
from shop.payments.gateways.counter import keys
from shop.payments.gateways.requests import (
    CheckoutRequest,
    HostedPage,
    Note,
    RefundAnswer,
    RefundRequest,
)

VERSION: Final = "2026-10-28.endive"  # of the API; moved on purpose, together with the library
TIMEOUT: Final = 10  # seconds; the library's own 80 would hold a customer too long
TRIES: Final = 2  # more, after the first

log = logging.getLogger("shop")


class NotAccepted(Exception):
    """Stripe understood the request and refused it."""

    def __init__(self, error: stripe.StripeError) -> None:
        self.code = error.code or type(error).__name__
        self.is_missing = self.code == "resource_missing"
        self.is_mismatch = isinstance(error, stripe.IdempotencyError)
        super().__init__(f"{type(error).__name__} code={self.code} request={error.request_id}")


class BadSignature(Exception):
    """A webhook that does not come from Stripe, comes too late, or says nothing."""


class Stripe:
    """The few things we ask of Stripe."""

    def __init__(self, *, key: str, webhook_secret: str, api: str) -> None:
        self._secret = webhook_secret
        self._http = stripe.RequestsClient(timeout=TIMEOUT)
        self._client = stripe.StripeClient(
            key,
            stripe_version=VERSION,
            max_network_retries=TRIES,
            base_addresses={"api": api},
            http_client=self._http,
        )

    def make_page(self, wanted: CheckoutRequest) -> HostedPage:
        """Return the hosted page for this attempt; asked again, the same page."""
        with _told_as_ours():
            made = self._client.v1.checkout.sessions.create(
                values.session_request(wanted), {"idempotency_key": wanted.key}
            )
        return _page(made)

    def page(self, session_id: str) -> HostedPage:
        """Return the page as it is now, with what its payment has come to."""
        with _told_as_ours():
            found = self._client.v1.checkout.sessions.retrieve(
                session_id, {"expand": ["payment_intent"]}
            )
        return _page(found)

    def close_page(self, session_id: str) -> None:
        """End the page; raise NotAccepted when it is paid or over already."""
        with _told_as_ours():
            self._client.v1.checkout.sessions.expire(session_id)

    def send_back(self, wanted: RefundRequest) -> RefundAnswer:
        """Refund once, however often asked."""
        with _told_as_ours():
            made = self._client.v1.refunds.create(
                values.refund_request(wanted), {"idempotency_key": wanted.key}
            )
        return _refund(made)

    def refund(self, refund_id: str) -> RefundAnswer:
        with _told_as_ours():
            return _refund(self._client.v1.refunds.retrieve(refund_id))

    def read(self, body: bytes, signature: str) -> Note:
        """Return what the webhook is about; raise BadSignature unless it is fresh and Stripe's."""
        try:
            event = self._client.construct_event(
                body, signature, self._secret, tolerance=rules.TOLERANCE
            )
            about = event.data.object["id"]
            return Note(id=event.id, kind=event.type, about=str(about))
        except (stripe.SignatureVerificationError, ValueError, KeyError, AttributeError):
            raise BadSignature from None

    def close(self) -> None:
        """Let go of the connections that this thread holds."""
        self._http.close()  # type: ignore[no-untyped-call]  # the library left it bare


def connect(settings: Settings) -> Stripe:
    """Return the way to Stripe, or to the test counter in a shop without keys."""
    if settings.has_stripe:
        return Stripe(
            key=settings.stripe_secret_key,
            webhook_secret=settings.stripe_webhook_secret,
            api=settings.stripe_api,
        )
    return Stripe(
        key=keys.API_KEY,
        webhook_secret=keys.webhook_secret(settings.secret_key),
        api=settings.url + keys.MOUNTED_AT,
    )


def gateway() -> Stripe:
    found: Stripe = current_app.extensions["stripe"]
    return found


@contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except (stripe.APIConnectionError, stripe.RateLimitError, stripe.APIError) as error:
        kind = type(error).__name__
        log.warning("payments.no_answer kind=%s request=%s", kind, error.request_id)
        raise Unavailable(
            _(
                "The payment service does not answer just now. Nothing is lost and nothing was "
                "charged: please try again in a few minutes."
            )
        ) from None
    except stripe.StripeError as error:
        raise NotAccepted(error) from None


def _page(found: stripe.checkout.Session) -> HostedPage:
    intent = found.payment_intent
    if isinstance(intent, stripe.PaymentIntent):
        intent_id, intent_status = intent.id, intent.status
    else:
        intent_id, intent_status = intent or "", ""
    return HostedPage(
        id=found.id,
        payment=found.client_reference_id or "",
        url=found.url or "",
        status=found.status or "",
        payment_status=found.payment_status,
        intent=intent_id,
        intent_status=intent_status,
        amount=rules.from_stripe(found.amount_total or 0, found.currency or ""),
    )


def _refund(found: stripe.Refund) -> RefundAnswer:
    intent = found.payment_intent
    return RefundAnswer(
        id=found.id,
        refund=_ours(found),
        intent=intent if isinstance(intent, str) else (intent.id if intent else ""),
        status=found.status or "",
        amount=rules.from_stripe(found.amount, found.currency),
    )


def _ours(found: stripe.Refund) -> str:
    """Return our name for the refund; what a colleague made at Stripe's desk has none."""
    metadata = found.metadata
    return str(metadata["refund"]) if metadata is not None and "refund" in metadata else ""
