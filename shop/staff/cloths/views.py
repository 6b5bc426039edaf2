"""The shelf: what lies on it, what comes in, what a metre costs."""

from flask import Blueprint, Response, current_app, url_for

from shop.catalogue import queries, service
from shop.infra import access, db
from shop.infra.access import Permission, staff_only
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import Refused
from shop.staff import amounts
from shop.staff.cloths.forms import LeftForm, MetrePriceForm, RollForm
from shop.staff.ledger import before, told
from shop.stock import queries as stock_queries
from shop.stock import service as stock

blueprint = Blueprint("staff_cloths", __name__, url_prefix="/staff/cloths")

LOW_MM = 3_000  # the longest garment of the house is cut from less


@blueprint.get("")
@staff_only(Permission.EDIT_STOCK)
def listing() -> Response:
    shelf = stock_queries.shelf(db.session())
    return page("staff/cloths/listing.html", shelf=shelf, low_mm=LOW_MM, currency=_currency())


@blueprint.get("/<code>")
@staff_only(Permission.EDIT_STOCK)
def show(code: str) -> Response:
    return _show(code)


@blueprint.post("/<code>/rolls")
@staff_only(Permission.EDIT_STOCK)
def receive(code: str) -> Response:
    form = RollForm.sent()
    if not form.validate():
        return _show(code, roll_form=form, status=422)
    try:
        stock.receive_roll(
            db.session(), cloth=code, roll=form.roll(), actor=access.actor(), now=clock.now()
        )
    except Refused as refused:
        form.number.errors = [str(refused)]
        return _show(code, roll_form=form, status=422)
    return _back(code)


@blueprint.post("/<code>/rolls/<path:number>/left")
@staff_only(Permission.EDIT_STOCK)
def correct(code: str, number: str) -> Response:
    form = LeftForm.sent()
    if not form.validate():
        return _show(code, left_form=form, of=number, status=422)
    try:
        stock.correct_roll(
            db.session(),
            cloth=code,
            number=number,
            left_mm=form.left_mm(),
            seen_mm=form.seen_mm(),
            reason=form.given_reason(),
            actor=access.actor(),
            now=clock.now(),
        )
    except Refused as refused:
        form.metres.errors = [str(refused)]
        return _show(code, left_form=form, of=number, status=422)
    return _back(code)


@blueprint.get("/<code>/rolls/<path:number>")
@staff_only(Permission.EDIT_STOCK)
def roll(code: str, number: str) -> Response:
    """Show what moved of a roll, newest first."""
    session = db.session()
    found = stock_queries.roll_of(session, cloth=code, number=number)
    shown = stock_queries.movements_of_roll(session, found, before=before())
    return page("staff/cloths/roll.html", roll=found, **told(session, shown))


@blueprint.post("/<code>/price")
@staff_only(Permission.EDIT_PRICES)
def price(code: str) -> Response:
    form = MetrePriceForm.sent()
    form.currency = _currency()
    if not form.validate():
        return _show(code, price_form=form, status=422)
    service.set_cloth_price(db.session(), cloth=code, per_metre_minor=form.minor())
    return _back(code)


def _show(
    code: str,
    *,
    roll_form: RollForm | None = None,
    left_form: LeftForm | None = None,
    of: str = "",
    price_form: MetrePriceForm | None = None,
    status: int = 200,
) -> Response:
    """Build the page of a cloth; each roll has a small form, one of which may carry an error."""
    session = db.session()
    cloth = queries.cloth(session, code)
    rolls = stock_queries.rolls(session, cloth=code)
    forms = {roll.number: _left_form(roll.number, roll.left_mm) for roll in rolls}
    if left_form is not None and of in forms:
        _stand_in(forms[of], left_form)
        forms[of] = left_form
    written = amounts.written(cloth.price_per_metre_minor, _currency())
    return page(
        "staff/cloths/show.html",
        status=status,
        cloth=cloth,
        rolls=rolls,
        left_forms=forms,
        roll_form=roll_form or RollForm(data={"received_on": _today()}),
        price_form=price_form or MetrePriceForm(data={"price": written}),
        currency=_currency(),
        may_price=_may(Permission.EDIT_PRICES),
    )


def _left_form(number: str, left_mm: int) -> LeftForm:
    form = LeftForm(data={"metres": amounts.metres(left_mm), "seen": left_mm})
    form.metres.id = f"left-{number.replace(' ', '-')}"
    form.reason.id = f"why-{number.replace(' ', '-')}"
    return form


def _stand_in(fresh: LeftForm, sent: LeftForm) -> None:
    """Let the form that was refused be that of its roll, with the figure that is shown now."""
    sent.metres.id, sent.reason.id, sent.seen.data = (
        fresh.metres.id,
        fresh.reason.id,
        fresh.seen.data,
    )


def _may(permission: Permission) -> bool:
    visitor = access.visitor()
    return visitor is not None and visitor.may(permission)


def _today() -> object:
    return clock.day_in(current_app.extensions["settings"].timezone, clock.now())


def _currency() -> str:
    currency: str = current_app.extensions["settings"].currency
    return currency


def _back(code: str) -> Response:
    return go_to(url_for("staff_cloths.show", code=code))
