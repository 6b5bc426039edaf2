"""The account page, taking one's data along, and leaving."""

import json
import re
from typing import Final

from flask import Blueprint, Response, current_app, g, url_for
from flask import session as cookie

from shop import register
from shop.accounts import queries as accounts
from shop.accounts import service
from shop.accounts.models import Person
from shop.designs import queries as designs
from shop.infra import access, db
from shop.infra.access import Role, customers_only, public
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import Refused, TooMany
from shop.kernel.texts import lazy as _
from shop.measurements import queries as measurements
from shop.orders import people as order_people
from shop.orders import queries as orders
from shop.orders import rules
from shop.site.account.forms import LeaveForm
from shop.site.storefront import queries as storefront

OF_THE_HOUSE: Final = _("This account does work for the house. Ask a manager to close it.")

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("")
@customers_only
def overview() -> Response:
    session, me = db.session(), access.become_known()
    return page(
        "site/account.html",
        orders=orders.orders_of(session, me),
        labels=rules.LABELS,
        designs=storefront.saved(session, designs.designs_of(session, me)),
        profiles=measurements.profiles_of(session, me),
        again_url=orders.again_url,
    )


@blueprint.get("/export")
@customers_only
def export() -> Response:
    """Give the person all that we keep of her in one file."""
    told = register.export(db.session(), access.become_known(), now=clock.now())
    kept = json.dumps(told, indent=2, ensure_ascii=False)
    response = current_app.response_class(kept, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name()}"'
    return response


@blueprint.get("/leave")
@customers_only
def leave() -> Response:
    """Say what goes and what stays, and why, before anything does."""
    return _show_leave(LeaveForm())


@blueprint.post("/leave")
@public
def leave_send() -> Response:
    """Erase the account for good; a second click finds it gone."""
    visitor = access.visitor()
    if visitor is None or visitor.is_guest:
        return go_to(url_for("account.left"))
    form, person = LeaveForm.sent(), accounts.person(db.session(), visitor.person_id)
    if not form.validate():
        return _show_leave(form, status=422)
    try:
        _erase(person, form.password.data or "")
    except (service.WrongPassword, TooMany) as refusal:
        form.password.errors = [str(refusal)]
        return _show_leave(form, status=refusal.status)
    return go_to(url_for("account.left"))


@blueprint.get("/left")
@public
def left() -> Response:
    return page("site/left.html")


def _erase(person: Person, password: str) -> None:
    """Erase the account of who knows its password; raise Refused for a colleague's."""
    if person.role is not Role.CUSTOMER:
        raise Refused(str(OF_THE_HOUSE))
    service.checked(db.session(), email=person.email or "", password=password)
    register.forget(db.session(), person.id, now=clock.now())
    cookie.clear()
    g.visitor = None


def _show_leave(form: LeaveForm, *, status: int = 200) -> Response:
    session, me = db.session(), access.become_known()
    staying = order_people.staying(session, me, today=clock.now().date())
    return page(
        "site/leave.html",
        status=status,
        form=form,
        of_the_house=OF_THE_HOUSE,
        goes=register.goes(),
        staying=staying,
    )


def _file_name() -> str:
    """Return the file's name, in letters that every system takes."""
    name = re.sub("[^a-z0-9]+", "-", current_app.extensions["settings"].name.lower()).strip("-")
    return f"{name or 'shop'}-account.json"
