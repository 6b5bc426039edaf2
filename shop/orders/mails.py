"""What we write to the customer about an order, with a link that proves it is hers."""

from collections.abc import Callable, Mapping
from typing import Final

from flask import current_app
from itsdangerous import URLSafeSerializer
from sqlalchemy.orm import Session

from shop.infra import mail
from shop.kernel.errors import NotFound
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.orders.models import Order
from shop.orders.rules import State

SALT: Final = "order-link"


def confirmed(session: Session, order: Order) -> None:
    """Send the confirmation once the payment is in."""
    _write(session, order, "orders/confirmed.txt", _("Your order %(n)s", n=order.number))


def shipped(session: Session, order: Order) -> None:
    _write(session, order, "orders/shipped.txt", _("Order %(n)s is on its way", n=order.number))


def cancelled(session: Session, order: Order) -> None:
    _write(session, order, "orders/cancelled.txt", _("Order %(n)s is cancelled", n=order.number))


def refund_failed(session: Session, order: Order, *, amount: Money) -> None:
    """Tell the house, not the customer, that money found no way back."""
    settings = current_app.extensions["settings"]
    mail.write(
        session,
        "orders/refund_failed.txt",
        to=settings.email,
        whom=order.person_id,
        subject=_("Refund for %(n)s failed", n=order.number),
        order=order,
        amount=amount,
    )


def link_of(order: Order) -> str:
    """Return the address under which whoever got our mail finds the order."""
    token = URLSafeSerializer(current_app.secret_key or "", salt=SALT).dumps(order.public_id)
    return f"{current_app.extensions['settings'].url}/orders/link/{token}"


def order_in(token: str) -> str:
    """Return the public id in a link of ours; raise NotFound for any other."""
    serializer = URLSafeSerializer(current_app.secret_key or "", salt=SALT)
    is_ours, public_id = serializer.loads_unsafe(token)
    if not is_ours:
        raise NotFound(_("This link is not complete. Copy it from the mail once more."))
    return str(public_id)


# For every state the letter that says so, or why none does.
LETTERS: Final[Mapping[State, Callable[..., None] | str]] = {
    State.PLACED: "she is still at the counter: the confirmation follows the money",
    State.PAID: confirmed,
    State.MAKING: "the confirmation said from which day on it is cut",
    State.SHIPPED: shipped,
    State.DELIVERED: "the carrier rings",
    State.CANCELLED: cancelled,  # when it was paid: what nobody paid for ends without
    State.EXPIRED: "she left the counter, and finds her bag as it was",
}


def _write(session: Session, order: Order, template: str, subject: str) -> None:
    mail.write(
        session,
        template,
        to=order.email,
        whom=order.person_id,
        subject=subject,
        order=order,
        link=link_of(order),
    )
