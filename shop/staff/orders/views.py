"""Orders as the service sees them: who, what, how far, and the money."""

from typing import Final

from flask import Blueprint, Response, request, url_for

from shop.infra import access, db
from shop.infra.access import Permission, staff_only
from shop.infra.paging import asked_page
from shop.infra.web import go_to, page
from shop.kernel import clock, ids
from shop.kernel.errors import Invalid, Refused
from shop.kernel.texts import gettext as _
from shop.orders import queries, rules, service
from shop.orders.models import Order
from shop.orders.rules import Move, State
from shop.payments import queries as payment_queries
from shop.payments import service as payments
from shop.payments.rules import LABELS as PAYMENT_LABELS
from shop.production import queries as production
from shop.production.rules import LABELS as STAGE_LABELS
from shop.staff.actors import names
from shop.staff.orders.forms import CancelForm, RefundForm

blueprint = Blueprint("staff_orders", __name__, url_prefix="/staff/orders")

CURRENT: Final = (State.PLACED, State.PAID, State.MAKING, State.SHIPPED)


@blueprint.get("")
@staff_only(Permission.SEE_ORDERS)
def listing() -> Response:
    asked = request.args.get("state", "")
    if asked and asked not in set(State):
        raise Invalid(_("There is no state «%(state)s».", state=asked[:40]))
    state = State(asked) if asked else None
    return page(
        "staff/orders/listing.html",
        shown=queries.in_states(
            db.session(), (state,) if state else CURRENT, page=asked_page(request.args)
        ),
        state=state,
        states=tuple(State),
        labels=rules.LABELS,
        tones=rules.MOVES.tones,
    )


@blueprint.get("/<public_id>")
@staff_only(Permission.SEE_ORDERS)
def show(public_id: str) -> Response:
    return _show(queries.order(db.session(), public_id=public_id))


@blueprint.post("/<public_id>/cancel")
@staff_only(Permission.REFUND)
def cancel(public_id: str) -> Response:
    order = queries.order(db.session(), public_id=public_id, lock=True)
    form = CancelForm.sent()
    if not form.validate():
        return _show(order, cancel_form=form, status=422)
    service.cancel(
        db.session(), order, actor=access.actor(), reason=form.given_reason(), now=clock.now()
    )
    return go_to(url_for("staff_orders.show", public_id=public_id))


@blueprint.post("/<public_id>/refund")
@staff_only(Permission.REFUND)
def refund(public_id: str) -> Response:
    """Owe the customer an amount; the form's own token makes a double click one refund."""
    order = queries.order(db.session(), public_id=public_id, lock=True)
    form = RefundForm.sent()
    form.currency = order.currency
    if not form.validate():
        return _show(order, refund_form=form, status=422)
    try:
        payments.owe_refund(
            db.session(),
            reference=order.public_id,
            amount=form.given_amount(),
            reason=form.given_reason(),
            key=f"staff:{public_id}:{form.once.data}",
            now=clock.now(),
        )
    except Refused as refused:
        form.amount.errors = [str(refused)]
        return _show(order, refund_form=form, status=422)
    return go_to(url_for("staff_orders.show", public_id=public_id))


def _show(
    order: Order,
    *,
    cancel_form: CancelForm | None = None,
    refund_form: RefundForm | None = None,
    status: int = 200,
) -> Response:
    session = db.session()
    return page(
        "staff/orders/show.html",
        status=status,
        order=order,
        address=order.address,
        label=rules.LABELS[order.state],
        labels=rules.LABELS,
        move_labels=rules.MOVE_LABELS,
        can_cancel=Move.CANCEL in rules.MOVES.moves_from(order.state),
        goes_back=rules.refund_on_cancel(order.state, order.paid),
        payments=payment_queries.payments_for(session, order.public_id),
        payment_labels=PAYMENT_LABELS,
        balance=payment_queries.balance(session, order.public_id, order.currency),
        works={work.order_line_id: work for work in production.works_of(session, order.id)},
        stage_labels=STAGE_LABELS,
        who=names(session, (each.actor for each in order.steps)),
        cancel_form=cancel_form or CancelForm(),
        refund_form=refund_form or RefundForm(data={"once": ids.public_id()}),
    )
