"""The way to the hosted page, and the door for webhooks."""

from flask import Blueprint, Response, request

from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import go_to
from shop.kernel import clock
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.payments import queries, service
from shop.payments.gateways.stripe_api import BadSignature, gateway

blueprint = Blueprint("payments", __name__, url_prefix="/payments")


@blueprint.get("/<public_id>/go")
@public
def go(public_id: str) -> Response:
    """Send the owner to the page where she pays; asked again, to the same page.

    A GET, so that the browser may come here by a redirect or a link. What it does to our rows is
    to remember where that page is, in a transaction of its own after Stripe has answered: the
    request's own session only reads, and holds nothing while we wait.
    """
    session = db.session()
    payment = queries.payment_of(session, person_id=access.visitor_id(), public_id=public_id)
    now = clock.now()
    if payment.hosted_url and service.may_be_paid(payment, now=now):
        return go_to(payment.hosted_url)
    wanted = service.page_wanted(payment, now=now)
    session.close()
    page = gateway().make_page(wanted)
    with db.work() as writing:
        is_wanted = service.remember_page(writing, payment.id, page, now=clock.now())
    if not is_wanted:
        raise Refused(_("This payment changed meanwhile. Go back to your order and pay there."))
    return go_to(page.url)


@blueprint.post("/webhook")
@public
def webhook() -> Response:
    """Take in what Stripe calls about. Exempt from CSRF: the signature says who it is from."""
    try:
        note = gateway().read(request.get_data(), request.headers.get("Stripe-Signature", ""))
    except BadSignature:
        return Response(status=400)
    service.take_in(db.session(), note, now=clock.now())
    return Response(status=204)
