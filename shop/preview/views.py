"""Pictures over HTTP: made from their address, kept by whoever asked."""

from functools import lru_cache
from typing import Final

from flask import Blueprint, Response, current_app, request

from shop.catalogue import queries as catalogue
from shop.infra import db
from shop.infra.access import public
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.preview import draw, queries
from shop.preview.draw import ClothLook, View

blueprint = Blueprint("preview", __name__, url_prefix="/pictures")

blueprint.app_template_global("tape_url")(queries.tape_url)

FOR_EVER: Final = "public, max-age=31536000, immutable"
Drawn = tuple[tuple[str, str], ...]


@blueprint.get("/<mark>/<garment>/<view>.svg")
@public
def garment(mark: str, garment: str, view: str) -> Response:
    """Draw a design. The mark only makes the address change when the picture would."""
    if view not in set(View):
        raise _missing()
    look = queries.look_of(catalogue.cloth(db.session(), request.args.get("cloth", "")).cloth)
    try:
        shown = draw.shown_groups(garment)
    except KeyError:
        raise _missing() from None
    shown |= {queries.STITCHED}
    choices = tuple(sorted((k, v) for k, v in request.args.items() if k in shown))
    return _svg(_picture(garment, choices, look, View(view)))


@blueprint.get("/<mark>/tiles/<garment>/<group>/<value>.svg")
@public
def tile(mark: str, garment: str, group: str, value: str) -> Response:
    try:
        return _svg(_tile(garment, group, value))
    except KeyError:
        raise _missing() from None


@blueprint.get("/<mark>/tape/<measure>.svg")
@public
def tape(mark: str, measure: str) -> Response:
    """Show how a measure is taken."""
    return _svg(queries.tape(measure))


@blueprint.get("/<mark>/cloths/<code>.svg")
@public
def swatch(mark: str, code: str) -> Response:
    return _svg(_swatch(queries.look_of(catalogue.cloth(db.session(), code).cloth)))


@lru_cache(maxsize=256)
def _picture(garment: str, choices: Drawn, look: ClothLook, view: View) -> str:
    return draw.picture(garment, dict(choices), look, view=view)


@lru_cache(maxsize=512)
def _tile(garment: str, group: str, value: str) -> str:
    return draw.tile(garment, group, value)


@lru_cache(maxsize=512)
def _swatch(look: ClothLook) -> str:
    return draw.swatch(look)


def _svg(drawing: str) -> Response:
    response = current_app.response_class(drawing, mimetype="image/svg+xml")
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _missing() -> NotFound:
    return NotFound(_("There is no such picture."))
