"""Home, the garments, the cloths."""

from collections.abc import Iterable
from typing import Final

from flask import Blueprint, Response, current_app, render_template, request

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import ClothOnShelf
from shop.designs import queries as designs
from shop.infra import db
from shop.infra.access import public
from shop.infra.web import page
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.site.storefront import queries

blueprint = Blueprint("storefront", __name__)

FILTERS: Final = ("family", "colour", "pattern", "season")


@blueprint.get("/")
@public
def home() -> Response:
    session = db.session()
    shelf = catalogue.cloths(session)
    garments = queries.garments(session, shelf=shelf)
    shown = queries.saved(session, designs.published(session, limit=4), shelf=shelf)
    return page("site/home.html", garments=garments, designs=shown)


@blueprint.get("/garments")
@public
def garments() -> Response:
    return page("site/garments.html", garments=queries.garments(db.session()))


@blueprint.get("/garments/<code>")
@public
def garment(code: str) -> Response:
    session = db.session()
    shown = queries.garment(session, code)
    if shown is None:
        raise Refused(_("No cloth for this garment is left on our shelves. More is on its way."))
    shelf = catalogue.cloths(session, garment=code)
    return page(
        "site/garment.html",
        shown=shown,
        cheapest=queries.cheapest(shown.model, shelf),
        cloths=[each.cloth for each in shelf],
        swatch_of=preview.swatch_of,
    )


@blueprint.get("/cloths")
@public
def cloths() -> Response:
    """Show the shelf; every filter is in the address."""
    shelf = catalogue.cloths(db.session())
    chosen = {name: request.args.get(name, "") for name in FILTERS}
    return page(
        "site/cloths.html",
        cloths=[each for each in shelf if _fits(each, chosen)],
        chosen=chosen,
        offered={name: _offered(shelf, name) for name in FILTERS},
        swatch_of=preview.swatch_of,
    )


@blueprint.get("/sitemap.xml")
@public
def sitemap() -> Response:
    session = db.session()
    found = designs.published(session, limit=500)
    paths = ["/", "/garments", "/cloths", "/gallery"]
    paths += [f"/garments/{model.garment}" for model in catalogue.models(session)]
    paths += [f"/gallery/{design.public_id}" for design in found]
    body = render_template("site/sitemap.xml", paths=paths)
    return current_app.response_class(body, mimetype="application/xml")


def _fits(each: ClothOnShelf, chosen: dict[str, str]) -> bool:
    return all(not value or getattr(each.cloth, name) == value for name, value in chosen.items())


def _offered(shelf: Iterable[ClothOnShelf], name: str) -> list[str]:
    return list(dict.fromkeys(getattr(each.cloth, name) for each in shelf))
