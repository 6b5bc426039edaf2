"""The one place where a payment changes its state."""

from datetime import datetime
from typing import Final

from shop.infra import steps
from shop.kernel.actors import Actor
from shop.payments.models import Payment, PaymentStep
from shop.payments.rules import MOVES, Move

# The jobs of the outbox; done in `shop.payments.tasks`.
SETTLE: Final = "payments.settle"
SETTLE_REFUND: Final = "payments.settle_refund"
REFUND: Final = "payments.refund"
CLOSE: Final = "payments.close"


def move(payment: Payment, step: Move, *, actor: Actor, now: datetime) -> None:
    """Take the payment one move further; raise MoveRefused if there is no such move."""
    steps.move(
        payment,
        step,
        by=MOVES,
        step=PaymentStep,
        actor=actor,
        now=now,
        log="payments.moved",
        payment=payment.public_id,
    )
