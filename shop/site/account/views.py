"""The account page, taking one's data along, and leaving."""

import json
import re

from flask import Blueprint, Response, current_app

from shop import register
from shop.designs import queries as designs
from shop.infra import access, db
from shop.infra.access import customers_only
from shop.infra.web import page
from shop.kernel import clock
from shop.measurements import queries as measurements
from shop.orders import queries as orders
from shop.orders import rules
from shop.site.storefront import queries as storefront

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
    """Give the person all that we keep of her in one file."""
    told = register.export(db.session(), access.me(), now=clock.now())
    kept = json.dumps(told, indent=2, ensure_ascii=False)
    response = current_app.response_class(kept, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name()}"'
    return response


def _file_name() -> str:
    """Return the file's name, in letters that every system takes."""
    name = re.sub("[^a-z0-9]+", "-", current_app.extensions["settings"].name.lower()).strip("-")
    return f"{name or 'shop'}-account.json"
