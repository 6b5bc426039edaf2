"""The bag: put in, look, take out."""

from flask import Blueprint, Response, current_app, request, url_for

from shop.cart import queries, service
from shop.configurator import queries as configurator
from shop.configurator.forms import OrderForm
from shop.configurator.queries import Screen
from shop.configurator.views import show_screen
from shop.designs.rules import Configuration, Step
from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids

blueprint = Blueprint("cart", __name__, url_prefix="/bag")


@blueprint.get("")
@public
def show() -> Response:
    currency = current_app.extensions["settings"].currency
    bag = queries.bag(db.session(), access.whose(), currency=currency, now=clock.now())
    return page("cart/show.html", bag=bag)


@blueprint.post("/put/<garment>")
@public
def put(garment: str) -> Response:
    """Take the design of the URL, with its confirmation, into the bag or into the line it is of."""
    session, me, now = db.session(), access.me(), clock.now()
    state = Configuration.read(garment, request.args.to_dict())
    screen = configurator.screen(session, state, person_id=me, now=now)
    form = OrderForm.sent()
    if not screen.is_orderable:
        return go_to(state.url(step=Step.REVIEW))
    if not (_confirmed_before(screen, me) or _is_confirmed(form, screen)):
        return show_screen(screen, order_form=form, status=422)
    line = queries.find_line(session, person_id=me, public_id=state.line)
    if line and line.taken_by is None:
        service.change(line, screen, note=form.given_note(), now=now)
    else:
        service.put(session, screen, person_id=me, note=form.given_note(),
                    once=form.once.data or ids.token(), now=now)  # fmt: skip
    return go_to(url_for("cart.show"))


@blueprint.post("/<public_id>/remove")
@public
def remove(public_id: str) -> Response:
    session = db.session()
    line = queries.find_line(session, person_id=access.whose(), public_id=public_id)
    if line:  # a second click finds it out already
        service.remove(session, line)
    return go_to(url_for("cart.show"))


def _is_confirmed(form: OrderForm, screen: Screen) -> bool:
    """Tell whether she confirmed each estimate and the whole; all that is amiss is told at once."""
    is_valid = form.validate()
    return form.has_looked(screen.guesses) and is_valid


def _confirmed_before(screen: Screen, me: int) -> bool:
    """Tell whether this orders again what she had made before, to the very same measurements."""
    if not screen.state.again:
        return False
    before = queries.find_line(db.session(), person_id=me, public_id=screen.state.again)
    if before is None or before.wearer != screen.state.wearer:
        return False
    return queries.same_finished(before.finished, screen.finished)
