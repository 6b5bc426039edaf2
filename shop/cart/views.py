"""The bag: put in, look, take out."""

from flask import Blueprint, Response, current_app, request, url_for

from shop.cart import queries, service
from shop.configurator import page as configurator_page
from shop.configurator import queries as configurator
from shop.configurator.form_parts import OrderForm, fresh_forms
from shop.configurator.page.showing import FRAGMENTS, TEMPLATE, shown
from shop.configurator.queries import Configured
from shop.designs.rules import Configuration, Step
from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids

blueprint = Blueprint("cart", __name__, url_prefix="/bag")


@blueprint.get("")
@public
def show() -> Response:
    currency = current_app.extensions["settings"].currency
    bag = queries.bag(db.session(), access.visitor_id(), currency=currency, now=clock.now())
    return page("cart/show.html", bag=bag, bag_count=len(bag.lines))


@blueprint.post("/put/<garment>")
@public
def put(garment: str) -> Response:
    """Take the design of the URL, with its confirmation, into the bag or into the line it is of."""
    session, me, now = db.session(), access.become_known(), clock.now()
    made = _configured(Configuration.read(garment, request.args.to_dict()), me)
    asked, form = made.configuration, OrderForm.sent()
    if not made.is_orderable:
        return go_to(asked.url(step=Step.REVIEW))
    if not (_confirmed_before(made, me) or _is_confirmed(form, made)):
        return _show_again(made, form, me)
    line = queries.find_line(session, person_id=me, public_id=asked.line)
    if line and line.taken_by is None:
        service.change(line, made, note=form.given_note(), now=now)
    else:
        once = form.once.data or ids.token()
        service.put(session, made, person_id=me, note=form.given_note(), once=once, now=now)
    return go_to(url_for("cart.show"))


@blueprint.post("/<public_id>/remove")
@public
def remove(public_id: str) -> Response:
    session = db.session()
    line = queries.find_line(session, person_id=access.visitor_id(), public_id=public_id)
    if line:  # a second click finds it out already
        service.remove(session, line)
    return go_to(url_for("cart.show"))


def _configured(asked: Configuration, me: int) -> Configured:
    sources = configurator.sources_of(db.session(), [asked], person_id=me)
    return configurator.configured(asked, sources)


def _show_again(made: Configured, form: OrderForm, me: int) -> Response:
    """Show the page that she confirmed on, with what is amiss beside the fields."""
    session, now = db.session(), clock.now()
    screen = configurator_page.screen(session, made, now=now)
    facts = shown(session, screen, person_id=me, unit=words.current_unit(), now=now)
    forms = fresh_forms(made, order_form=form)
    return page(TEMPLATE, fragments=FRAGMENTS, status=422, **facts, **forms)


def _is_confirmed(form: OrderForm, made: Configured) -> bool:
    """Tell whether she confirmed each estimate and the whole; all that is amiss is told at once."""
    is_valid = form.validate()
    return form.has_looked(made.guesses) and is_valid


def _confirmed_before(made: Configured, me: int) -> bool:
    """Tell whether this orders again what she had made before, to the very same measurements."""
    asked = made.configuration
    if not asked.again:
        return False
    before = queries.find_line(db.session(), person_id=me, public_id=asked.again)
    if before is None or before.wearer != asked.wearer:
        return False
    return queries.same_finished(before.finished, made.finished)
