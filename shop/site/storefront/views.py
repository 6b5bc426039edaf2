"""Home, the garments, the cloths."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, render_template, request, url_for

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import GarmentModel
from shop.designs import queries as designs
from shop.infra import db
from shop.infra.access import public
from shop.infra.kept_pages import kept_page
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.site.storefront import queries
from shop.site.storefront.queries import Shelf
from shop.stock import queries as stock
from shop.stock.rules import finding
from shop.stock.rules.finding import Wish

blueprint = Blueprint("storefront", __name__)


@blueprint.get("/")
@public
def home() -> Response:
    session = db.session()
    offer, newest = stock.offer(session), designs.published(session, limit=4)
    return kept_page(
        "site/home.html",
        key=(offer, queries.key_of(newest)),
        context=lambda: {
            "garments": queries.garments(offer),
            "designs": queries.saved(session, newest, shelf=offer.shelf),
        },
    )


@blueprint.get("/garments")
@public
def garments() -> Response:
    offer = stock.offer(db.session())
    return kept_page(
        "site/garments.html",
        key=offer,
        context=lambda: {"garments": queries.garments(offer)},
    )


@blueprint.get("/garments/<code>")
@public
def garment(code: str) -> Response:
    session = db.session()
    model, shelf = catalogue.model_of(session, code), stock.shelf(session, garment=code)
    return kept_page(
        "site/garment.html",
        key=(model, shelf),
        context=lambda: _one_garment(model, shelf),
    )


@blueprint.get("/cloths")
@public
def cloths() -> Response:
    """Show the shelf, narrowed to what the address wishes for."""
    shelf, wish = stock.shelf(db.session()), Wish.read(request.args)
    return kept_page(
        "site/cloths.html",
        key=(shelf, wish),
        context=lambda: _found_cloths(shelf, wish),
        fragments=("cloths_found",),
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


def _one_garment(model: GarmentModel, shelf: Shelf) -> dict[str, Any]:
    shown = queries.garment(model, shelf)
    if shown is None:
        raise Refused(_("No cloth for this garment is left on our shelves. More is on its way."))
    return {
        "shown": shown,
        "cheapest": queries.cheapest(shown.model, shelf),
        "cloths": [each.cloth for each in shelf],
        "swatch_of": preview.swatch_of,
    }


def _found_cloths(shelf: Shelf, wish: Wish) -> dict[str, Any]:
    return {
        "wish": wish,
        "facets": finding.facets(shelf, wish),
        "ways": finding.ways_out(shelf, wish),
        "shown": finding.page_of(finding.found(shelf, wish), wish.page),
        "url_of": lambda number: _address(wish.at(number)),
        "swatch_of": preview.swatch_of,
    }


def _address(wish: Wish) -> str:
    query = urlencode(wish.query())
    return url_for("storefront.cloths") + (f"?{query}" if query else "")
