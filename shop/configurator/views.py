"""Making a design: one page, one address per state."""

from dataclasses import replace
from typing import Final

from flask import Blueprint, Response, request, url_for

from shop.configurator import queries
from shop.configurator.forms import OrderForm, SaveForm
from shop.configurator.queries import Screen, Sources
from shop.designs import queries as saved
from shop.designs import service as designs
from shop.designs.rules import Configuration, Step
from shop.infra import access, db, words
from shop.infra.access import Permission, public
from shop.infra.web import go_to, is_fragment_request, page, parts
from shop.kernel import clock, ids
from shop.measurements import queries as measurements
from shop.measurements.rules import Reminder, Size, Table, sizes

blueprint = Blueprint("configurator", __name__, url_prefix="/garments/<garment>/design")

FRAGMENTS: Final = ("configurator",)


@blueprint.get("")
@public
def show(garment: str) -> Response:
    """Show the state in the URL."""
    return show_screen(_screen(_state(garment)))


@blueprint.get("/pick")
@public
def pick(garment: str) -> Response:
    """Take a tile, or what was typed: lead to the new state, or send the parts that changed."""
    session, state = db.session(), _state(garment)
    sources = queries.sources_of(session, state, person_id=access.whose())
    before = queries.laid_out(sources, state)
    picked, asked = request.args.get("pick", ""), request.args.to_dict()
    after = queries.picked(state, before, picked, queries.typed_in(asked))
    if not is_fragment_request():
        group = picked.partition(":")[0]
        return go_to(after.url() + (f"#ask-{group}" if group else ""))
    screen = _screen(after, sources)
    return parts(
        "configurator/changed.html",
        url=screen.state.url(),
        screen=screen,
        state=screen.state,
        Step=Step,
        changes=queries.changes(state, before, screen),
        order_form=OrderForm(once=ids.token()),
    )


@blueprint.get("/surprise")
@public
def surprise(garment: str) -> Response:
    """Lead to a random design of this garment."""
    drawn = queries.surprised(db.session(), _state(garment), person_id=access.whose())
    answer = go_to(drawn.url())
    answer.cache_control.no_store = True
    return answer


@blueprint.get("/compare")
@public
def compare(garment: str) -> Response:
    """Show the design beside the one that was kept for it."""
    state = _state(garment)
    here, there = _screen(state), _screen(queries.beside(state))
    return page("configurator/compare.html", here=here, there=there,
                rows=queries.compared(there, here))  # fmt: skip


@blueprint.post("/save")
@public
def save(garment: str) -> Response:
    """Keep the design of the URL under a name."""
    session, me = db.session(), access.me()
    screen, form = _screen(_published(garment)), SaveForm.sent()
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
        parent=screen.state.parent,
        now=clock.now(),
    )
    return go_to(url_for("gallery.show", public_id=design.public_id))


@blueprint.post("/save-again")
@public
def save_again(garment: str) -> Response:
    """Keep the design of the URL as the next version of the own design it was started from."""
    session, screen = db.session(), _screen(_published(garment))
    design = saved.design_of(session, person_id=access.whose(), public_id=screen.state.parent)
    if design.garment == garment:
        once = str(SaveForm.sent().once.data or ids.token())
        designs.save_again(session, design, digest=screen.model.digest, choices=screen.whole,
                           once=once, now=clock.now())  # fmt: skip
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
    origin = saved.find(db.session(), screen.state.parent)
    return page(
        "configurator/show.html",
        fragments=FRAGMENTS,
        status=status,
        screen=screen,
        state=screen.state,
        Step=Step,
        reminders=_reminders(screen) if is_choosing_body else (),
        review=queries.review(db.session(), screen, unit=words.current_unit()),
        save_form=save_form or SaveForm(once=ids.token(), name=screen.sentence[:80]),
        order_form=order_form or OrderForm(once=ids.token()),
        own_origin=origin if origin and me and origin.person_id == me else None,
        profiles=measurements.profiles_of(db.session(), me) if me and is_choosing_body else [],
        tables=_tables() if screen.state.step is Step.FIT else [],
    )


def _state(garment: str) -> Configuration:
    """Return the state of the address; only staff may try what is not published."""
    state, visitor = Configuration.read(garment, request.args.to_dict()), access.visitor()
    may_try = visitor is not None and visitor.may(Permission.EDIT_RULES)
    return state if may_try else replace(state, draft="")


def _published(garment: str) -> Configuration:
    """Return the state of the address by the rules that are published: only those are kept."""
    return replace(_state(garment), draft="")


def _screen(state: Configuration, sources: Sources | None = None) -> Screen:
    return queries.screen(
        db.session(), state, person_id=access.whose(), now=clock.now(), sources=sources
    )


def _reminders(screen: Screen) -> tuple[Reminder, ...]:
    """Return what of the wearer should be measured again before it is cut from."""
    profile = screen.wearer.profile if screen.wearer else None
    if profile is None:
        return ()
    return measurements.reminders_of(profile, now=clock.now(), unit=words.current_unit())


def _tables() -> list[tuple[Table, tuple[Size, ...]]]:
    return [(table, sizes(table)) for table in (Table.WOMEN, Table.MEN)]
