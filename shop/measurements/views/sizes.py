"""A new profile from a standard size: which table, which size, what differs."""

from typing import Final

from flask import Response, request, url_for

from shop.infra import words
from shop.infra.access import public
from shop.infra.web import page
from shop.kernel import ids
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements import rules
from shop.measurements.forms.sheets import NewSheetForm, asked_keys, sheet, shown
from shop.measurements.rules import Fault, Size, SizeTable, Way, ranges
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.next_links import carried
from shop.measurements.views.sheets import create_profile, sheet_page

GIRTHS: Final = ("chest", "waist", "seat")  # by which people know their size


@blueprint.get("/new/size")
@public
def size() -> Response:
    """Ask for the table, then for the size, then for what differs from it: a page each."""
    table, code = request.args.get("table", ""), request.args.get("size", "")
    if not code:
        return _show_sizes(table)
    chosen, unit = rules.size(table, code), words.current_unit()
    keys = asked_keys() or rules.CORE
    values = shown(chosen.body, keys, unit)
    form = sheet(NewSheetForm, keys)(once=ids.token(), unit=unit, **values)
    return _show_size(form, chosen, {})


@blueprint.post("/new/size")
@public
def size_send() -> Response:
    table = request.args.get("table", "")
    chosen = rules.size(table, request.args.get("size", ""))
    form = sheet(NewSheetForm, asked_keys() or rules.CORE).sent()
    is_valid = form.validate()
    reading, faults = form.read(known=chosen.body, needed=form.keys, table=SizeTable(table))
    if faults or not is_valid:
        return _show_size(form, chosen, faults, status=422)
    return create_profile(form, SizeTable(table), rules.adjusted(chosen, reading.changed), Way.SIZE)


def _show_sizes(table: str) -> Response:
    unit = words.current_unit()
    sizes = [(each, _ranges(each, unit)) for each in rules.sizes(table)]
    return page(
        "measurements/size.html",
        carried=carried(),
        table=table,
        sizes=sizes,
        tables=(SizeTable.WOMEN, SizeTable.MEN),
        girths=[rules.measure(key) for key in GIRTHS],
    )


def _show_size(
    form: NewSheetForm, chosen: Size, faults: dict[str, Fault], *, status: int = 200
) -> Response:
    table = request.args["table"]
    action = url_for("measurements.size_send", table=table, size=chosen.code, **carried())
    return page(
        "measurements/adjust.html",
        fragments=("adjust_form",),
        status=status,
        action=action,
        carried=carried(),
        chosen=chosen,
        table=SizeTable(table),
        notes=_notes(chosen, form),
        **sheet_page(form, faults),
    )


def _ranges(size: Size, unit: Unit) -> dict[str, str]:
    """Return the girths from and to; of those that do not name the size, what is usual with it."""
    return {
        key: _between(size, key, unit)
        if key in size.ranges
        else f"~ {ranges.rounded(size.body[key].mm, unit)}"
        for key in GIRTHS
    }


def _notes(size: Size, form: NewSheetForm) -> dict[str, str]:
    """Return what the size has, by measure; nothing of those that no size knows."""
    unit = form.given_unit()
    return {
        key: _(
            "Size %(size)s: %(range)s %(unit)s.",
            size=size.name,
            unit=unit.value,
            range=_between(size, key, unit),
        )
        for key in form.keys
        if key in size.body
    }


def _between(size: Size, key: str, unit: Unit) -> str:
    value = size.body[key]
    return ranges.between(value.low or value.mm, value.high or value.mm, unit)
