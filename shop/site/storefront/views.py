"""Home, the garments, the cloths."""

from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, render_template, request, url_for

from shop.catalogue import queries as catalogue
from shop.designs import queries as designs
from shop.infra import db
from shop.infra.access import public
from shop.infra.web import page
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.site.storefront import queries
from shop.stock import queries as stock
from shop.stock.rules import finding
from shop.stock.rules.finding import Wish

blueprint = Blueprint("storefront", __name__)


@blueprint.get("/")
@public
def home() -> Response:
    session = db.session()
    shelf = stock.shelf(session)
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
    shelf = stock.shelf(session, garment=code)
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
    """Show the shelf, narrowed to what the address wishes for."""
    shelf, wish = stock.shelf(db.session()), Wish.read(request.args)
    return page(
        "site/cloths.html",
        fragments=("cloths_found",),
        wish=wish,
        facets=finding.facets(shelf, wish),
        ways=finding.ways_out(shelf, wish),
        shown=finding.page_of(finding.found(shelf, wish), wish.page),
        url_of=lambda number: _address(wish.at(number)),
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


def _address(wish: Wish) -> str:
    query = urlencode(wish.query())
    return url_for("storefront.cloths") + (f"?{query}" if query else "")
