"""The one place where a payment changes its state."""

from datetime import datetime
from typing import Final

from shop.infra.log import say
from shop.payments import rules
from shop.payments.models import Payment, PaymentStep
from shop.payments.rules import Move

# The jobs of the outbox; done in `shop.payments.tasks`.
SETTLE: Final = "payments.settle"
SETTLE_REFUND: Final = "payments.settle_refund"
REFUND: Final = "payments.refund"
CLOSE: Final = "payments.close"


def move(payment: Payment, step: Move, *, actor: str, now: datetime) -> None:
    """Take the payment one move further; raise MoveRefused if there is no such move."""
    before, after = payment.state, rules.after(payment.state, step)
    if before is after:
        return
    payment.state = after
    payment.steps.append(PaymentStep(move=step, before=before, after=after, actor=actor, at=now))
    say("payments.moved", payment=payment.public_id, move=step, by=actor)
