"""Rules of garments: written, warned about, tried, published by those whose work it is."""

from typing import Final

from flask import Blueprint, Response, request, url_for

from shop.accounts import queries as accounts
from shop.catalogue import queries
from shop.catalogue.gateways.faults import Fault
from shop.catalogue.gateways.files import FilesAtFault, read_text
from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.gateways.writing import garment_text
from shop.catalogue.queries import Draft
from shop.catalogue.rules import GarmentModel, Rule
from shop.catalogue.rules.wording import sentence
from shop.catalogue.service import drafts
from shop.configurator import service as configurator
from shop.infra import access, db
from shop.infra.access import Permission, staff_only
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.kernel.errors import Invalid, NotFound, Refused
from shop.kernel.texts import gettext as _
from shop.staff.rulebook import overview
from shop.staff.rulebook.forms import DraftForm, PublishForm, RuleForm, TextForm

blueprint = Blueprint("staff_rules", __name__, url_prefix="/staff/rules")

FRAGMENTS: Final = ("rule_conditions",)


@blueprint.get("")
@staff_only(Permission.EDIT_RULES)
def listing() -> Response:
    session = db.session()
    found = queries.drafts(session)
    return page(
        "staff/rules/listing.html", drafts=found, changes=overview.changes, names=_names(found)
    )


@blueprint.get("/<garment>")
@staff_only(Permission.EDIT_RULES)
def show(garment: str) -> Response:
    return _show(garment)


@blueprint.get("/<garment>/new")
@staff_only(Permission.EDIT_RULES)
def new(garment: str) -> Response:
    draft, model = _draft(garment)
    return _form(draft, model, RuleForm.of(model, revision=draft.revision))


@blueprint.post("/<garment>/new")
@staff_only(Permission.EDIT_RULES)
def create(garment: str) -> Response:
    return _save(garment, replacing=None)


@blueprint.get("/<garment>/text")
@staff_only(Permission.EDIT_RULES)
def text(garment: str) -> Response:
    session = db.session()
    draft = queries.draft_of(session, garment)
    placed = PlacedGarment(model=draft.model, position=queries.place_of(session, garment))
    written = {"text": garment_text(placed), "revision": str(draft.revision)}
    return _text(draft, TextForm(data=written))


@blueprint.post("/<garment>/text")
@staff_only(Permission.EDIT_RULES)
def save_text(garment: str) -> Response:
    """Take the whole garment from its text into the draft."""
    session, form = db.session(), TextForm.sent()
    draft = queries.draft_of(session, garment)
    try:
        cloths, materials = queries.cloths(session), queries.materials(session)
        model = read_text(form.typed(), garment, cloths, materials)
        drafts.set_model(
            session,
            garment,
            model,
            revision=form.seen_revision(),
            by=access.become_known(),
            now=clock.now(),
        )
    except FilesAtFault as wrong:
        return _text(draft, form, faults=wrong.faults, status=422)
    except drafts.Stale as stale:
        db.drop()
        draft = queries.draft_of(session, garment)
        form.revision.data = str(draft.revision)
        return _text(draft, form, stale=str(stale), status=stale.status)
    return _back(garment)


@blueprint.get("/<garment>/<code>")
@staff_only(Permission.EDIT_RULES)
def edit(garment: str, code: str) -> Response:
    draft, model = _draft(garment)
    rule = _rule(model, code)
    return _form(draft, model, RuleForm.of(model, rule, revision=draft.revision), replacing=code)


@blueprint.post("/<garment>/<code>")
@staff_only(Permission.EDIT_RULES)
def save(garment: str, code: str) -> Response:
    return _save(garment, replacing=code)


@blueprint.post("/<garment>/look")
@staff_only(Permission.EDIT_RULES)
def look(garment: str) -> Response:
    """Show the form again as it was typed, with the values of what was chosen meanwhile."""
    draft, model = _draft(garment)
    replacing = request.args.get("rule") or None
    form = RuleForm.of(model, _find(model, replacing), revision=draft.revision, sent=True)
    return _form(draft, model, form, replacing=replacing)


@blueprint.post("/<garment>/<code>/remove")
@staff_only(Permission.EDIT_RULES)
def remove(garment: str, code: str) -> Response:
    drafts.remove_rule(
        db.session(),
        garment,
        code,
        revision=DraftForm.sent().seen_revision(),
        by=access.become_known(),
        now=clock.now(),
    )
    return _back(garment)


@blueprint.post("/<garment>/take-over")
@staff_only(Permission.EDIT_RULES)
def take_over(garment: str) -> Response:
    drafts.take_over(
        db.session(),
        garment,
        revision=DraftForm.sent().seen_revision(),
        by=access.become_known(),
        now=clock.now(),
    )
    return _back(garment)


@blueprint.post("/<garment>/discard")
@staff_only(Permission.EDIT_RULES)
def discard(garment: str) -> Response:
    drafts.discard(
        db.session(),
        garment,
        revision=DraftForm.sent().seen_revision(),
        by=access.become_known(),
        now=clock.now(),
    )
    return _back(garment)


@blueprint.post("/<garment>/publish")
@staff_only(Permission.EDIT_RULES)
def publish(garment: str) -> Response:
    form = PublishForm.sent()
    try:
        configurator.publish_draft(
            db.session(),
            garment,
            revision=form.seen_revision(),
            all_the_same=bool(form.all_the_same.data),
            by=access.become_known(),
            now=clock.now(),
        )
    except (Refused, Invalid) as refused:
        db.drop()
        form.all_the_same.errors = [str(refused)]
        return _show(garment, publish_form=form, status=refused.status)
    return _back(garment)


def _save(garment: str, *, replacing: str | None) -> Response:
    draft, model = _draft(garment)
    form = RuleForm.of(model, _find(model, replacing), revision=draft.revision, sent=True)
    if not form.validate():
        return _form(draft, model, form, replacing=replacing, status=422)
    try:
        drafts.set_rule(
            db.session(),
            garment,
            form.rule(),
            replacing=replacing,
            by=access.become_known(),
            revision=form.seen_revision(),
            now=clock.now(),
        )
    except drafts.Stale as stale:
        return _stale(garment, form, replacing, says=str(stale))
    except Invalid as invalid:
        form.code.errors = [str(invalid)]
        return _form(draft, model, form, replacing=replacing, status=invalid.status)
    return _back(garment)


def _stale(garment: str, form: RuleForm, replacing: str | None, *, says: str) -> Response:
    """Show what was typed with what the draft says now; sent once more it is taken."""
    db.drop()
    draft, model = _draft(garment)
    now = _find(model, replacing)
    form.revision.data = str(draft.revision)
    return _form(
        draft,
        model,
        form,
        replacing=replacing if now else None,
        stale=says,
        says_now=sentence(model, now) if now else "",
        status=409,
    )


def _form(
    draft: Draft,
    model: GarmentModel,
    form: RuleForm,
    *,
    replacing: str | None = None,
    stale: str = "",
    says_now: str = "",
    status: int = 200,
) -> Response:
    rule = _find(model, replacing)
    return page(
        "staff/rules/form.html",
        fragments=FRAGMENTS,
        status=status,
        draft=draft,
        model=model,
        form=form,
        replacing=replacing,
        says=sentence(model, rule) if rule else "",
        stale=stale,
        says_now=says_now,
    )


def _text(
    draft: Draft,
    form: TextForm,
    *,
    faults: tuple[Fault, ...] = (),
    stale: str = "",
    status: int = 200,
) -> Response:
    lines = form.typed().split("\n")
    told = [(each, lines[each.line - 1] if each.line <= len(lines) else "") for each in faults]
    return page(
        "staff/rules/text.html",
        status=status,
        draft=draft,
        model=draft.model,
        form=form,
        faults=told,
        stale=stale,
    )


def _show(garment: str, *, publish_form: PublishForm | None = None, status: int = 200) -> Response:
    session, about = db.session(), request.args.get("group", "")
    draft, model = _draft(garment)
    report = configurator.report(session, draft.model)
    is_sound = draft.is_open and not report.errors
    return page(
        "staff/rules/show.html",
        status=status,
        draft=draft,
        model=model,
        report=report,
        lines=overview.lines(draft, model, report.findings, about=about),
        groups=overview.groups_with_rules(draft.model),
        about=about,
        changes=overview.changes(draft),
        is_otherwise_changed=overview.is_otherwise_changed(draft),
        effect=overview.effect(session, draft, model) if is_sound else None,
        form=publish_form or PublishForm(),
        names=_names([draft]),
    )


def _draft(garment: str) -> tuple[Draft, GarmentModel]:
    """Return the draft, and its model with the cloths that are offered for it."""
    session = db.session()
    draft = queries.draft_of(session, garment)
    return draft, overview.with_shelf(session, draft.model)


def _find(model: GarmentModel, code: str | None) -> Rule | None:
    return next((rule for rule in model.rules if rule.code == code), None)


def _rule(model: GarmentModel, code: str) -> Rule:
    rule = _find(model, code)
    if rule is None:
        raise NotFound(_("There is no such rule in this draft. Somebody may have removed it."))
    return rule


def _names(found: list[Draft]) -> dict[int, str]:
    """Return the names of the colleagues who changed these drafts last."""
    asked = {each.changed_by for each in found if each.is_open}
    return {each.id: each.name for each in accounts.staff(db.session()) if each.id in asked}


def _back(garment: str) -> Response:
    return go_to(url_for("staff_rules.show", garment=garment))
