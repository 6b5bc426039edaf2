"""Prices of garments: read by who may change them, changed by publishing a new version."""

from flask import Blueprint, Response, current_app, url_for

from shop.catalogue import queries, service
from shop.infra import db
from shop.infra.access import GRANTS, Permission, staff_only
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.staff.prices.forms import BETWEEN, PricesForm
from shop.staff.prices.history import history

blueprint = Blueprint("staff_prices", __name__, url_prefix="/staff/prices")


@blueprint.get("")
@staff_only(Permission.EDIT_PRICES)
def listing() -> Response:
    models = queries.models(db.session())
    return page("staff/prices/listing.html", models=models, currency=_currency())


@blueprint.get("/<garment>")
@staff_only(Permission.EDIT_PRICES)
def show(garment: str) -> Response:
    model = queries.model_of(db.session(), garment)
    return _show(garment, PricesForm.of(model, _currency()))


@blueprint.post("/<garment>")
@staff_only(Permission.EDIT_PRICES)
def save(garment: str) -> Response:
    """Publish the prices; what is ordered already keeps the version it was ordered with."""
    session = db.session()
    form = PricesForm.of(queries.model_of(session, garment), _currency(), sent=True)
    if not form.validate():
        return _show(garment, form, status=422)
    service.set_prices(
        session, garment, base_minor=form.base_minor(), additions=form.additions(), now=clock.now()
    )
    return go_to(url_for("staff_prices.show", garment=garment, _anchor="versions"))


def _show(garment: str, form: PricesForm, *, status: int = 200) -> Response:
    session = db.session()
    return page(
        "staff/prices/show.html",
        status=status,
        model=queries.model_of(session, garment),
        form=form,
        between=BETWEEN,
        versions=history(session, garment),
        may=[role.value for role, granted in GRANTS.items() if Permission.EDIT_PRICES in granted],
        currency=_currency(),
    )


def _currency() -> str:
    currency: str = current_app.extensions["settings"].currency
    return currency
