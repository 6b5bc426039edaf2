"""The pages on which somebody keeps bodies: her own, and those of others she orders for."""

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, Response, request, url_for

from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, onward, page
from shop.kernel import clock, ids
from shop.kernel.texts import gettext as _
from shop.measurements import forms, queries, rules, service
from shop.measurements.forms import NameForm, NewSheetForm, SheetForm, TapeForm, asked_keys, sheet
from shop.measurements.queries import ProfileView
from shop.measurements.rules import Body, Fault, Measured, Size, Source, Table

blueprint = Blueprint("measurements", __name__, url_prefix="/profiles")

CARRIED: Final = ("garment", "keys", "next")  # what the address says about where it leads
GIRTHS: Final = ("chest", "waist", "seat")  # by which people know their size


@blueprint.get("")
@public
def overview() -> Response:
    profiles = queries.profiles_of(db.session(), access.whose())
    return page("measurements/overview.html", profiles=profiles)


@blueprint.get("/new")
@public
def choose() -> Response:
    return page("measurements/choose.html", carried=_carried())


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
    table = form.given_table() if is_valid else Table.NONE
    reading, faults = form.read(known={}, needed=asked_keys(), table=table)
    if not reading.changed and not faults:
        form.form_errors.append(_("There is nothing measured yet. Start with one value."))
    if form.form_errors or faults or not is_valid:
        return _show_tape(form, faults, status=422)
    return _create(form, table, _taped(reading.changed))


@blueprint.get("/new/size")
@public
def size() -> Response:
    """Ask for the table, then for the size, then for what differs from it: a page each."""
    table, code = request.args.get("table", ""), request.args.get("size", "")
    if not code:
        return _show_sizes(table)
    chosen, unit = rules.size(table, code), words.current_unit()
    keys = asked_keys() or rules.CORE
    values = forms.shown(chosen.body, keys, unit)
    form = sheet(NewSheetForm, keys)(once=ids.token(), unit=unit, **values)
    return _show_size(form, chosen, {})


@blueprint.post("/new/size")
@public
def size_send() -> Response:
    table = request.args.get("table", "")
    chosen = rules.size(table, request.args.get("size", ""))
    form = sheet(NewSheetForm, asked_keys() or rules.CORE).sent()
    is_valid = form.validate()
    reading, faults = form.read(known=chosen.body, needed=form.keys, table=Table(table))
    if faults or not is_valid:
        return _show_size(form, chosen, faults, status=422)
    return _create(form, Table(table), {**chosen.body, **_taped(reading.changed)})


@blueprint.get("/<public_id>")
@public
def show(public_id: str) -> Response:
    profile = _own(public_id)
    return _show(profile, NameForm(name=profile.name))


@blueprint.post("/<public_id>/rename")
@public
def rename(public_id: str) -> Response:
    form = NameForm.sent()
    if not form.validate():
        return _show(_own(public_id), form, status=422)
    profile = queries.own_profile(db.session(), person_id=access.whose(), public_id=public_id)
    service.rename(profile, name=form.given_name())
    return go_to(url_for("measurements.show", public_id=public_id))


@blueprint.get("/<public_id>/edit")
@public
def edit(public_id: str) -> Response:
    profile, unit = _own(public_id), words.current_unit()
    keys = asked_keys() or tuple(profile.body)
    form = sheet(SheetForm, keys)(unit=unit, **forms.shown(profile.body, keys, unit))
    return _show_edit(profile, form, {})


@blueprint.post("/<public_id>/edit")
@public
def edit_send(public_id: str) -> Response:
    session = db.session()
    row = queries.own_profile(session, person_id=access.whose(), public_id=public_id, lock=True)
    profile = _own(public_id)
    form = sheet(SheetForm, asked_keys() or tuple(profile.body)).sent()
    reading, faults = form.read(known=profile.body, needed=form.keys, table=profile.table)
    if faults:
        return _show_edit(profile, form, faults, status=422)
    service.record(session, row, body=_taped(reading.changed), now=clock.now())
    return go_to(_onward(public_id))


@blueprint.get("/<public_id>/erase")
@public
def erase(public_id: str) -> Response:
    return page("measurements/erase.html", profile=_own(public_id))


@blueprint.post("/<public_id>/erase")
@public
def erase_send(public_id: str) -> Response:
    session = db.session()
    row = queries.own_profile(session, person_id=access.whose(), public_id=public_id, lock=True)
    service.erase(session, row)
    return go_to(url_for("measurements.overview"))


def _own(public_id: str) -> ProfileView:
    return queries.profile_of(db.session(), person_id=access.whose(), public_id=public_id)


def _create(form: NewSheetForm, table: Table, body: Body) -> Response:
    profile = service.create(
        db.session(), person_id=access.me(), name=form.given_name(), table=table, body=body,
        once=form.given_once(), now=clock.now(),
    )  # fmt: skip
    return go_to(_onward(profile.public_id))


def _show_tape(form: TapeForm, faults: dict[str, Fault], *, status: int = 200) -> Response:
    return page("measurements/tape.html", fragments=("tape_form",), status=status,
                action=url_for("measurements.tape_send", **_carried()),
                carried=_carried(), **_sheet(form, faults))  # fmt: skip


def _show_sizes(table: str) -> Response:
    unit = words.current_unit()
    sizes = [(each, forms.shown(each.body, GIRTHS, unit)) for each in rules.sizes(table)]
    return page("measurements/size.html", carried=_carried(), table=table, sizes=sizes,
                tables=(Table.WOMEN, Table.MEN),
                girths=[rules.measure(key) for key in GIRTHS])  # fmt: skip


def _show_size(
    form: NewSheetForm, chosen: Size, faults: dict[str, Fault], *, status: int = 200
) -> Response:
    table = request.args["table"]
    action = url_for("measurements.size_send", table=table, size=chosen.code, **_carried())
    return page("measurements/adjust.html", fragments=("adjust_form",), status=status,
                action=action, carried=_carried(), chosen=chosen, table=Table(table),
                **_sheet(form, faults))  # fmt: skip


def _show_edit(
    profile: ProfileView, form: SheetForm, faults: dict[str, Fault], *, status: int = 200
) -> Response:
    action = url_for("measurements.edit_send", public_id=profile.public_id, **_carried())
    return page("measurements/edit.html", fragments=("edit_form",), status=status,
                action=action, profile=profile, **_sheet(form, faults))  # fmt: skip


def _show(profile: ProfileView, form: NameForm, *, status: int = 200) -> Response:
    missing = [each for each in rules.MEASURES if each.key not in profile.body]
    values = [(rules.measure(key), value) for key, value in profile.body.items()]
    return page("measurements/show.html", status=status, profile=profile, values=values,
                missing=missing, rename_form=form)  # fmt: skip


def _sheet(form: SheetForm, faults: dict[str, Fault]) -> dict[str, Any]:
    """Return what the fields need beside the form: questions to answer, and the form's unit."""
    unit = form.given_unit()
    return {"form": form, "faults": faults, "form_unit": unit,
            "input_mode": forms.INPUT_MODES[unit]}  # fmt: skip


def _taped(lengths: Mapping[str, int]) -> dict[str, Measured]:
    return {key: Measured(mm=mm, source=Source.TAPE) for key, mm in lengths.items()}


def _carried() -> dict[str, Any]:
    return {name: request.args[name] for name in CARRIED if request.args.get(name)}


def _onward(public_id: str) -> str:
    """Return where she came from, told which profile it is; else the profile's own page."""
    own = url_for("measurements.show", public_id=public_id)
    return onward("profile", public_id, fallback=own)
