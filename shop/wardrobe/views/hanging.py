"""What hangs in a wardrobe: shown, followed, renamed, removed."""

from flask import Response, url_for

from shop.catalogue import queries as catalogue
from shop.infra import access, db
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.wardrobe import queries, service
from shop.wardrobe.forms import NameForm
from shop.wardrobe.models import WardrobeGarment
from shop.wardrobe.queries import KeptView
from shop.wardrobe.views.blueprint import blueprint, own


@blueprint.get("/<public_id>/wardrobe")
@public
def overview(public_id: str) -> Response:
    profile = own(public_id)
    session = db.session()
    models = {model.garment: model for model in catalogue.models(session)}
    return page(
        "wardrobe/overview.html",
        profile=profile,
        models=models,
        kept=queries.kept_of(session, profile_id=profile.id),
    )


@blueprint.get("/<public_id>/wardrobe/<kept_id>/rename")
@public
def rename(public_id: str, kept_id: str) -> Response:
    row = _own_kept(public_id, kept_id)
    return _show_rename(public_id, kept_id, NameForm(name=row.name))


@blueprint.post("/<public_id>/wardrobe/<kept_id>/rename")
@public
def rename_send(public_id: str, kept_id: str) -> Response:
    form = NameForm.sent()
    if not form.validate():
        return _show_rename(public_id, kept_id, form, status=422)
    service.rename(_own_kept(public_id, kept_id, lock=True), name=form.given_name())
    return _back(public_id)


@blueprint.post("/<public_id>/wardrobe/<kept_id>/follow")
@public
def follow(public_id: str, kept_id: str) -> Response:
    service.follow(db.session(), _own_kept(public_id, kept_id, lock=True))
    return _back(public_id)


@blueprint.post("/<public_id>/wardrobe/<kept_id>/unfollow")
@public
def unfollow(public_id: str, kept_id: str) -> Response:
    service.unfollow(_own_kept(public_id, kept_id, lock=True))
    return _back(public_id)


@blueprint.get("/<public_id>/wardrobe/<kept_id>/remove")
@public
def remove(public_id: str, kept_id: str) -> Response:
    row = _own_kept(public_id, kept_id)
    return page("wardrobe/remove.html", profile=own(public_id), kept=KeptView.of(row))


@blueprint.post("/<public_id>/wardrobe/<kept_id>/remove")
@public
def remove_send(public_id: str, kept_id: str) -> Response:
    service.remove(db.session(), _own_kept(public_id, kept_id, lock=True))
    return _back(public_id)


def _own_kept(public_id: str, kept_id: str, *, lock: bool = False) -> WardrobeGarment:
    return queries.own_kept(
        db.session(), person_id=access.visitor_id(), profile=public_id, public_id=kept_id, lock=lock
    )


def _back(public_id: str) -> Response:
    return go_to(url_for("wardrobe.overview", public_id=public_id))


def _show_rename(public_id: str, kept_id: str, form: NameForm, *, status: int = 200) -> Response:
    row = _own_kept(public_id, kept_id)
    return page(
        "wardrobe/rename.html",
        status=status,
        profile=own(public_id),
        kept=KeptView.of(row),
        form=form,
    )
