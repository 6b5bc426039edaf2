"""The page where a test card pays, is declined, or turns back."""

from flask import Blueprint, Response, make_response, redirect, render_template, url_for

from shop.infra.web import REDIRECTED
from shop.payments import rules
from shop.payments.gateways.counter import dealings
from shop.payments.gateways.counter.asked import Fault
from shop.payments.gateways.counter.desk import dealing, desk, session_of, version
from shop.payments.gateways.counter.store import Document

blueprint = Blueprint("pages", __name__, url_prefix="/pay")


@blueprint.errorhandler(Fault)
def tell(fault: Fault) -> tuple[str, int]:
    return render_template("payments/counter/missing.html"), fault.status


@blueprint.get("/<name>")
def show(name: str) -> Response:
    with dealing() as store:
        session = session_of(store, name)
    return _show(session)


@blueprint.post("/<name>/pay")
def pay(name: str) -> Response:
    """Pay, and send the customer back; a second click finds it paid and goes back as well."""
    with dealing() as store:
        session = session_of(store, name)
        dealings.pay(store, session, now=desk().now(), version=version())
    if session["status"] != "complete":
        return _show(session, status=409)
    return make_response(redirect(session["success_url"], code=REDIRECTED))


@blueprint.post("/<name>/decline")
def decline(name: str) -> Response:
    with dealing() as store:
        session = session_of(store, name)
        dealings.decline(store, session, now=desk().now(), version=version())
    if session["status"] != "open":
        return make_response(redirect(url_for("pages.show", name=name), code=REDIRECTED))
    return _show(session, status=402, is_declined=True)


def _show(session: Document, *, status: int = 200, is_declined: bool = False) -> Response:
    currency = session["currency"]
    lines = [
        (_words(line), rules.from_stripe(line["amount"] * line["quantity"], currency))
        for line in session["_lines"]
    ]
    return make_response(
        render_template(
            "payments/counter/pay.html",
            session=session,
            lines=lines,
            is_declined=is_declined,
            total=rules.from_stripe(session["amount_total"], currency),
        ),
        status,
    )


def _words(line: Document) -> str:
    quantity, name = line["quantity"], line["name"]
    return f"{quantity} × {name}" if quantity > 1 else str(name)  # noqa: RUF001  # the sign is meant
