"""The workshop's pages: the board, the piece, its spec, and the scans."""

from datetime import date
from typing import Final

from flask import Blueprint, Response, current_app, request, url_for

from shop.artwork.rules import MOVES as ARTWORK_MOVES
from shop.infra import access, db, words
from shop.infra.access import Permission, staff_only
from shop.infra.assets import font_file
from shop.infra.paging import asked_page
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import Invalid, NotFound
from shop.kernel.texts import gettext as _
from shop.preview.draw import View
from shop.production import queries, rules, service
from shop.production.draw.measuring import body, changed, ease, tolerance
from shop.production.draw.paper import paper
from shop.production.draw.parts import Faces
from shop.production.draw.sheet import Sheet
from shop.production.models import WorkOrder
from shop.production.rules import Move, Stage
from shop.production.rules.origins import cm
from shop.staff.work.forms import FailForm, HoldForm, MoveForm

blueprint = Blueprint("workshop", __name__, url_prefix="/staff/work")

FACE: Final = "font_source_sans_pro"


@blueprint.get("")
@staff_only(Permission.SEE_WORK)
def board() -> Response:
    session = db.session()
    stage = _asked_stage()
    counts = queries.counts(session)
    return page(
        "staff/work/board.html",
        shown=queries.board(session, stage=stage, page=asked_page(request.args)),
        counts=counts,
        to_do=sum(counts[each] for each in rules.ON_THE_TABLES),
        stage=stage,
        stages=tuple(Stage),
        labels=rules.LABELS,
        tones=rules.MOVES.tones,
        is_late=_is_late,
    )


@blueprint.get("/find")
@staff_only(Permission.SEE_WORK)
def find() -> Response:
    """Lead from a number that was scanned or typed to its piece."""
    number = request.args.get("number", "").strip()
    work = queries.find_by_number(db.session(), number)
    if work is None:
        raise NotFound(_("No piece has the number «%(number)s».", number=number[:40]))
    return go_to(url_for("workshop.show", public_id=work.public_id))


@blueprint.get("/<public_id>")
@staff_only(Permission.SEE_WORK)
def show(public_id: str) -> Response:
    return _show(queries.work(db.session(), public_id))


@blueprint.get("/<public_id>/spec.pdf")
@staff_only(Permission.SEE_WORK)
def spec(public_id: str) -> Response:
    work = queries.work(db.session(), public_id)
    faces = Faces(
        regular=font_file(FACE, "SourceSansPro-Regular.ttf"),
        bold=font_file(FACE, "SourceSansPro-Semibold.ttf"),
    )
    printed = paper(_sheet(work), faces=faces, day=words.day)
    response = current_app.response_class(printed, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{work.number}.pdf"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.get("/<public_id>/<view>.svg")
@staff_only(Permission.SEE_WORK)
def drawing(public_id: str, view: str) -> Response:
    if view not in set(View):
        raise NotFound(_("A flat drawing shows the front or the back."))
    session = db.session()
    svg = queries.drawing_of(session, queries.work(session, public_id), view=View(view))
    return current_app.response_class(svg, mimetype="image/svg+xml")


@blueprint.post("/<public_id>/move")
@staff_only(Permission.MOVE_WORK)
def move(public_id: str) -> Response:
    work = queries.work_to_change(db.session(), public_id)
    form = MoveForm.sent()
    service.move(
        db.session(),
        work,
        to=form.wanted(),
        seen=form.seen_stage(),
        actor=access.actor(),
        today=_today(),
        now=clock.now(),
    )
    return _back(public_id)


@blueprint.post("/<public_id>/fail")
@staff_only(Permission.MOVE_WORK)
def fail(public_id: str) -> Response:
    work = queries.work_to_change(db.session(), public_id)
    form = FailForm.sent()
    form.offer(queries.spec_of(db.session(), work))
    if not form.validate():
        return _show(work, fail_form=form, status=422)
    service.move(
        db.session(),
        work,
        to=Stage.REWORK,
        seen=form.seen_stage(),
        reason=form.failed_point(),
        actor=access.actor(),
        today=_today(),
        now=clock.now(),
    )
    return _back(public_id)


@blueprint.post("/<public_id>/hold")
@staff_only(Permission.MOVE_WORK)
def hold(public_id: str) -> Response:
    work = queries.work_to_change(db.session(), public_id)
    form = HoldForm.sent()
    if not form.validate():
        return _show(work, hold_form=form, status=422)
    service.hold(
        db.session(),
        work,
        seen=form.seen_stage(),
        reason=form.given_reason(),
        actor=access.actor(),
        now=clock.now(),
    )
    return _back(public_id)


@blueprint.post("/<public_id>/release")
@staff_only(Permission.MOVE_WORK)
def release(public_id: str) -> Response:
    work = queries.work_to_change(db.session(), public_id)
    service.release(work, actor=access.actor(), now=clock.now())
    return _back(public_id)


def _show(
    work: WorkOrder,
    *,
    fail_form: FailForm | None = None,
    hold_form: HoldForm | None = None,
    status: int = 200,
) -> Response:
    session, sheet = db.session(), _sheet(work)
    fail_form = fail_form or FailForm()
    fail_form.offer(sheet.spec)
    scans = {move: rules.MOVE_LABELS[move] for move in rules.scans_from(work.stage)}
    may_fail = scans.pop(Move.FAIL, None) is not None
    changes = queries.changes_of(session, work) if work.revision > 1 else []
    acted = {each.actor_id for each in work.steps} | {each.actor_id for each, _said in changes}
    return page(
        "staff/work/piece.html",
        status=status,
        work=work,
        sheet=sheet,
        spec=sheet.spec,
        changes=changes,
        causes=rules.CAUSES,
        whats=rules.WHATS,
        artwork=queries.artwork_of(session, work),
        artwork_labels=ARTWORK_MOVES.labels,
        artwork_tones=ARTWORK_MOVES.tones,
        names=queries.colleagues(session, acted),
        moves={rules.leads_to(move): label for move, label in scans.items()},
        may_fail=may_fail,
        can_be_held=rules.can_be_held(work.stage),
        waits_until=work.cut_on if work.stage is Stage.QUEUED and _today() < work.cut_on else None,
        is_late=_is_late(work),
        labels=rules.LABELS,
        tones=rules.MOVES.tones,
        fail_label=rules.MOVE_LABELS[Move.FAIL],
        Stage=Stage,
        fail_form=fail_form,
        hold_form=hold_form or HoldForm(),
        body=body,
        changed=changed,
        cm=cm,
        ease=ease,
        tolerance=tolerance,
    )


def _sheet(work: WorkOrder) -> Sheet:
    home = current_app.extensions["settings"].url.rstrip("/")
    link = home + url_for("workshop.show", public_id=work.public_id)
    return queries.sheet_of(db.session(), work, link=link)


def _back(public_id: str) -> Response:
    return go_to(url_for("workshop.show", public_id=public_id))


def _asked_stage() -> Stage | None:
    asked = request.args.get("stage", "")
    if asked and asked not in set(Stage):
        raise Invalid(_("There is no stage «%(stage)s».", stage=asked[:40]))
    return Stage(asked) if asked else None


def _is_late(work: WorkOrder) -> bool:
    return rules.is_late(
        work.stage, cut_by=work.cut_by, promised_on=work.promised_on, today=_today()
    )


def _today() -> date:
    return clock.day_in(current_app.extensions["settings"].timezone, clock.now())
