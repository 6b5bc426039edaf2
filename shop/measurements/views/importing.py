"""Reading a file of measurements: send it, look over what was understood, keep it."""

from typing import Any, Final

from flask import Response, url_for

from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids
from shop.kernel.texts import gettext as _
from shop.measurements import rules, service
from shop.measurements.forms.importing import (
    FileForm,
    ImportedForm,
    NewImportedForm,
    imported,
    values_of,
)
from shop.measurements.forms.sheets import asked_keys
from shop.measurements.queries import ProfileView
from shop.measurements.rules import NO_FACTS, Fault, SizeTable, Way
from shop.measurements.rules.freesewing import FoundSet
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.next_links import onward_with
from shop.measurements.views.profiles import own, own_row
from shop.measurements.views.sheets import sheet_page

NOBODY: Final = None  # whose profile it is to become, before there is one


@blueprint.get("/new/import")
@public
def import_new() -> Response:
    return _show_file(FileForm(), NOBODY)


@blueprint.post("/new/import")
@public
def import_new_read() -> Response:
    """Show what the file says, with questions; nothing is kept yet."""
    return _read(NOBODY)


@blueprint.post("/new/import/save")
@public
def import_new_save() -> Response:
    form = imported(NewImportedForm, asked_keys()).sent()
    is_valid = form.validate()
    table = form.given_table()
    reading, faults = form.read(known={}, needed=(), table=table)
    if not reading.changed and not faults:
        form.form_errors.append(_("There is nothing measured yet. Start with one value."))
    if form.form_errors or faults or not is_valid:
        return _show_sheet(form, faults, NOBODY, status=422)
    profile = service.create(
        db.session(),
        person_id=access.become_known(),
        name=form.given_name(),
        table=table,
        body=form.exact(reading.changed),
        once=form.given_once(),
        whose=form.given_whose(),
        way=Way.IMPORT,
        now=clock.now(),
    )
    return go_to(onward_with(profile.public_id))


@blueprint.get("/<public_id>/import")
@public
def import_onto(public_id: str) -> Response:
    return _show_file(FileForm(), own(public_id))


@blueprint.post("/<public_id>/import")
@public
def import_onto_read(public_id: str) -> Response:
    """Show what the file says, with questions; nothing is kept yet."""
    return _read(own(public_id))


@blueprint.post("/<public_id>/import/save")
@public
def import_onto_save(public_id: str) -> Response:
    row = own_row(public_id)
    profile = own(public_id)
    form = imported(ImportedForm, asked_keys()).sent()
    reading, faults = form.read(
        known=profile.body, needed=(), table=profile.table, facts=profile.facts
    )
    if faults:
        return _show_sheet(form, faults, profile, status=422)
    changed = form.exact(reading.changed)
    service.record(db.session(), row, body=changed, way=Way.IMPORT, now=clock.now())
    return go_to(onward_with(public_id))


def _read(profile: ProfileView | None) -> Response:
    file = FileForm.sent()
    found = file.found()
    if found is None:
        return _show_file(file, profile, status=422)
    form = _sheet(found, profile)
    faults = form.read(
        known=profile.body if profile else {},
        needed=(),
        table=profile.table if profile else SizeTable.NONE,
        facts=profile.facts if profile else NO_FACTS,
    )[1]
    return _show_sheet(form, faults, profile, others=found.others)


def _sheet(found: FoundSet, profile: ProfileView | None) -> ImportedForm:
    keys = tuple(key for key in rules.KEYS if key in found.lengths)
    said: dict[str, Any] = {
        "unit": words.current_unit(),
        "scale": found.scale,
        "unknown": " ".join(found.unknown),
        **values_of(found),
    }
    if profile:
        return imported(ImportedForm, keys)(**said)
    return imported(NewImportedForm, keys)(**said, name=found.name, once=ids.token())


def _show_file(form: FileForm, profile: ProfileView | None, *, status: int = 200) -> Response:
    return page(
        "measurements/import.html",
        status=status,
        form=form,
        profile=profile,
        action=_address(profile, "read"),
    )


def _show_sheet(
    form: ImportedForm,
    faults: dict[str, Fault],
    profile: ProfileView | None,
    *,
    others: int = 0,
    status: int = 200,
) -> Response:
    form.remark_all()
    action = _address(profile, "save", keys=",".join(form.keys))
    return page(
        "measurements/imported.html",
        status=status,
        profile=profile,
        action=action,
        others=others,
        **sheet_page(form, faults),
    )


def _address(profile: ProfileView | None, step: str, **asked: Any) -> str:
    if profile is None:
        return url_for(f"measurements.import_new_{step}", **asked)
    return url_for(f"measurements.import_onto_{step}", public_id=profile.public_id, **asked)
