"""Ask for money, and stop asking."""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.infra import outbox
from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.actors import HOUSE
from shop.kernel.errors import Refused
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.payments import queries, rules
from shop.payments.gateways.requests import CheckoutRequest, HostedPage
from shop.payments.models import Payment
from shop.payments.rules import Move, PayLine, PaymentState
from shop.payments.service import steps


def open_payment(
    session: Session,
    *,
    reference: str,
    person_id: int,
    amount: Money,
    lines: tuple[PayLine, ...],
    email: str,
    description: str,
    success_url: str,
    cancel_url: str,
    expires_at: datetime,
    now: datetime,
) -> Payment:
    """Ask for the amount and return the payment; its page is `/payments/<public_id>/go`.

    Only writes rows. The same amount asked again returns the payment that is open; another amount,
    or one whose time is nearly over, withdraws that and begins the next attempt. The time is moved
    into what Stripe allows, 35 minutes to a day from now. The caller holds the lock of what the
    reference names. Raises Refused when there is nothing to pay, the money is here or on its way.
    """
    rules.check_lines(amount, lines)
    for line in lines:
        rules.to_stripe(line.amount)  # refuse here what could not be asked for later
    for earlier in queries.payments_for(session, reference, lock=True):
        _refuse_twice(earlier)
        if _is_still_good(earlier, amount=amount, now=now):
            return earlier
        _withdraw(session, earlier, now=now)
    payment = Payment(
        public_id=ids.public_id(),
        person_id=person_id,
        reference=reference,
        attempt=queries.last_attempt(session, reference) + 1,
        amount_minor=amount.minor,
        currency=amount.currency,
        state=PaymentState.OPEN,
        email=email,
        description=description,
        kept_lines=[line.as_json() for line in lines],
        success_url=success_url,
        cancel_url=cancel_url,
        opened_at=now,
        asked_at=now,
        expires_at=rules.window(expires_at, now=now),
        steps=[],
        refunds=[],
    )
    session.add(payment)
    session.flush()  # a second request for the same attempt is met here
    say("payments.opened", payment=payment.public_id, attempt=payment.attempt)
    return payment


def give_up(session: Session, *, reference: str, now: datetime) -> None:
    """Stop asking for money for this reference. Should some come after all, it goes back."""
    for payment in queries.payments_for(session, reference, lock=True):
        _withdraw(session, payment, now=now)


def page_wanted(payment: Payment, *, now: datetime) -> CheckoutRequest:
    """Return what to ask Stripe for; raise Refused when this payment is not to be paid now."""
    if payment.state is not PaymentState.OPEN:
        raise Refused(
            _(
                "This payment is «%(state)s». Nothing is to be paid here.",
                state=rules.LABELS[payment.state],
            )
        )
    if not rules.has_time_for_a_page(payment.expires_at, now=now):
        raise Refused(_("The time for this payment is over. Go back to your order and pay anew."))
    return CheckoutRequest(
        key=rules.session_key(payment.reference, payment.attempt),
        payment=payment.public_id,
        reference=payment.reference,
        lines=payment.lines,
        email=payment.email,
        description=payment.description,
        success_url=payment.success_url,
        cancel_url=payment.cancel_url,
        expires_at=payment.expires_at,
    )


def remember_page(session: Session, payment_id: int, page: HostedPage, *, now: datetime) -> bool:
    """Keep where the customer pays; tell whether she still should.

    The e-mail was for that page and is not kept here any longer. A payment that was withdrawn
    while Stripe was asked gets its page closed again.
    """
    payment = queries.payment_by_id(session, payment_id, lock=True)
    payment.provider_session_id, payment.hosted_url = page.id, page.url or payment.hosted_url
    payment.email, payment.asked_at = "", now
    if payment.state is PaymentState.WITHDRAWN:
        outbox.ask_for(session, steps.CLOSE, page=page.id)
    return payment.state is PaymentState.OPEN


def _refuse_twice(payment: Payment) -> None:
    if payment.state is PaymentState.PAID:
        raise Refused(_("This is paid already. Thank you."))
    if payment.state is PaymentState.PROCESSING:
        raise Refused(_("Your payment is on its way from your bank. Please do not pay twice."))


def _is_still_good(payment: Payment, *, amount: Money, now: datetime) -> bool:
    if payment.state is not PaymentState.OPEN or payment.amount != amount:
        return False
    if payment.hosted_url:
        return payment.expires_at - now >= rules.WORTH_REUSING
    return rules.has_time_for_a_page(payment.expires_at, now=now)


def _withdraw(session: Session, payment: Payment, *, now: datetime) -> None:
    if Move.WITHDRAW not in rules.MOVES.moves_from(payment.state):
        return
    steps.move(payment, Move.WITHDRAW, actor=HOUSE, now=now)
    if payment.provider_session_id:
        outbox.ask_for(session, steps.CLOSE, page=payment.provider_session_id)


def may_be_paid(payment: Payment, *, now: datetime) -> bool:
    """Tell whether the page that was made is still the one to pay at."""
    return payment.state is PaymentState.OPEN and payment.expires_at > now
