"""Writing measurements down on one page: a new profile by tape, or a profile measured again."""

from typing import Any

from flask import Response, url_for

from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids
from shop.kernel.texts import gettext as _
from shop.measurements import rules, service
from shop.measurements.forms.sheets import (
    EditForm,
    NewSheetForm,
    SheetForm,
    TapeForm,
    asked_keys,
    sheet,
    shown,
    written,
)
from shop.measurements.queries import ProfileView
from shop.measurements.rules import Body, Fault, SizeTable, Way
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.next_links import carried, onward_with
from shop.measurements.views.profiles import own, own_row


@blueprint.get("/new/tape")
@public
def tape() -> Response:
    form = sheet(TapeForm, asked_keys() or rules.CORE)(once=ids.token(), unit=words.current_unit())
    return _show_tape(form, {})


@blueprint.post("/new/tape")
@public
def tape_send() -> Response:
    form = sheet(TapeForm, asked_keys() or rules.CORE).sent()
    is_valid = form.validate()
    table = form.given_table()
    reading, faults = form.read(known={}, needed=asked_keys(), table=table)
    if not reading.changed and not faults:
        form.form_errors.append(_("There is nothing measured yet. Start with one value."))
    if form.form_errors or faults or not is_valid:
        return _show_tape(form, faults, status=422)
    return create_profile(form, table, reading.changed)


@blueprint.get("/<public_id>/edit")
@public
def edit(public_id: str) -> Response:
    profile, unit = own(public_id), words.current_unit()
    keys = asked_keys() or tuple(profile.body)
    form = sheet(EditForm, keys)(
        unit=unit, seen=written(profile.body, keys), **shown(profile.body, keys, unit)
    )
    return _show_edit(profile, form, {})


@blueprint.post("/<public_id>/edit")
@public
def edit_send(public_id: str) -> Response:
    row = own_row(public_id)
    profile = own(public_id)
    form = sheet(EditForm, asked_keys() or tuple(profile.body)).sent()
    form.catch_up(profile.body)
    reading, faults = form.read(
        known=profile.body, needed=form.keys, table=profile.table, facts=profile.facts
    )
    if faults:
        return _show_edit(profile, form, faults, status=422)
    service.record(db.session(), row, body=_with_guesses(profile, reading.changed), now=clock.now())
    return go_to(onward_with(public_id))


def _with_guesses(profile: ProfileView, changed: Body) -> Body:
    """Return what was measured, and what we guess anew now that it is known."""
    body = {**profile.body, **changed}
    moved = rules.refreshed(body, profile.facts, table=profile.table) if changed else {}
    return {**moved, **changed}


def create_profile(
    form: NewSheetForm, table: SizeTable, body: Body, way: Way = Way.TAPE
) -> Response:
    profile = service.create(
        db.session(),
        person_id=access.become_known(),
        name=form.given_name(),
        table=table,
        body=body,
        whose=form.given_whose(),
        once=form.given_once(),
        now=clock.now(),
        way=way,
    )
    return go_to(onward_with(profile.public_id))


def sheet_page(form: SheetForm, faults: dict[str, Fault]) -> dict[str, Any]:
    """Return what the fields need beside the form: questions to answer, and the form's unit."""
    unit = form.given_unit()
    return {
        "form": form,
        "faults": faults,
        "form_unit": unit,
        "input_mode": form.input_mode(),
        "read_as": rules.all_in_another(faults.values(), unit),
    }


def _show_tape(form: TapeForm, faults: dict[str, Fault], *, status: int = 200) -> Response:
    return page(
        "measurements/tape.html",
        fragments=("tape_form",),
        status=status,
        action=url_for("measurements.tape_send", **carried()),
        carried=carried(),
        **sheet_page(form, faults),
    )


def _show_edit(
    profile: ProfileView, form: EditForm, faults: dict[str, Fault], *, status: int = 200
) -> Response:
    action = url_for("measurements.edit_send", public_id=profile.public_id, **carried())
    return page(
        "measurements/edit.html",
        fragments=("edit_form",),
        status=status,
        action=action,
        profile=profile,
        **sheet_page(form, faults),
    )
