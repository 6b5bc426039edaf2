"""Profiles as they stand: all of somebody's, one with its values, its name, its end."""

from flask import Response, url_for

from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.measurements import queries, rules, service
from shop.measurements.forms.sheets import NameForm
from shop.measurements.queries import ProfileView
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.leading import carried


@blueprint.get("")
@public
def overview() -> Response:
    profiles = queries.profiles_of(db.session(), access.whose())
    return page("measurements/overview.html", profiles=profiles)


@blueprint.get("/new")
@public
def choose() -> Response:
    return page("measurements/choose.html", carried=carried())


@blueprint.get("/<public_id>")
@public
def show(public_id: str) -> Response:
    profile = own(public_id)
    return _show(profile, NameForm(name=profile.name))


@blueprint.post("/<public_id>/rename")
@public
def rename(public_id: str) -> Response:
    form = NameForm.sent()
    if not form.validate():
        return _show(own(public_id), form, status=422)
    profile = queries.own_profile(db.session(), person_id=access.whose(), public_id=public_id)
    service.rename(profile, name=form.given_name())
    return go_to(url_for("measurements.show", public_id=public_id))


@blueprint.get("/<public_id>/erase")
@public
def erase(public_id: str) -> Response:
    return page("measurements/erase.html", profile=own(public_id))


@blueprint.post("/<public_id>/erase")
@public
def erase_send(public_id: str) -> Response:
    session = db.session()
    row = queries.own_profile(session, person_id=access.whose(), public_id=public_id, lock=True)
    service.erase(session, row)
    return go_to(url_for("measurements.overview"))


def own(public_id: str) -> ProfileView:
    return queries.profile_of(db.session(), person_id=access.whose(), public_id=public_id)


def _show(profile: ProfileView, form: NameForm, *, status: int = 200) -> Response:
    missing = [each for each in rules.MEASURES if each.key not in profile.body]
    values = [(rules.measure(key), value) for key, value in profile.body.items()]
    return page("measurements/show.html", status=status, profile=profile, values=values,
                missing=missing, rename_form=form)  # fmt: skip
