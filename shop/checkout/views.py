"""The checkout: one page, one button."""

from dataclasses import asdict
from typing import Final

from flask import Blueprint, Response, current_app, request, url_for

from shop.accounts import queries as accounts
from shop.cart import queries as cart
from shop.cart.queries import Bag
from shop.checkout import rules, service
from shop.checkout.forms import CheckoutForm
from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids
from shop.orders import queries as orders
from shop.orders.models import Order
from shop.payments import queries as payments
from shop.stock.service import ClothSoldOut

blueprint = Blueprint("checkout", __name__, url_prefix="/checkout")

FRAGMENTS: Final = ("checkout_sum",)


@blueprint.get("")
@public
def show() -> Response:
    bag = _bag()
    if not bag.is_ready:
        return go_to(url_for("cart.show"))
    form = CheckoutForm(data={**_known(), **request.args.to_dict(), "once": ids.token()})
    return _show(bag, form)


@blueprint.post("")
@public
def place() -> Response:
    session = db.session()
    form = CheckoutForm.sent()
    me = access.become_known()
    bag = _bag(lock=True)  # a second click waits here, and then finds the order placed
    placed = orders.find_by_once(session, person_id=me, once=form.once.data or "")
    if placed is not None:
        return _go_on(placed)
    if not bag.is_ready:
        return go_to(url_for("cart.show"))
    if "recount" in request.form:
        return _show(bag, form)
    if not form.validate():
        return _show(bag, form, status=422)
    try:
        _order, payment = _place(bag, form, me)
    except (ClothSoldOut, service.BagChanged) as refusal:
        session.rollback()
        return _show_anew(form, str(refusal))
    return go_to(url_for("payments.go", public_id=payment))


def _go_on(order: Order) -> Response:
    """Send her where the first click did: to pay, or to her order when that is done."""
    payment = payments.find_open(db.session(), order.public_id)
    if payment is not None:
        return go_to(url_for("payments.go", public_id=payment.public_id))
    return go_to(url_for("orders.show", public_id=order.public_id))


def _place(bag: Bag, form: CheckoutForm, me: int) -> tuple[Order, str]:
    return service.place(
        db.session(),
        bag,
        person_id=me,
        email=form.given_email(),
        address=form.given_address(),
        method=rules.shipping_method(form.shipping.data),
        seen_total=form.given_seen_total(),
        once=form.once.data or ids.token(),
        now=clock.now(),
    )


def _show_anew(form: CheckoutForm, problem: str) -> Response:
    """Show what the bag has become; when that cannot be ordered, the bag itself says why."""
    bag = _bag()
    if not bag.is_ready:
        return go_to(url_for("cart.show"))
    return _show(bag, form, status=409, problem=problem)


def _show(bag: Bag, form: CheckoutForm, *, status: int = 200, problem: str = "") -> Response:
    method = rules.shipping_method(form.shipping.data or "")
    offer = service.offer(bag, method)
    form.shipping.data, form.seen_total.data = method.code, str(offer.total.minor)
    return page(
        "checkout/show.html",
        fragments=FRAGMENTS,
        status=status,
        bag=bag,
        form=form,
        offer=offer,
        methods=[(w, rules.shipping_price(w, bag.total)) for w in rules.SHIPPING_METHODS],
        problem=problem,
    )


def _bag(*, lock: bool = False) -> Bag:
    currency = current_app.extensions["settings"].currency
    return cart.bag(
        db.session(), access.visitor_id(), currency=currency, now=clock.now(), lock=lock
    )


def _known() -> dict[str, str]:
    """Return what the form need not ask again: the last address, or at least the name."""
    me = access.visitor_id()
    country = {"country": current_app.extensions["settings"].country}
    if me is None:
        return country
    if past := orders.find_latest(db.session(), me):
        return asdict(past.address) | {"email": past.email, "shipping": past.shipping}
    person = accounts.person(db.session(), me)
    return country | {"email": person.email or "", "name": person.name}
