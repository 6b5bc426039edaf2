"""Making a design: one page, one address per state."""

from typing import Final

from flask import Blueprint, Response, request, url_for

from shop.configurator import queries
from shop.configurator.forms import OrderForm, SaveForm
from shop.configurator.queries import Screen, State, Step
from shop.designs import service as designs
from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids
from shop.measurements import queries as measurements
from shop.measurements.rules import Size, Table, sizes

blueprint = Blueprint("configurator", __name__, url_prefix="/garments/<garment>/design")

FRAGMENTS: Final = ("configurator",)


@blueprint.get("")
@public
def show(garment: str) -> Response:
    """Show the state in the URL; a text that was typed comes by the same address."""
    return show_screen(_screen(garment))


@blueprint.post("/save")
@public
def save(garment: str) -> Response:
    """Keep the design of the URL under a name."""
    session, me = db.session(), access.me()
    screen, form = _screen(garment), SaveForm.sent()
    if not form.validate():
        return show_screen(screen, save_form=form, status=422)
    design = designs.save(
        session,
        person_id=me,
        garment=garment,
        digest=screen.model.digest,
        choices=screen.whole,
        name=form.given_name(),
        once=form.once.data or ids.token(),
        now=clock.now(),
    )
    return go_to(url_for("gallery.show", public_id=design.public_id))


def show_screen(
    screen: Screen,
    *,
    save_form: SaveForm | None = None,
    order_form: OrderForm | None = None,
    status: int = 200,
) -> Response:
    """Answer with the page of this state, its forms as sent or fresh."""
    is_choosing_body = screen.state.step in {Step.FIT, Step.REVIEW}
    me = access.whose()
    return page(
        "configurator/show.html",
        fragments=FRAGMENTS,
        status=status,
        screen=screen,
        state=screen.state,
        Step=Step,
        save_form=save_form or SaveForm(once=ids.token(), name=screen.sentence[:80]),
        order_form=order_form or OrderForm(once=ids.token()),
        profiles=measurements.profiles_of(db.session(), me) if me and is_choosing_body else [],
        tables=_tables() if screen.state.step is Step.FIT else [],
    )


def _screen(garment: str) -> Screen:
    state = State.read(garment, request.args.to_dict())
    return queries.screen(db.session(), state, person_id=access.whose(), now=clock.now())


def _tables() -> list[tuple[Table, tuple[Size, ...]]]:
    return [(table, sizes(table)) for table in (Table.WOMEN, Table.MEN)]
