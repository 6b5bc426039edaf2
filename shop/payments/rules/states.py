"""Where a payment stands, and what may happen to it next."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.kernel.errors import Refused
from shop.kernel.moves import Moves
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy


class PaymentState(StrEnum):
    OPEN = "open"  # may be paid; a declined card changes nothing
    PROCESSING = "processing"  # sent by the customer, not here yet: a debit takes days
    PAID = "paid"
    FAILED = "failed"  # did not arrive after all
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"  # we no longer ask for it
    PARTLY_REFUNDED = "partly-refunded"
    REFUNDED = "refunded"


class Move(StrEnum):
    PROCESS = "process"
    PAY = "pay"
    FAIL = "fail"
    EXPIRE = "expire"
    WITHDRAW = "withdraw"
    KEEP_ALL = "keep-all"  # a refund came back: nothing is refunded any more
    REFUND_PART = "refund-part"
    REFUND_ALL = "refund-all"


_UNPAID: Final = (
    PaymentState.OPEN, PaymentState.PROCESSING, PaymentState.FAILED, PaymentState.EXPIRED,
    PaymentState.WITHDRAWN,
)  # fmt: skip
_PAID: Final = (PaymentState.PAID, PaymentState.PARTLY_REFUNDED, PaymentState.REFUNDED)

_TABLE: Final[Mapping[tuple[PaymentState, Move], PaymentState]] = {
    # Money that is there is there, whatever we thought before.
    **{(state, Move.PAY): PaymentState.PAID for state in _UNPAID},
    (PaymentState.OPEN, Move.PROCESS): PaymentState.PROCESSING,
    (PaymentState.OPEN, Move.FAIL): PaymentState.FAILED,
    (PaymentState.PROCESSING, Move.FAIL): PaymentState.FAILED,
    (PaymentState.OPEN, Move.EXPIRE): PaymentState.EXPIRED,
    (PaymentState.OPEN, Move.WITHDRAW): PaymentState.WITHDRAWN,
    (PaymentState.PROCESSING, Move.WITHDRAW): PaymentState.WITHDRAWN,
    **{(state, Move.KEEP_ALL): PaymentState.PAID for state in _PAID},
    **{(state, Move.REFUND_PART): PaymentState.PARTLY_REFUNDED for state in _PAID},
    **{(state, Move.REFUND_ALL): PaymentState.REFUNDED for state in _PAID},
}

LABELS: Final[Mapping[PaymentState, str]] = {
    PaymentState.OPEN: lazy("Waiting for payment"),
    PaymentState.PROCESSING: lazy("On its way from your bank"),
    PaymentState.PAID: lazy("Paid"),
    PaymentState.FAILED: lazy("Did not arrive"),
    PaymentState.EXPIRED: lazy("Not paid in time"),
    PaymentState.WITHDRAWN: lazy("No longer asked for"),
    PaymentState.PARTLY_REFUNDED: lazy("Partly refunded"),
    PaymentState.REFUNDED: lazy("Refunded"),
}


MOVE_LABELS: Final[Mapping[Move, str]] = {
    Move.PROCESS: lazy("Sent by the customer"),
    Move.PAY: lazy("Payment received"),
    Move.FAIL: lazy("Did not arrive"),
    Move.EXPIRE: lazy("Not paid in time"),
    Move.WITHDRAW: lazy("No longer asked for"),
    Move.KEEP_ALL: lazy("A refund came back"),
    Move.REFUND_PART: lazy("Partly refunded"),
    Move.REFUND_ALL: lazy("Refunded"),
}


class MoveRefused(Refused):
    """The payment is not in a state that allows this move."""


def _refused(state: PaymentState, move: Move) -> MoveRefused:
    return MoveRefused(
        _("This payment is «%(state)s», so that cannot be done now.", state=LABELS[state])
    )


MOVES: Final[Moves[PaymentState, Move]] = Moves(
    begins=PaymentState.OPEN,
    table=_TABLE,
    labels=LABELS,
    move_labels=MOVE_LABELS,
    refused=_refused,
)


# For every state the letter that says so, or why none does.
LETTERS: Final[Mapping[PaymentState, str]] = {
    PaymentState.OPEN: "she is at the counter",
    PaymentState.PROCESSING: "her order's page says it; the confirmation follows the money",
    PaymentState.PAID: "her order's confirmation says it",
    PaymentState.FAILED: "her order ends as one that was not paid in time",
    PaymentState.EXPIRED: "she left the counter, and finds her bag as it was",
    PaymentState.WITHDRAWN: "nothing came, so nothing goes back; her order's page says it",
    PaymentState.PARTLY_REFUNDED: "whoever refunds writes to her",
    PaymentState.REFUNDED: "her order's cancellation said it, or whoever refunds writes to her",
}


def move_for(status: str, payment_status: str, intent_status: str) -> Move | None:
    """Return what a checkout session tells about its payment, or None while it waits.

    `status` and `payment_status` are the session's, `intent_status` its payment intent's (empty
    while there is none). Source: Stripe's reference of the checkout session and of the intent.
    """
    if payment_status in {"paid", "no_payment_required"}:
        return Move.PAY
    if status == "expired":
        return Move.EXPIRE
    if status != "complete":
        return None
    over = intent_status in {"requires_payment_method", "canceled"}
    return Move.FAIL if over else Move.PROCESS
