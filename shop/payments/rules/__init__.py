"""The rules of paying: states and moves, amounts on the wire, what may go back. Pure."""

from shop.payments.rules.amounts import from_stripe, to_stripe
from shop.payments.rules.lines import PayLine, check_lines
from shop.payments.rules.refunds import (
    RefundState,
    counts,
    refund_move,
    refund_state,
    refundable,
)
from shop.payments.rules.states import (
    LABELS,
    MOVES,
    Move,
    PaymentState,
    move_for,
)
from shop.payments.rules.timing import (
    ASK_BANK_EVERY,
    ASK_EVERY,
    LONGEST,
    SHORTEST,
    TOLERANCE,
    WORTH_REUSING,
    has_time_for_a_page,
    window,
)
from shop.payments.rules.wire import Topic, refund_key, session_key, topic_of

__all__ = [
    "ASK_BANK_EVERY", "ASK_EVERY", "LABELS", "LONGEST", "MOVES", "SHORTEST", "TOLERANCE",
    "WORTH_REUSING", "Move",
    "PayLine", "PaymentState", "RefundState", "Topic", "check_lines", "counts",
    "from_stripe", "has_time_for_a_page", "move_for", "refund_key", "refund_move",
    "refund_state", "refundable", "session_key", "to_stripe", "topic_of", "window",
]  # fmt: skip
