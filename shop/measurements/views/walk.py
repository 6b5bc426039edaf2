"""A walk with the tape: for whom, through which measures, where it stands, how it ends."""

from flask import Response, url_for

from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids
from shop.measurements import queries, rules, service
from shop.measurements.forms.sheets import asked_keys
from shop.measurements.forms.wearer import WalkForm
from shop.measurements.queries import ProfileView, WalkView
from shop.measurements.rules import Way, walking
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.next_links import carried, onward_with
from shop.measurements.views.profiles import own, own_row


@blueprint.get("/new/walk")
@public
def walk_new() -> Response:
    return _show_new(_form(WalkForm(once=ids.token())))


@blueprint.post("/new/walk")
@public
def walk_new_send() -> Response:
    form = _form(WalkForm.sent())
    if not form.validate():
        return _show_new(form, status=422)
    session, now = db.session(), clock.now()
    profile = service.create(
        session,
        person_id=access.become_known(),
        name=form.given_name(),
        table=form.given_table(),
        body={},
        facts=form.given_facts(),
        whose=form.given_whose(),
        way=Way.TAPE,
        once=form.given_once(),
        now=now,
    )
    service.begin_walk(session, profile, keys=_keys(), carried=carried(), now=now)
    return go_to(_next_url(profile.public_id))


@blueprint.get("/<public_id>/walk")
@public
def walk(public_id: str) -> Response:
    """Go on with the walk that is open; without one, or for other measures, say what is ahead."""
    profile, standing = standing_of(public_id)
    if standing and (not asked_keys() or standing.keys == _keys()):
        return go_to(_next_url(public_id))
    action = url_for("measurements.walk_begin", public_id=public_id, **carried())
    return page(
        "measurements/walk_begin.html", profile=profile, action=action, measures=_measures(_keys())
    )


@blueprint.post("/<public_id>/walk")
@public
def walk_begin(public_id: str) -> Response:
    service.begin_walk(
        db.session(), own_row(public_id), keys=_keys(), carried=carried(), now=clock.now()
    )
    return go_to(_next_url(public_id))


@blueprint.get("/<public_id>/walk/next")
@public
def walk_next(public_id: str) -> Response:
    """Lead to the first measure that is left, or to the end."""
    _profile, standing = standing_of(public_id)
    if standing is None:
        return go_to(url_for("measurements.show", public_id=public_id))
    return go_to(after(public_id, standing, ""))


@blueprint.get("/<public_id>/walk/end")
@public
def walk_end(public_id: str) -> Response:
    profile, standing = standing_of(public_id)
    if standing is None:
        return go_to(url_for("measurements.show", public_id=public_id))
    doubts = rules.doubts_about(
        profile.body, table=profile.table, unit=words.current_unit(), facts=profile.facts
    )
    return page(
        "measurements/walk_end.html",
        profile=profile,
        walk=standing,
        doubts=doubts,
        done=[(rules.measure(key), value) for key, value in standing.done.items()],
        left=_measures((*standing.skipped, *standing.left)),
        action=url_for("measurements.walk_end_send", public_id=public_id, **standing.carried),
    )


@blueprint.post("/<public_id>/walk/end")
@public
def walk_end_send(public_id: str) -> Response:
    session = db.session()
    found = queries.find_walk(session, own_row(public_id).id)
    if found:  # a second click finds it ended
        service.end_walk(session, found)
    return go_to(onward_with(public_id))


def standing_of(public_id: str) -> tuple[ProfileView, WalkView | None]:
    profile = own(public_id)
    return profile, queries.walk_view(db.session(), profile.id)


def _keys() -> tuple[str, ...]:
    return walking.in_order(asked_keys() or walking.USUAL)


def _measures(keys: tuple[str, ...]) -> list[rules.Measure]:
    return [rules.measure(key) for key in keys]


def _next_url(public_id: str) -> str:
    return url_for("measurements.walk_next", public_id=public_id)


def after(public_id: str, standing: WalkView, key: str) -> str:
    following = standing.next_after(key)
    if following:
        return url_for("measurements.walk_screen", public_id=public_id, key=following)
    return url_for("measurements.walk_end", public_id=public_id)


def _form(form: WalkForm) -> WalkForm:
    """Return the form without what will be measured anyhow."""
    if "height" in _keys():
        del form.height
    return form


def _show_new(form: WalkForm, *, status: int = 200) -> Response:
    return page(
        "measurements/walk_new.html",
        form=form,
        status=status,
        measures=_measures(_keys()),
        action=url_for("measurements.walk_new_send", **carried()),
    )
