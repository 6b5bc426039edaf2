"""What may go back, and how far a refund has come."""

from collections.abc import Iterable
from enum import StrEnum

from shop.kernel.money import Money
from shop.payments.rules.states import Move


class RefundState(StrEnum):
    WANTED = "wanted"  # owed, not yet asked for
    SENT = "sent"  # Stripe has it and waits for the bank
    DONE = "done"
    FAILED = "failed"


def counts(state: RefundState) -> bool:
    """Tell whether this refund uses up some of what was paid."""
    return state is not RefundState.FAILED


def refundable(paid: Money, refunds: Iterable[tuple[int, RefundState]]) -> Money:
    """Return what may still go back of this payment, given the minor units owed already."""
    gone = sum(minor for minor, state in refunds if counts(state))
    return Money(max(0, paid.minor - gone), paid.currency)


def refund_state(status: str) -> RefundState:
    """Return our word for the status of Stripe's refund."""
    known = {
        "succeeded": RefundState.DONE,
        "failed": RefundState.FAILED,
        "canceled": RefundState.FAILED,
    }
    return known.get(status, RefundState.SENT)  # pending, requires_action


def refund_move(paid: Money, done_minor: int) -> Move:
    """Return what the refunds that are done mean for the payment."""
    if done_minor <= 0:
        return Move.KEEP_ALL
    return Move.REFUND_ALL if done_minor >= paid.minor else Move.REFUND_PART
