"""How a profile came to be what it is: every revision, two side by side, and the way back."""

from typing import Final

from flask import Response, request, url_for

from shop.infra import db
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements import queries, service
from shop.measurements.models import Revision
from shop.measurements.rules.histories import Recorded, beside, changes, state_at
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.profiles import own, own_row

DIGITS: Final = 6


@blueprint.get("/<public_id>/history")
@public
def history(public_id: str) -> Response:
    profile, revisions, told = _history(public_id)
    changed = changes(told, [each.no for each in revisions])
    known = {each.no: len(state_at(told, each.no)) for each in revisions}
    return page(
        "measurements/history.html",
        profile=profile,
        revisions=revisions,
        changed=changed,
        known=known,
    )


@blueprint.get("/<public_id>/history/compare")
@public
def compare(public_id: str) -> Response:
    """Show two states side by side, the older first, whichever was named first."""
    profile, revisions, told = _history(public_id)
    by_no = {each.no: each for each in revisions}
    numbers = sorted(_number(request.args.get(name, "")) for name in ("a", "b"))
    if not all(no in by_no for no in numbers):
        raise NotFound(_("There is no such state of these measurements."))
    rows = beside(*(state_at(told, no) for no in numbers))
    return page(
        "measurements/compare.html",
        profile=profile,
        rows=rows,
        revisions=revisions,
        first=by_no[numbers[0]],
        second=by_no[numbers[1]],
    )


@blueprint.post("/<public_id>/history/<int:no>/restore")
@public
def restore(public_id: str, no: int) -> Response:
    service.restore(db.session(), own_row(public_id), no=no, now=clock.now())
    return go_to(url_for("measurements.history", public_id=public_id))


def _history(public_id: str) -> tuple[queries.ProfileView, list[Revision], tuple[Recorded, ...]]:
    session, profile = db.session(), own(public_id)
    return (
        profile,
        queries.revisions_of(session, profile.id),
        queries.recorded_of(session, profile.id),
    )


def _number(sent: str) -> int:
    return int(sent) if sent.isdecimal() and len(sent) <= DIGITS else 0
