"""The customer's pages about orders."""

from typing import Final

from flask import Blueprint, Response, url_for

from shop.infra import access, db
from shop.infra.access import customers_only, public
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.orders import mails, queries, rules, service
from shop.orders.forms import CancelForm
from shop.orders.models import Order
from shop.orders.rules import Move, State
from shop.payments import queries as payments

blueprint = Blueprint("orders", __name__, url_prefix="/orders")

FRAGMENTS: Final = ("order_state", "order_cancel")
WAY: Final = (Move.PAY, Move.CUT, Move.SHIP, Move.DELIVER)  # what the timeline shows ahead


@blueprint.get("/<public_id>")
@public
def show(public_id: str) -> Response:
    return _show(_mine(public_id), CancelForm())


@blueprint.get("/<public_id>/thanks")
@public
def thanks(public_id: str) -> Response:
    """Greet who comes back from paying. Only the webhook makes an order paid: this page asks."""
    order = _mine(public_id)
    if order.state in {State.CANCELLED, State.EXPIRED}:
        return go_to(url_for("orders.show", public_id=public_id))
    return page("orders/thanks.html", fragments=("order_paid",), order=order, State=State)


@blueprint.post("/<public_id>/cancel")
@public
def cancel(public_id: str) -> Response:
    order = _mine(public_id, lock=True)
    form = CancelForm.sent()
    if not form.validate():
        return _show(order, form, status=422)
    service.cancel(
        db.session(), order, actor=access.actor(), reason=form.given_reason(), now=clock.now()
    )
    return go_to(url_for("orders.show", public_id=public_id))


@blueprint.post("/<public_id>/give-up")
@public
def give_up(public_id: str) -> Response:
    """Put an unpaid order back into the bag."""
    order = _mine(public_id, lock=True)
    if order.state not in {State.PLACED, State.EXPIRED, State.CANCELLED}:
        raise Refused(_("This order is paid. You can cancel it on its page."))
    if order.state is State.PLACED:
        service.cancel(
            db.session(), order, actor=access.actor(), reason="back to the bag", now=clock.now()
        )
    return go_to("/bag")


@blueprint.get("/link/<token>")
@public
def link(token: str) -> Response:
    """Show the order to whoever holds the link from the mail; she may look, and claim it."""
    order = queries.order(db.session(), public_id=mails.order_in(token))
    if order.person_id == access.visitor_id():
        return go_to(url_for("orders.show", public_id=order.public_id))
    return _show(order, CancelForm(), token=token)


@blueprint.post("/link/<token>/claim")
@customers_only
def claim(token: str) -> Response:
    """Put a guest's order under the account of who holds the link from the mail."""
    session = db.session()
    order = queries.order(session, public_id=mails.order_in(token), lock=True)
    service.claim(session, order, person_id=access.become_known())
    return go_to(url_for("orders.show", public_id=order.public_id))


def _mine(public_id: str, *, lock: bool = False) -> Order:
    return queries.order_of(
        db.session(), person_id=access.visitor_id(), public_id=public_id, lock=lock
    )


def _show(order: Order, form: CancelForm, *, status: int = 200, token: str = "") -> Response:
    payment = payments.find_open(db.session(), order.public_id)
    return page(
        "orders/show.html",
        fragments=FRAGMENTS,
        status=status,
        order=order,
        address=order.address,
        label=rules.LABELS[order.state],
        timeline=timeline(order),
        can_cancel=order.state is State.PAID and not token,
        refund=rules.refund_on_cancel(order.state, order.paid),
        payment=payment,
        cancel_form=form,
        token=token,
        again_url=queries.again_url,
        State=State,
    )


def timeline(order: Order) -> list[dict[str, object]]:
    """Return what happened, and what lies ahead, as steps with a title and a moment."""
    done = [{"title": _("Ordered"), "at": order.placed_at, "is_done": True, "is_current": False}]
    done += [
        {"title": rules.MOVE_LABELS[step.move], "at": step.at, "is_done": True, "is_current": False}
        for step in order.steps
    ]
    done[-1]["is_current"] = True
    past = {step.move for step in order.steps}
    if order.state in {State.CANCELLED, State.EXPIRED}:
        return done
    ahead = [move for move in WAY if move not in past]
    return done + [
        {"title": rules.MOVE_LABELS[move], "at": None, "is_done": False, "is_current": False}
        for move in ahead
    ]
