"""The account page, taking one's data along, and leaving."""

import json
from collections import ChainMap

from flask import Blueprint, Response, current_app

from shop.artwork import service as artworks
from shop.designs import queries as designs
from shop.fitting import service as fittings
from shop.infra import access, db
from shop.infra.access import customers_only
from shop.infra.web import page
from shop.measurements import queries as measurements
from shop.measurements import service as bodies
from shop.orders import queries as orders
from shop.orders import rules
from shop.site.storefront import queries as storefront
from shop.wardrobe import service as wardrobes

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("")
@customers_only
def overview() -> Response:
    session, me = db.session(), access.me()
    return page(
        "site/account.html",
        orders=orders.orders_of(session, me),
        labels=rules.LABELS,
        designs=storefront.saved(session, designs.designs_of(session, me)),
        profiles=measurements.profiles_of(session, me),
        again_url=orders.again_url,
    )


@blueprint.get("/export")
@customers_only
def export() -> Response:
    """Give the person all that we keep about her body and clothes, and her pictures, in a file."""
    session, me = db.session(), access.me()
    holders = (bodies, wardrobes, fittings, artworks)
    found = [holder.export_for(session, me) for holder in holders]
    kept = json.dumps(dict(ChainMap(*reversed(found))), indent=2)
    response = current_app.response_class(kept, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="measurements.json"'
    return response
