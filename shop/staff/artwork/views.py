"""Artwork to be looked at: what waits, one picture, and the decision about it."""

from flask import Blueprint, Response, request, url_for

from shop.artwork import queries, rules, service
from shop.artwork.models import Artwork
from shop.artwork.rules import Move, State
from shop.infra import access, db
from shop.infra.access import Permission, staff_only
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _
from shop.production import queries as production
from shop.staff.artwork.forms import RefuseForm

blueprint = Blueprint("staff_artwork", __name__, url_prefix="/staff/artwork")


@blueprint.get("")
@staff_only(Permission.CHECK_ARTWORK)
def listing() -> Response:
    state = _asked_state()
    return page(
        "staff/artwork/listing.html",
        artworks=queries.in_state(db.session(), state),
        state=state,
        labels=rules.LABELS,
    )


@blueprint.get("/<public_id>")
@staff_only(Permission.CHECK_ARTWORK)
def show(public_id: str) -> Response:
    return _show(queries.artwork(db.session(), public_id), RefuseForm())


@blueprint.post("/<public_id>/approve")
@staff_only(Permission.CHECK_ARTWORK)
def approve(public_id: str) -> Response:
    artwork = queries.artwork(db.session(), public_id, lock=True)
    service.approve(artwork, actor=access.actor(), now=clock.now())
    return go_to(url_for("staff_artwork.listing"))


@blueprint.post("/<public_id>/refuse")
@staff_only(Permission.CHECK_ARTWORK)
def refuse(public_id: str) -> Response:
    artwork = queries.artwork(db.session(), public_id, lock=True)
    form = RefuseForm.sent()
    if not form.validate():
        return _show(artwork, form, status=422)
    service.refuse(artwork, reason=form.given_reason(), actor=access.actor(), now=clock.now())
    return go_to(url_for("staff_artwork.listing"))


def _show(artwork: Artwork, form: RefuseForm, *, status: int = 200) -> Response:
    return page(
        "staff/artwork/show.html",
        status=status,
        artwork=artwork,
        form=form,
        moves=rules.MOVES.moves_from(artwork.state),
        Move=Move,
        labels=rules.LABELS,
        tones=rules.MOVES.tones,
        names=production.colleagues(db.session(), [each.actor_id for each in artwork.steps]),
    )


def _asked_state() -> State:
    asked = request.args.get("state", State.UPLOADED.value)
    if asked not in set(State):
        raise Invalid(_("There is no state «%(state)s».", state=asked[:40]))
    return State(asked)
