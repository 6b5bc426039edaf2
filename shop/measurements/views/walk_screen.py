"""One screen of a walk with the tape: the figure, one measure, what we think of the value."""

from typing import Any, Final

from flask import Response, request, url_for

from shop.infra import db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.measurements import queries, rules, service
from shop.measurements.forms.sheets import SheetForm, sheet, shown
from shop.measurements.models import Profile, Walk
from shop.measurements.queries import ProfileView, WalkView
from shop.measurements.rules import Body, Fault, Measured, Source, walking
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.profiles import own_row
from shop.measurements.views.sheets import sheet_page
from shop.measurements.views.walk import after, standing_of

READ_BEFORE: Final = "read_before"


@blueprint.get("/<public_id>/walk/<key>")
@public
def walk_screen(public_id: str, key: str) -> Response:
    profile, standing = standing_of(public_id)
    if standing is None or key not in standing.keys:
        return _onwards(public_id, key)
    unit = words.current_unit()
    form = sheet(SheetForm, (key,))(unit=unit, **shown(_here(standing, key), (key,), unit))
    return _show_screen(profile, standing, form, {})


@blueprint.post("/<public_id>/walk/<key>/check")
@public
def walk_check(public_id: str, key: str) -> Response:
    """Say what we think of a value while she still stands there with the tape; keep nothing."""
    profile, standing = standing_of(public_id)
    if standing is None or key not in standing.keys:
        return Response(status=204)
    form = sheet(SheetForm, (key,)).sent()
    faults = _read(form, profile, standing, needed=())[1]
    return _show_screen(profile, standing, form, faults)


@blueprint.post("/<public_id>/walk/<key>")
@public
def walk_send(public_id: str, key: str) -> Response:
    row = own_row(public_id)
    walk = _open_walk(row, key)
    profile, standing = standing_of(public_id)
    if walk is None or standing is None or key not in standing.keys:
        return _onwards(public_id, key)
    form = sheet(SheetForm, (key,)).sent()
    values, faults = _read(form, profile, standing, needed=(key,))
    if faults:
        return _show_screen(profile, standing, form, faults, status=422)
    if values and _is_sent_again(walk, standing, values[key].mm, key):
        return _onwards(public_id, key) if _here(standing, key) else _again(public_id, key)
    if values and _waits(walk, key, values):
        return _again(public_id, key)
    if values:
        service.put(
            db.session(), row, walk, profile, values=_settled(walk, key, values), now=clock.now()
        )
    return _onwards(public_id, key)


@blueprint.post("/<public_id>/walk/<key>/skip")
@public
def walk_skip(public_id: str, key: str) -> Response:
    """Leave a measure out; of one that was read once already, that reading is enough."""
    row = own_row(public_id)
    profile, standing = standing_of(public_id)
    walk = queries.find_walk(db.session(), row.id)
    if walk and standing and key in standing.keys:
        if readings := walk.first.get(key):
            value = {key: Measured(mm=readings[-1], source=Source.TAPE)}
            service.put(db.session(), row, walk, profile, values=value, now=clock.now())
        elif key not in standing.done:
            service.skip(walk, key)
    return _onwards(public_id, key)


def _open_walk(row: Profile, key: str) -> Walk | None:
    """Return the walk; what is read after its end, from a page gone back to, begins another."""
    walk = queries.find_walk(db.session(), row.id)
    if walk is None and key in rules.KEYS:
        return service.begin_walk(db.session(), row, keys=(key,), carried={}, now=clock.now())
    return walk


def _again(public_id: str, key: str) -> Response:
    return go_to(url_for("measurements.walk_screen", public_id=public_id, key=key))


def _onwards(public_id: str, key: str) -> Response:
    """Lead to what is measured after this one, to the end, or out of a walk that is over."""
    _profile, standing = standing_of(public_id)
    if standing is None or key not in standing.keys:
        return go_to(url_for("measurements.walk_next", public_id=public_id))
    return go_to(after(public_id, standing, key))


def _read(
    form: SheetForm, profile: ProfileView, standing: WalkView, *, needed: tuple[str, ...]
) -> tuple[Body, dict[str, Fault]]:
    """Read one field against all that is known but the old value of this measure."""
    (key,) = form.keys
    known = {each: value for each, value in profile.body.items() if each != key}
    reading, faults = form.read(
        known=known | _here(standing, key), needed=needed, table=profile.table, facts=profile.facts
    )
    return reading.changed, faults


def _here(standing: WalkView, key: str) -> dict[str, Measured]:
    """Return what this walk has for the measure, but not while another reading is wanted."""
    is_settled = key in standing.done and not standing.readings.get(key)
    return {key: standing.done[key]} if is_settled else {}


def _is_sent_again(walk: Walk, standing: WalkView, mm: int, key: str) -> bool:
    """Tell a double click from another reading: the form says how many there were before it.

    One that has settled the measure is told by its value, as its readings are gone.
    """
    before, settled = request.form.get(READ_BEFORE, ""), _here(standing, key).get(key)
    if before in {"", str(len(walk.first.get(key, [])))}:
        return False
    return settled is None or walking.agree(key, settled.mm, mm)


def _waits(walk: Walk, key: str, values: Body) -> bool:
    """Keep the reading if another one is wanted; what she insisted on is settled."""
    if set(values) != {key} or values[key].insisted or key not in walking.TWICE:
        return False
    return walking.settled(key, service.read_again(walk, key, values[key].mm)) is None


def _settled(walk: Walk, key: str, values: Body) -> Body:
    mm = walking.settled(key, walk.first.get(key, []))
    return values if mm is None else {key: Measured(mm=mm, source=Source.TAPE)}


def _show_screen(
    profile: ProfileView,
    standing: WalkView,
    form: SheetForm,
    faults: dict[str, Fault],
    *,
    status: int = 200,
) -> Response:
    (key,) = form.keys
    readings = standing.readings.get(key, [])
    return page(
        "measurements/walk.html",
        fragments=("walk_check",),
        status=status,
        profile=profile,
        walk=standing,
        measure=rules.measure(key),
        readings=readings,
        read_before=READ_BEFORE,
        usual=_usual(profile, form, faults),
        **_address(profile, key),
        **sheet_page(form, faults),
    )


def _usual(profile: ProfileView, form: SheetForm, faults: dict[str, Fault]) -> Measured | None:
    """Return what most people like her have, but only after she has read: before, it would lead."""
    (key,) = form.keys
    if faults or not form[key].data:
        return None
    rest = {each: value for each, value in profile.body.items() if each != key}
    found = rules.completed(rest, profile.facts, table=profile.table, keys=(key,))
    return found.get(key)


def _address(profile: ProfileView, key: str) -> dict[str, Any]:
    def at(name: str) -> str:
        return url_for(f"measurements.{name}", public_id=profile.public_id, key=key)

    return {"action": at("walk_send"), "check": at("walk_check"), "skip": at("walk_skip")}
