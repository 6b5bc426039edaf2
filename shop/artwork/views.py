"""Sending a picture of one's own, and seeing it again."""

from typing import Any, Final

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from shop.artwork import queries, rules, service
from shop.artwork.forms import UploadForm
from shop.artwork.models import Artwork
from shop.infra import access, db, rate
from shop.infra.access import Permission, public, staff_only
from shop.infra.web import go_to, onward, page
from shop.kernel import clock, ids
from shop.kernel.texts import gettext as _

blueprint = Blueprint("artwork", __name__, url_prefix="/artwork")

TRIES: Final = "30 per hour"
TAKEN_IN: Final = 2 * rules.MOST_BYTES  # so much is read, to say beside the field that it is large


@blueprint.url_value_preprocessor
def take_in_more(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Let a picture be larger than what the shop takes in elsewhere, before anything reads it."""
    if endpoint == "artwork.upload":
        request.max_content_length = TAKEN_IN


@blueprint.get("")
@public
def overview() -> Response:
    return _show(UploadForm(once=ids.token()))


@blueprint.post("")
@public
def upload() -> Response:
    """Read and keep the picture first: the database waits for neither pixels nor the store."""
    rate.hold(TRIES, "artwork", rate.address())
    form = UploadForm.sent()
    picture = form.read()
    if picture is None:
        return _show(form, status=422)
    service.keep(picture)
    artwork = service.upload(
        db.session(),
        person_id=access.become_known(),
        picture=picture,
        once=form.given_once(),
        now=clock.now(),
    )
    return go_to(_onward(artwork.public_id))


@blueprint.errorhandler(RequestEntityTooLarge)
def too_large(error: RequestEntityTooLarge) -> Response:
    form = UploadForm(once=ids.token())
    most = rules.MOST_BYTES // 2**20
    form.picture.errors = [_("This file is far beyond %(n)s MB. Save it smaller.", n=most)]
    return _show(form, status=error.code or 413)


@blueprint.get("/<public_id>.png")
@public
def picture(public_id: str) -> Response:
    """Show the artwork to its owner and to colleagues, small."""
    artwork = _seen(public_id)
    return _png(artwork, queries.small(artwork.sha256))


@blueprint.get("/<public_id>/print.png")
@staff_only(Permission.CHECK_ARTWORK)
def whole(public_id: str) -> Response:
    """Show the artwork as it goes to the printer."""
    artwork = queries.artwork(db.session(), public_id)
    return _png(artwork, queries.whole(artwork.sha256))


@blueprint.post("/<public_id>/erase")
@public
def erase(public_id: str) -> Response:
    session = db.session()
    mine = queries.artwork_of(session, person_id=access.visitor_id(), public_id=public_id)
    service.erase(session, mine)
    return go_to(url_for("artwork.overview", **_carried()))


def _show(form: UploadForm, *, status: int = 200) -> Response:
    artworks = queries.artworks_of(db.session(), access.visitor_id())
    ways = {each.public_id: _onward(each.public_id) for each in artworks if _carried()}
    return page(
        "artwork/overview.html",
        status=status,
        form=form,
        artworks=artworks,
        ways=ways,
        carried=_carried(),
        labels=rules.LABELS,
        tones=rules.MOVES.tones,
        State=rules.State,
    )


def _seen(public_id: str) -> Artwork:
    visitor = access.visitor()
    if visitor and visitor.may(Permission.CHECK_ARTWORK):
        return queries.artwork(db.session(), public_id)
    return queries.artwork_of(db.session(), person_id=access.visitor_id(), public_id=public_id)


def _png(artwork: Artwork, content: bytes) -> Response:
    response = current_app.response_class(content, mimetype="image/png")
    response.set_etag(artwork.sha256)
    response.make_conditional(request)
    return response


def _carried() -> dict[str, Any]:
    return {"next": request.args["next"]} if request.args.get("next") else {}


def _onward(public_id: str) -> str:
    return onward(rules.GROUP, public_id, fallback=url_for("artwork.overview"))
