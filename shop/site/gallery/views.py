"""Designs to look at, to start from, to rename, to show, to bring back or to take down."""

from typing import Final

from flask import Blueprint, Response, request, url_for

from shop.catalogue.rules import with_cloths
from shop.designs import queries as designs
from shop.designs import service
from shop.designs.models import Design
from shop.designs.rules import Chosen, Configuration, Place, described
from shop.infra import access, db
from shop.infra.access import public
from shop.infra.kept_pages import kept_page
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.preview import queries as preview
from shop.site.gallery import queries as gallery
from shop.site.gallery.forms import NameForm, PublishForm, VersionForm
from shop.site.storefront import queries
from shop.site.storefront.queries import Shown
from shop.stock import queries as stock

blueprint = Blueprint("gallery", __name__, url_prefix="/gallery")

PAGE: Final = 24


@blueprint.get("")
@public
def index() -> Response:
    """Show the gallery, all of it or one garment, a page from wherever the address begins."""
    session, garment = db.session(), request.args.get("garment", "")
    before = Place.read(request.args.get("before", ""))
    found = designs.published(session, garment=garment, limit=PAGE + 1, before=before)
    here, rest = found[:PAGE], found[PAGE:]
    last = designs.place_of(here[-1]) if rest else None
    offer = stock.offer(session)
    return kept_page(
        "site/gallery.html",
        key=(offer, garment, before, queries.key_of(here), last),
        context=lambda: {
            "designs": queries.saved(session, here, shelf=offer.shelf),
            "garments": offer.models,
            "garment": garment,
            "is_newest": before is None,
            "older": last.written() if last else "",
        },
    )


@blueprint.get("/<public_id>")
@public
def show(public_id: str) -> Response:
    """Show a design to whoever has its link; its owner finds its tools and versions here."""
    return _show(public_id)


@blueprint.post("/<public_id>/rename")
@public
def rename(public_id: str) -> Response:
    design, form = _mine(public_id), NameForm.sent()
    if not form.validate():
        return _show(public_id, name_form=form, status=422)
    service.rename(design, name=form.given_name())
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/publish")
@public
def publish(public_id: str) -> Response:
    """Show the version that was looked at, which need not be the newest any more."""
    design, form = _mine(public_id), PublishForm.sent()
    if not form.validate():
        return _show(public_id, publish_form=form, status=422)
    version = designs.version_of(db.session(), design, form.given_no())
    service.publish(design, no=version.no, now=clock.now())
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/withdraw")
@public
def withdraw(public_id: str) -> Response:
    service.withdraw(_mine(public_id))
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/restore")
@public
def restore(public_id: str) -> Response:
    """Save an older version as the newest."""
    design, form = _mine(public_id), VersionForm.sent()
    service.restore(db.session(), design, no=form.given_no(), now=clock.now())
    return go_to(url_for("gallery.show", public_id=public_id))


@blueprint.post("/<public_id>/remove")
@public
def remove(public_id: str) -> Response:
    service.remove(db.session(), _mine(public_id))
    return go_to(url_for("gallery.index"))


def _mine(public_id: str) -> Design:
    return designs.design_of(db.session(), person_id=access.visitor_id(), public_id=public_id)


def _seen(design: Design, *, is_mine: bool) -> Design:
    """Return the version that the address asks for; others than the owner see only one."""
    session, asked = db.session(), request.args.get("version", default=0, type=int)
    usual = design if is_mine else designs.as_seen(session, design)
    if asked in {0, usual.no}:
        return usual
    no = asked if is_mine else 0
    return designs.as_of(design, designs.version_of(session, design, no))


def _chosen(shown: Shown) -> tuple[Chosen, ...]:
    return described(with_cloths(shown.model, [shown.cloth]), shown.whole)


def _show(
    public_id: str,
    *,
    name_form: NameForm | None = None,
    publish_form: PublishForm | None = None,
    status: int = 200,
) -> Response:
    session, me = db.session(), access.visitor_id()
    design = designs.by_link(session, public_id)
    is_mine = design.person_id == me
    seen = _seen(design, is_mine=is_mine)
    is_seen = is_mine or design.published_at is not None
    found = queries.saved(session, [seen], with_artwork=is_seen)
    shown = found[0] if found else None
    return page(
        "site/design.html",
        status=status,
        design=design,
        seen=seen,
        shown=shown,
        chosen=_chosen(shown) if shown else (),
        standing=gallery.standing(session, seen),
        parent=designs.parent(session, design, person_id=me),
        remixes=designs.remixes(session, design),
        is_mine=is_mine,
        editions=gallery.editions(session, design) if is_mine else [],
        name_form=name_form or NameForm(name=design.name),
        publish_form=publish_form or PublishForm(no=seen.no),
        start_url=Configuration(garment=seen.garment, choices=seen.choices, parent=public_id).url(),
        card=preview.card_url(session, designs.as_seen(session, design)) if shown else "",
    )
