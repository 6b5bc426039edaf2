"""The page on which somebody says how a garment fits, and decides what the next one learns."""

from collections.abc import Mapping

from flask import Blueprint, Response, request, url_for

from shop.fitting import queries, rules, service
from shop.fitting.forms import DecideForm, FitForm, fit_form, shown
from shop.fitting.queries import Fitted, Proposal
from shop.fitting.rules import Made
from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, onward, page, safe_next
from shop.kernel import clock
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.measurements import queries as measurements
from shop.measurements.rules import Fault
from shop.wardrobe import queries as wardrobe

blueprint = Blueprint("fitting", __name__)


@blueprint.get("/orders/<order>/fit/<line>")
@public
def show(order: str, line: str) -> Response:
    fitted = _mine(order, line)
    fields = shown(fitted.worn.points, fitted.worn.told, words.current_unit())
    return _show(fitted, fit_form(fitted.worn.points)(**fields))


@blueprint.post("/orders/<order>/fit/<line>")
@public
def tell(order: str, line: str) -> Response:
    fitted = _mine(order, line, lock=True)
    form = fit_form(fitted.worn.points).sent()
    told, faults = form.read(fitted.worn.told)
    if not told and not faults:
        form.form_errors.append(_("Nothing is chosen yet. Say at one point at least how it fits."))
    if form.form_errors or faults:
        return _show(fitted, form, faults, status=422)
    service.answer(db.session(), fitted, told, now=clock.now())
    return _back(fitted)


@blueprint.post("/orders/<order>/fit/<line>/right")
@public
def all_right(order: str, line: str) -> Response:
    fitted = _mine(order, line, lock=True)
    service.answer_all_right(db.session(), fitted, now=clock.now())
    return _back(fitted)


@blueprint.post("/orders/<order>/fit/<line>/keep")
@public
def keep(order: str, line: str) -> Response:
    """Hang the garment into the wardrobe of the profile that it was made for."""
    fitted = _mine(order, line, lock=True)
    if fitted.profile is None:
        raise Refused(_("The profile that this garment was made for is not there any more."))
    name = _(
        "%(garment)s of %(day)s",
        garment=fitted.worn.name,
        day=words.short_day(fitted.worn.ordered_on),
    )
    service.keep(db.session(), fitted, fitted.profile, name=name, now=clock.now())
    return _back(fitted)


@blueprint.post("/corrections/accept")
@public
def accept() -> Response:
    return _decide(accepts=True)


@blueprint.post("/corrections/decline")
@public
def decline() -> Response:
    return _decide(accepts=False)


@blueprint.app_template_global("open_corrections")
def open_corrections(profile_id: int) -> list[Proposal]:
    """Return what waits for the wearer's word; the page has seen to it that she reads it."""
    return queries.open_corrections(db.session(), profile_id)


def _decide(*, accepts: bool) -> Response:
    """Decide on one proposal, or on several at once; what is out of date is told after."""
    session, now = db.session(), clock.now()
    wanted = [
        measurements.correction_of(
            session, person_id=access.visitor_id(), public_id=each, lock=True
        )
        for each in DecideForm.sent().given_ids()
    ]
    decide = service.accept if accepts else service.decline
    done = [decide(session, row, profile, now=now) for row, profile in wanted]
    fallback = url_for("measurements.overview")
    return go_to(safe_next(fallback) if all(done) else onward("outdated", "1", fallback=fallback))


def _mine(order: str, line: str, *, lock: bool = False) -> Fitted:
    return queries.fitted_of(
        db.session(), person_id=access.visitor_id(), order=order, line=line, lock=lock
    )


def _groups(fitted: Fitted) -> list[tuple[str, list[Made]]]:
    """Return the points as they are asked: first what goes around, then the lengths."""
    around = [each for each in fitted.worn.points if rules.is_girth(each)]
    along = [each for each in fitted.worn.points if not rules.is_girth(each)]
    titled = [(_("Around you"), around), (_("Lengths and widths"), along)]
    return [(title, points) for title, points in titled if points]


def _back(fitted: Fitted) -> Response:
    return go_to(_url(fitted))


def _url(fitted: Fitted) -> str:
    return url_for("fitting.show", order=fitted.order.public_id, line=fitted.line.public_id)


def _show(
    fitted: Fitted, form: FitForm, faults: Mapping[str, Fault] | None = None, *, status: int = 200
) -> Response:
    session, line, profile = db.session(), fitted.line, fitted.profile
    proposals = queries.open_corrections(session, profile.id) if profile else []
    learnt = queries.outcome_of(session, profile, now=clock.now()).notes if profile else ()
    kept = wardrobe.kept_of(session, profile_id=profile.id, garment=line.garment) if profile else []
    return page(
        "fitting/show.html",
        status=status,
        fitted=fitted,
        form=form,
        faults=faults or {},
        proposals=[each for each in proposals if line.public_id in each.lines],
        notes=[each for each in learnt if each.line == line.public_id],
        hints=rules.HINTS,
        is_kept=any(each.line == line.public_id for each in kept),
        outdated="outdated" in request.args,
        rules=rules,
        here=_url(fitted),
        groups=_groups(fitted),
    )
