"""The quick estimate: a few answers, the whole body with its intervals, what to measure first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, url_for

from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock, ids, lengths
from shop.kernel.lengths import Unit
from shop.measurements import rules, service
from shop.measurements.forms.quick import FACT_OF, EstimateForm, QuickForm, shown_in_fields
from shop.measurements.forms.sheets import asked_keys
from shop.measurements.queries import ProfileView
from shop.measurements.rules import Body, Facts, Measured, Source, Way, ranges
from shop.measurements.rules.facts import HEIGHT_SAID, WEIGHT, WEIGHT_SAID
from shop.measurements.rules.helping import most_helpful
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.next_links import carried, onward_with
from shop.measurements.views.profiles import own, own_row


@blueprint.get("/new/quick")
@public
def quick() -> Response:
    form = QuickForm(once=ids.token(), unit=words.current_unit())
    return _show_new(form, {})


@blueprint.post("/new/quick")
@public
def quick_send() -> Response:
    form = QuickForm.sent()
    is_valid = form.validate()
    table = form.given_table()
    told = form.read(known=rules.NO_FACTS, table=table)
    if told.faults or not is_valid:
        return _show_new(form, told.choices, status=422)
    profile = service.create(
        db.session(),
        person_id=access.become_known(),
        name=form.given_name(),
        table=table,
        body=rules.completed({}, told.facts, table=table, keys=rules.KEYS),
        facts=told.facts,
        whose=form.given_whose(),
        way=Way.ESTIMATE,
        once=form.given_once(),
        now=clock.now(),
    )
    return _on_to(profile.public_id)


@blueprint.get("/<public_id>/estimate")
@public
def estimate(public_id: str) -> Response:
    profile, unit = own(public_id), words.current_unit()
    form = EstimateForm(unit=unit, **shown_in_fields(profile.facts, unit))
    form.leave_out(_measured(profile))
    return _show_again(profile, form, {})


@blueprint.post("/<public_id>/estimate")
@public
def estimate_send(public_id: str) -> Response:
    row = own_row(public_id)
    profile, form = own(public_id), EstimateForm.sent()
    form.leave_out(_measured(profile))
    is_valid = form.validate()
    told = form.read(known=profile.facts, table=profile.table, measured=_measured(profile))
    if told.faults or not is_valid:
        return _show_again(profile, form, told.choices, status=422)
    facts, emptied = _facts_after(profile, form, told.facts)
    found, gone = _again(profile, facts)
    new = {key: n for key, n in told.facts.items() if profile.facts.get(key) != n}
    service.record(
        db.session(),
        row,
        body=found,
        facts=new,
        gone=(*emptied, *gone),
        way=Way.ESTIMATE,
        now=clock.now(),
    )
    return _on_to(public_id)


@blueprint.get("/<public_id>/estimated")
@public
def estimated(public_id: str) -> Response:
    """Say what we estimate, how well, and what to measure to know it better."""
    profile, keys = own(public_id), asked_keys() or rules.CORE
    unit = words.current_unit()
    reasons = rules.reach(profile.body, profile.facts, table=profile.table)
    first = (
        () if reasons else most_helpful(profile.body, profile.facts, table=profile.table, keys=keys)
    )
    rest = tuple(key for key in profile.body if key not in keys)
    return page(
        "measurements/quick_answer.html",
        profile=profile,
        reasons=reasons,
        carried=carried(),
        lines=_lines(profile.body, keys, unit),
        rest=_lines(profile.body, rest, unit),
        is_for_garment=bool(asked_keys()),
        first=[rules.measure(key) for key in first],
        keys=keys,
        answer_url=url_for("measurements.estimated", public_id=public_id, **carried()),
        onward=onward_with(public_id),
        is_carried="next" in carried(),
    )


def _again(profile: ProfileView, facts: Facts) -> tuple[Body, tuple[str, ...]]:
    """Return what is estimated anew, and the estimates that nothing supports any more."""
    body, table = profile.body, profile.table
    if rules.reach(body, facts, table=table):
        return {}, tuple(key for key in body if body[key].source is Source.ESTIMATE)
    return {
        **rules.completed(body, facts, table=table, keys=rules.KEYS),
        **rules.refreshed(body, facts, table=table),
    }, ()


def _measured(profile: ProfileView) -> Facts:
    """Return height and weight as far as they were measured: then nobody need remember them."""
    height, weight = profile.body.get("height"), profile.facts.get(WEIGHT)
    tall = {HEIGHT_SAID: height.mm} if height and height.source is Source.TAPE else {}
    return {**tall, **({WEIGHT_SAID: weight} if weight else {})}


def _facts_after(
    profile: ProfileView, form: EstimateForm, told: Facts
) -> tuple[Facts, tuple[str, ...]]:
    """Return all that is known now, and what was emptied."""
    asked = {key for name, key in FACT_OF.items() if name in form}
    emptied = tuple(key for key in profile.facts if key in asked and key not in told)
    kept = {key: n for key, n in profile.facts.items() if key not in emptied}
    return {**kept, **told}, emptied


@dataclass(frozen=True, kw_only=True)
class Line:
    """One value as the answer tells it; `between` is empty for what was measured."""

    name: str
    value: str
    between: str
    source: Source


def _lines(body: Mapping[str, Measured], keys: tuple[str, ...], unit: Unit) -> list[Line]:
    return [
        Line(
            name=rules.measure(key).name,
            value=_value(body[key], unit),
            source=body[key].source,
            between=_between(body[key], unit),
        )
        for key in keys
        if key in body
    ]


def _value(value: Measured, unit: Unit) -> str:
    exact = value.source in {Source.TAPE, Source.GARMENT}
    return lengths.show(value.mm, unit) if exact else ranges.rounded(value.mm, unit)


def _between(value: Measured, unit: Unit) -> str:
    if value.low is None or value.high is None:
        return ""
    return ranges.between(value.low, value.high, unit)


def _on_to(public_id: str) -> Response:
    return go_to(url_for("measurements.estimated", public_id=public_id, **carried()))


def _show_new(form: QuickForm, choices: Mapping[str, str], *, status: int = 200) -> Response:
    action = url_for("measurements.quick_send", **carried())
    return _show(form, choices, status=status, action=action, profile=None)


def _show_again(
    profile: ProfileView, form: EstimateForm, choices: Mapping[str, str], *, status: int = 200
) -> Response:
    action = url_for("measurements.estimate_send", public_id=profile.public_id, **carried())
    return _show(form, choices, status=status, action=action, profile=profile)


def _show(
    form: EstimateForm, choices: Mapping[str, str], *, status: int, **context: Any
) -> Response:
    return page(
        "measurements/quick.html",
        fragments=("quick_form",),
        status=status,
        form=form,
        choices=choices,
        carried=carried(),
        **context,
    )
