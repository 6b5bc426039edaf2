"""What payments tell the rest of the shop."""

from dataclasses import dataclass
from datetime import datetime

from shop.infra.events import Event


@dataclass(frozen=True, kw_only=True)
class SettlingBegins(Event):
    """A payment is about to be locked: whoever owns the reference locks that first.

    Commands that come from the owner lock in the same order, so that the two never block each
    other for good.
    """

    reference: str


@dataclass(frozen=True, kw_only=True)
class PaymentReceived(Event):
    """The whole amount is in. Told once for a reference, also when it came after the expiry."""

    reference: str
    payment_id: int
    amount_minor: int
    currency: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PaymentExpired(Event):
    """The time to pay is over, and nothing came."""

    reference: str


@dataclass(frozen=True, kw_only=True)
class PaymentFailed(Event):
    """A payment that takes days, such as a debit, did not succeed in the end."""

    reference: str


@dataclass(frozen=True, kw_only=True)
class Refunded(Event):
    """So much is on its way back to the customer's account."""

    reference: str
    amount_minor: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class RefundFailed(Event):
    """The bank would not take the money back: a colleague has to find another way."""

    reference: str
    amount_minor: int
    currency: str
