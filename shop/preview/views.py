"""Pictures over HTTP: made from their address, kept by whoever asked."""

from functools import lru_cache
from typing import Final, cast

from flask import Blueprint, Flask, Response, current_app, request
from flask.sansio.blueprints import BlueprintSetupState

from shop.catalogue import queries as catalogue
from shop.designs import queries as designs
from shop.infra import db
from shop.infra.access import public
from shop.preview import draw, queries, service
from shop.preview.draw import ClothLook
from shop.preview.draw.requests import PictureRequest
from shop.preview.gateways.render_queue import Busy

blueprint = Blueprint("preview", __name__, url_prefix="/pictures")

blueprint.app_template_global("tape_url")(queries.tape_url)
blueprint.app_template_global("laid_url")(queries.laid_url)
blueprint.app_template_global("laid_pictures")(queries.laid_pictures)

FOR_EVER: Final = "public, max-age=31536000, immutable"
FOR_A_MINUTE: Final = "public, max-age=60"
FOR_ONESELF: Final = "private, max-age=86400"  # artwork may be erased: nobody between keeps it
RETRY_S: Final = "2"
TYPES: Final = {"jpg": "image/jpeg", "webp": "image/webp"}


@blueprint.record_once
def _prepare(state: BlueprintSetupState) -> None:
    service.init_app(cast("Flask", state.app))


@blueprint.get("/<mark>/<garment>/<view>-<int:width>.<kind>")
@public
def garment(mark: str, garment: str, view: str, width: int, kind: str) -> Response:
    """Show a design. What the address says beyond what shows is not looked at."""
    look = _look(request.args.get("cloth", ""))
    artwork = queries.artwork_of(db.session(), request.args.get("artwork", ""))
    wanted = queries.wanted(
        garment, request.args, look, view=view, width=width, kind=kind, artwork=artwork
    )
    return _answer(wanted, is_current=mark == queries.mark(look))


@blueprint.get("/<mark>/tape/<measure>.svg")
@public
def tape(mark: str, measure: str) -> Response:
    """Show how a measure is taken."""
    return _svg(queries.tape(measure))


@blueprint.get("/<mark>/laid/<garment>/<view>.svg")
@public
def laid(mark: str, garment: str, view: str) -> Response:
    """Show a garment on a table, and where the tape lies."""
    return _svg(queries.laid(garment, request.args, request.args.getlist("point"), view=view))


@blueprint.get("/<mark>/cloths/<code>-<int:width>.<kind>")
@public
def cloth(mark: str, code: str, width: int, kind: str) -> Response:
    look = _look(code)
    wanted = queries.wanted_cloth(look, width=width, kind=kind)
    return _answer(wanted, is_current=mark == queries.mark(look))


@blueprint.get("/<mark>/cards/<public_id>.jpg")
@public
def card(mark: str, public_id: str) -> Response:
    """Show the card of a saved design to who has its link, or was sent it."""
    wanted = queries.wanted_card(db.session(), designs.shared(db.session(), public_id))
    return _answer(wanted, is_current=mark == wanted.mark)


@blueprint.get("/<mark>/tiles/<garment>/<group>/<value>.svg")
@public
def tile(mark: str, garment: str, group: str, value: str) -> Response:
    try:
        return _svg(_tile(garment, group, value))
    except KeyError:
        raise queries.missing() from None


@lru_cache(maxsize=512)
def _tile(garment: str, group: str, value: str) -> str:
    return draw.tile(garment, group, value)


def _svg(drawing: str) -> Response:
    response = current_app.response_class(drawing, mimetype="image/svg+xml")
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _look(code: str) -> ClothLook:
    return queries.look_of(catalogue.cloth(db.session(), code))


def _answer(wanted: PictureRequest, *, is_current: bool) -> Response:
    """Answer with the picture; for ever only under the mark that it has today.

    Under another mark, such as that of a page from before an update, it is the picture of now.
    """
    db.session().close()  # a drawing may take a while, and needs no connection
    response = current_app.response_class(mimetype=TYPES[wanted.kind])
    shared = FOR_EVER if is_current else FOR_A_MINUTE
    response.headers["Cache-Control"] = FOR_ONESELF if wanted.artwork else shared
    response.set_etag(wanted.key)
    if request.if_none_match.contains(wanted.key):
        response.make_conditional(request)
        return response
    try:
        response.data = service.picture(wanted)
    except Busy as busy:
        return current_app.response_class(
            str(busy),
            status=busy.status,
            mimetype="text/plain",
            headers={"Retry-After": RETRY_S, "Cache-Control": "no-store"},
        )
    return response
