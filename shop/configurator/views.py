"""Making a design: one page, one address per state."""

from dataclasses import replace

from flask import Blueprint, Response, request, url_for

from shop.configurator import page as pages
from shop.configurator import queries
from shop.configurator.form_parts import SaveForm, fresh_forms
from shop.configurator.page import Screen
from shop.configurator.page.showing import FRAGMENTS, TEMPLATE, shown
from shop.configurator.queries import Configured, Sources
from shop.designs import queries as saved
from shop.designs import service as designs
from shop.designs.rules import Configuration, Step
from shop.infra import access, db, words
from shop.infra.access import Permission, public
from shop.infra.form_base import Form
from shop.infra.web import go_to, is_fragment_request, page, parts
from shop.kernel import clock, ids

blueprint = Blueprint("configurator", __name__, url_prefix="/garments/<garment>/design")


@blueprint.get("")
@public
def show(garment: str) -> Response:
    """Show the state in the URL."""
    return _show(_configured(_asked(garment)))


@blueprint.get("/pick")
@public
def pick(garment: str) -> Response:
    """Take a tile, or what was typed: lead to the new state, or send the parts that changed."""
    asked, typed = _asked(garment), pages.typed_in(request.args.to_dict())
    sources = _sources(asked, asked.with_choices(typed))
    before = queries.resolved_from(asked, sources)
    picked = request.args.get("pick", "")
    after = pages.picked(asked, before, picked, typed)
    if not is_fragment_request():
        group = picked.partition(":")[0]
        return go_to(after.url() + (f"#ask-{group}" if group else ""))
    screen = _screen(queries.configured(after, sources))
    return parts(
        "configurator/changed.html",
        url=screen.state.url(),
        screen=screen,
        state=screen.state,
        Step=Step,
        changes=pages.changes(asked, before, screen),
        order_form=fresh_forms(screen.garment)["order_form"],
    )


@blueprint.get("/surprise")
@public
def surprise(garment: str) -> Response:
    """Lead to a random design of this garment."""
    asked = _asked(garment)
    answer = go_to(pages.surprised(asked, _sources(asked)).url())
    answer.cache_control.no_store = True
    return answer


@blueprint.get("/compare")
@public
def compare(garment: str) -> Response:
    """Show the design beside the one that was kept for it."""
    asked = _asked(garment)
    other = pages.beside(asked)
    sources = _sources(asked, other)
    here, there = queries.configured(asked, sources), queries.configured(other, sources)
    rows = pages.compared(there, here)
    return page("configurator/compare.html", here=_screen(here), there=_screen(there), rows=rows)


@blueprint.post("/save")
@public
def save(garment: str) -> Response:
    """Keep the design of the URL under a name."""
    session, me = db.session(), access.become_known()
    made, form = _configured(_published(garment)), SaveForm.sent()
    if not form.validate():
        return _show(made, save_form=form, status=422)
    design = designs.save(
        session,
        person_id=me,
        garment=garment,
        digest=made.model.digest,
        choices=made.whole,
        name=form.given_name(),
        once=form.once.data or ids.token(),
        parent=made.configuration.parent,
        now=clock.now(),
    )
    return go_to(url_for("gallery.show", public_id=design.public_id))


@blueprint.post("/save-again")
@public
def save_again(garment: str) -> Response:
    """Keep the design of the URL as the next version of the own design it was started from."""
    session, made = db.session(), _configured(_published(garment))
    parent = made.configuration.parent
    design = saved.design_of(session, person_id=access.visitor_id(), public_id=parent)
    if design.garment == garment:
        once = str(SaveForm.sent().once.data or ids.token())
        designs.save_again(
            session,
            design,
            digest=made.model.digest,
            choices=made.whole,
            once=once,
            now=clock.now(),
        )
    return go_to(url_for("gallery.show", public_id=design.public_id))


def _show(garment: Configured, *, status: int = 200, **sent: Form) -> Response:
    """Answer with the page of this state, its forms as sent or fresh."""
    facts = shown(
        db.session(),
        _screen(garment),
        person_id=access.visitor_id(),
        unit=words.current_unit(),
        now=clock.now(),
    )
    return page(
        TEMPLATE, fragments=FRAGMENTS, status=status, **facts, **fresh_forms(garment, **sent)
    )


def _asked(garment: str) -> Configuration:
    """Return the configuration of the address; only staff may try what is not published."""
    asked, visitor = Configuration.read(garment, request.args.to_dict()), access.visitor()
    may_try = visitor is not None and visitor.may(Permission.EDIT_RULES)
    return asked if may_try else replace(asked, draft="")


def _published(garment: str) -> Configuration:
    """Return that of the address by the rules that are published: only those are kept."""
    return replace(_asked(garment), draft="")


def _sources(*asked: Configuration) -> Sources:
    return queries.sources_of(db.session(), asked, person_id=access.visitor_id())


def _configured(asked: Configuration) -> Configured:
    return queries.configured(asked, _sources(asked))


def _screen(garment: Configured) -> Screen:
    return pages.screen(db.session(), garment, now=clock.now())
