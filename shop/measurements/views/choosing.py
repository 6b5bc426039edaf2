"""A new profile: the four ways in, or a walk to go on with."""

from typing import Final
from urllib.parse import urlencode

from flask import Response, url_for

from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import page
from shop.measurements import queries
from shop.measurements.rules.ways_in import WayIn, ways_in
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.next_links import carried

ENDPOINTS: Final = {
    WayIn.WALK: "measurements.walk_new",
    WayIn.QUICK: "measurements.quick",
    WayIn.SIZE: "measurements.size",
}
GARMENT: Final = "/profiles/new/garment"  # the wardrobe's, which stands above us


@blueprint.get("/new")
@public
def choose() -> Response:
    leads = carried()
    order = ways_in(to_garment=bool(leads.get("garment") or leads.get("keys")))
    return page(
        "measurements/choose.html",
        carried=leads,
        ways=[(way, _url(way)) for way in order],
        walks=queries.open_walks_of(db.session(), access.visitor_id()),
        WayIn=WayIn,
    )


def _url(way: WayIn) -> str:
    if way is WayIn.GARMENT:
        return f"{GARMENT}?{urlencode(carried())}" if carried() else GARMENT
    return url_for(ENDPOINTS[way], **carried())
