"""Designs to look at, to start from, to rename, to show or to take down."""

from flask import Blueprint, Response, url_for
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from shop.configurator.queries import State
from shop.designs import queries as designs
from shop.designs import service
from shop.designs.models import Design
from shop.designs.rules import NAME_MAX
from shop.infra import access, db
from shop.infra.access import public
from shop.infra.form_base import Form, text_of
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.texts import lazy as _
from shop.preview import queries as preview
from shop.site.storefront import queries

blueprint = Blueprint("gallery", __name__, url_prefix="/gallery")


class NameForm(Form):
    name = StringField(
        _("Name of the design"),
        [DataRequired(_("Give the design a name to find it by.")), Length(max=NAME_MAX)],
    )


@blueprint.get("")
@public
def index() -> Response:
    session = db.session()
    return page("site/gallery.html", designs=queries.saved(session, designs.published(session)))


@blueprint.get("/<public_id>")
@public
def show(public_id: str) -> Response:
    """Show a design to whoever has its link; its owner finds its tools here."""
    design = designs.shared(db.session(), public_id)
    return _show(design, NameForm(name=design.name))


@blueprint.post("/<public_id>/rename")
@public
def rename(public_id: str) -> Response:
    design, form = _mine(public_id), NameForm.sent()
    if not form.validate():
        return _show(design, form, status=422)
    service.rename(design, name=text_of(form.name))
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/publish")
@public
def publish(public_id: str) -> Response:
    service.publish(_mine(public_id), now=clock.now())
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/withdraw")
@public
def withdraw(public_id: str) -> Response:
    service.withdraw(_mine(public_id))
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/remove")
@public
def remove(public_id: str) -> Response:
    service.remove(db.session(), _mine(public_id))
    return go_to(url_for("gallery.index"))


def _mine(public_id: str) -> Design:
    return designs.design_of(db.session(), person_id=access.whose(), public_id=public_id)


def _show(design: Design, form: NameForm, *, status: int = 200) -> Response:
    is_mine = design.person_id == access.whose()
    is_seen = is_mine or design.published_at is not None
    shown = queries.saved(db.session(), [design], with_artwork=is_seen)
    state = State(garment=design.garment, choices=design.choices)
    return page(
        "site/design.html",
        status=status,
        design=design,
        shown=shown[0] if shown else None,
        is_mine=is_mine,
        name_form=form,
        start_url=state.url(),
        card=preview.card_url(db.session(), design) if shown else "",
    )
