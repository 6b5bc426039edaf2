"""A garment on the table becomes part of a wardrobe, and tells of the body it fits."""

from typing import Any, Final

from flask import Response, request, url_for

from shop.catalogue import queries as catalogue
from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, onward, page
from shop.kernel import clock, ids
from shop.kernel.texts import gettext as _
from shop.measurements import queries as profiles
from shop.measurements.queries import ProfileView
from shop.measurements.rules import Fault
from shop.wardrobe import rules, service
from shop.wardrobe.forms import (
    MEANT,
    POINT,
    TRAIT,
    CopyForm,
    NewWearerForm,
    copy_form,
)
from shop.wardrobe.views.blueprint import blueprint, own

CARRIED: Final = ("keys", "next")  # what the address says about where it leads
LOOK: Final = "look"  # the button that shows other points and keeps nothing


@blueprint.get("/new/garment")
@public
def start() -> Response:
    """Ask which kind of garment fits, then for its measures and who wears it: a page each."""
    garment = request.args.get("garment", "")
    if not garment:
        return _show_kinds("wardrobe.start", {})
    model = catalogue.model_of(db.session(), garment)
    return _show_start(copy_form(NewWearerForm, model)(**_fresh()), {})


@blueprint.post("/new/garment")
@public
def start_send() -> Response:
    model = catalogue.model_of(db.session(), request.args.get("garment", ""))
    form = copy_form(NewWearerForm, model).sent()
    if LOOK in request.form:
        return _show_start(form, {})
    is_valid = form.validate()
    flats, faults = form.read(known={}, table=form.given_table())
    if _is_at_fault(form, flats, faults) or not is_valid:
        return _show_start(form, faults, status=422)
    profile = service.begin(
        db.session(),
        form.laid(flats),
        person_id=access.become_known(),
        wearer=form.given_wearer(),
        whose=form.given_whose(),
        table=form.given_table(),
        now=clock.now(),
    )
    return go_to(_onward(profile.public_id))


@blueprint.get("/<public_id>/wardrobe/new")
@public
def choose(public_id: str) -> Response:
    profile = own(public_id)
    return _show_kinds("wardrobe.copy", {"public_id": public_id}, profile)


@blueprint.get("/<public_id>/wardrobe/new/<garment>")
@public
def copy(public_id: str, garment: str) -> Response:
    profile = own(public_id)
    model = catalogue.model_of(db.session(), garment)
    return _show_copy(profile, copy_form(CopyForm, model)(**_fresh()), {})


@blueprint.post("/<public_id>/wardrobe/new/<garment>")
@public
def copy_send(public_id: str, garment: str) -> Response:
    session = db.session()
    row = profiles.own_profile(
        session, person_id=access.visitor_id(), public_id=public_id, lock=True
    )
    profile, model = own(public_id), catalogue.model_of(session, garment)
    form = copy_form(CopyForm, model).sent()
    if LOOK in request.form:
        return _show_copy(profile, form, {})
    is_valid = form.validate()
    flats, faults = form.read(known=profile.body, facts=profile.facts, table=profile.table)
    if _is_at_fault(form, flats, faults) or not is_valid:
        return _show_copy(profile, form, faults, status=422)
    service.copy(session, row, form.laid(flats), known=profile.body, now=clock.now())
    return go_to(_onward(public_id))


def _fresh() -> dict[str, Any]:
    return {"once": ids.token(), "unit": words.current_unit()}


def _carried() -> dict[str, Any]:
    return {name: request.args[name] for name in CARRIED if request.args.get(name)}


def _onward(public_id: str) -> str:
    own = url_for("wardrobe.overview", public_id=public_id)
    return onward("profile", public_id, fallback=own)


def _is_at_fault(form: CopyForm, flats: rules.Flats, faults: dict[str, Fault]) -> bool:
    if not flats.finished and not faults:
        form.form_errors.append(_("There is nothing measured yet. Start with one value."))
    return bool(form.form_errors or faults)


def _show_kinds(
    endpoint: str, facts: dict[str, Any], profile: ProfileView | None = None
) -> Response:
    kinds = [
        (model, url_for(endpoint, garment=model.garment, **facts, **_carried()))
        for model in catalogue.models(db.session())
    ]
    return page("wardrobe/choose.html", kinds=kinds, profile=profile)


def _show_start(form: NewWearerForm, faults: dict[str, Fault], *, status: int = 200) -> Response:
    action = url_for("wardrobe.start_send", garment=form.model.garment, **_carried())
    other = url_for("wardrobe.start", **_carried())
    return _show_sheet(form, faults, status, action=action, other=other, profile=None)


def _show_copy(
    profile: ProfileView, form: CopyForm, faults: dict[str, Fault], *, status: int = 200
) -> Response:
    facts = {"public_id": profile.public_id, **_carried()}
    action = url_for("wardrobe.copy_send", garment=form.model.garment, **facts)
    other = url_for("wardrobe.choose", **facts)
    return _show_sheet(form, faults, status, action=action, other=other, profile=profile)


def _show_sheet(form: CopyForm, faults: dict[str, Fault], status: int, **facts: Any) -> Response:
    model, made, unit = form.model, form.made(), form.given_unit()
    asked = rules.points_of(model, made)
    codes = {point.code for point in asked}
    return page(
        "wardrobe/sheet.html",
        fragments=("sheet_form",),
        status=status,
        form=form,
        faults=faults,
        model=model,
        made=made,
        points=asked,
        form_unit=unit,
        input_mode=form.input_mode(),
        left_out=[point for point in model.points if point.code not in codes],
        traits=[form[TRAIT + group.code] for group in rules.traits(model)],
        at=POINT,
        meant=MEANT,
        look=LOOK,
        **facts,
    )
