"""The store of trims: look, take in, count again."""

from flask import Blueprint, Response, url_for

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import Material
from shop.infra import access, db
from shop.infra.access import Permission, staff_only
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import NotFound, Refused
from shop.kernel.texts import gettext as _
from shop.staff.ledger import before, told
from shop.staff.trims.forms import CountedForm, ReceivedForm
from shop.stock import queries, service

blueprint = Blueprint("staff_trims", __name__, url_prefix="/staff/trims")


@blueprint.get("")
@staff_only(Permission.EDIT_STOCK)
def listing() -> Response:
    """Show every trim that is counted, what is short first."""
    session = db.session()
    return page("staff/trims/listing.html", trims=queries.trims(session), materials=_materials())


@blueprint.get("/<code>")
@staff_only(Permission.EDIT_STOCK)
def show(code: str) -> Response:
    return _show(_material(code))


@blueprint.post("/<code>/received")
@staff_only(Permission.EDIT_STOCK)
def receive(code: str) -> Response:
    material, form = _material(code), ReceivedForm.sent()
    form.unit = material.unit
    if not form.validate():
        return _show(material, received_form=form, status=422)
    service.receive_trim(
        db.session(),
        code=code,
        quantity=form.quantity(),
        reason="",
        actor=access.actor(),
        now=clock.now(),
    )
    return go_to(url_for("staff_trims.show", code=code))


@blueprint.post("/<code>/counted")
@staff_only(Permission.EDIT_STOCK)
def correct(code: str) -> Response:
    material, form = _material(code), CountedForm.sent()
    form.unit = material.unit
    if not form.validate():
        return _show(material, counted_form=form, status=422)
    try:
        service.correct_trim(
            db.session(),
            code=code,
            on_hand=form.quantity(),
            seen=form.seen_quantity(),
            reason=form.given_reason(),
            actor=access.actor(),
            now=clock.now(),
        )
    except Refused as refused:
        form.amount.errors = [str(refused)]
        return _show(material, counted_form=form, status=422)
    return go_to(url_for("staff_trims.show", code=code))


def _show(
    material: Material,
    *,
    received_form: ReceivedForm | None = None,
    counted_form: CountedForm | None = None,
    status: int = 200,
) -> Response:
    session = db.session()
    trim = queries.trim_of(session, material.code)
    shown = queries.movements_of_trim(session, trim, before=before())
    counted = counted_form or CountedForm()
    counted.seen.data = str(trim.on_hand)
    counted.amount.id = "counted"
    return page(
        "staff/trims/show.html",
        status=status,
        trim=trim,
        material=material,
        received_form=received_form or ReceivedForm(),
        counted_form=counted,
        **told(session, shown),
    )


def _materials() -> dict[str, Material]:
    return {each.code: each for each in catalogue.materials(db.session())}


def _material(code: str) -> Material:
    """Return what the trim is; raise NotFound for what no garment of the house names."""
    found = _materials().get(code)
    if found is None:
        raise NotFound(_("We do not count this trim."))
    return found
