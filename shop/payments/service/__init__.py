"""The commands of paying: ask for money, believe only Stripe, give back."""

from shop.payments.service.claiming import give_to
from shop.payments.service.opening import (
    give_up,
    may_be_paid,
    open_payment,
    page_wanted,
    remember_page,
)
from shop.payments.service.refunding import note_refund, note_refund_refused, owe_refund
from shop.payments.service.settling import expire_unopened, note_page, take_in

__all__ = [
    "expire_unopened",
    "give_to",
    "give_up",
    "may_be_paid",
    "note_page",
    "note_refund",
    "note_refund_refused",
    "open_payment",
    "owe_refund",
    "page_wanted",
    "remember_page",
    "take_in",
]
