"""Changing the draft of a garment. A draft reaches no customer; publishing it is another matter.

Every change names the revision it was made on. One that comes too late is refused and changes
nothing, so that two colleagues never overwrite each other without knowing.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue import queries
from shop.catalogue.models import Garment, GarmentDraft, GarmentVersion
from shop.catalogue.rules import GarmentModel, Rule, canonical
from shop.catalogue.rules.drafting import rebased
from shop.catalogue.service.publishing import locked, newest
from shop.infra.log import say
from shop.kernel.errors import Invalid, NotFound, Refused
from shop.kernel.texts import gettext as _


class Stale(Refused):
    """Somebody else changed the draft meanwhile."""


def open_draft(session: Session, garment: str, *, by: int, now: datetime) -> GarmentDraft:
    """Return the garment's draft, locked; a new one holds what is published.

    Raises NotFound for a garment that we do not make.
    """
    row, current = _locked(session, garment)
    draft = session.scalar(
        select(GarmentDraft)
        .where(GarmentDraft.garment_id == row.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if draft is None:
        draft = GarmentDraft(
            garment_id=row.id,
            canonical=None,
            based_on="",
            revision=0,
            changed_at=now,
            changed_by=by,
        )
        session.add(draft)
    if draft.canonical is None:
        draft.canonical, draft.based_on = current.canonical, current.digest
    return draft


def set_rule(
    session: Session,
    garment: str,
    rule: Rule,
    *,
    replacing: str | None,
    revision: int,
    by: int,
    now: datetime,
) -> None:
    """Put the rule into the draft, in place of the one it replaces, or as the last.

    Raises Stale, NotFound when there is no rule to replace, Invalid for a code that is taken.
    """
    draft, model = _opened(session, garment, revision=revision, by=by, now=now)
    if rule.code != replacing and rule.code in {each.code for each in model.rules}:
        raise Invalid(_("Another rule has this code. Give this one a code of its own."))
    rules = (*model.rules, rule)
    if replacing is not None:
        _rule(model, replacing)
        rules = tuple(rule if each.code == replacing else each for each in model.rules)
    _keep(session, garment, draft, replace(model, rules=rules), by=by, now=now)
    say("catalogue.rule_drafted", garment=garment, rule=rule.code)


def remove_rule(
    session: Session, garment: str, code: str, *, revision: int, by: int, now: datetime
) -> None:
    """Take a rule out of the draft. Raises Stale, or NotFound when it is not there."""
    draft, model = _opened(session, garment, revision=revision, by=by, now=now)
    gone = _rule(model, code)
    rules = tuple(each for each in model.rules if each is not gone)
    _keep(session, garment, draft, replace(model, rules=rules), by=by, now=now)
    say("catalogue.rule_removed", garment=garment, rule=code)


def set_model(
    session: Session, garment: str, model: GarmentModel, *, revision: int, by: int, now: datetime
) -> None:
    """Draft the whole garment anew. Raises Stale, or Invalid for another garment's model."""
    draft, _model = _opened(session, garment, revision=revision, by=by, now=now)
    if model.garment != garment:
        raise Invalid(_("This describes another garment. Paste it on that garment's page."))
    _keep(session, garment, draft, model, by=by, now=now)
    say("catalogue.model_drafted", garment=garment)


def take_over(session: Session, garment: str, *, revision: int, by: int, now: datetime) -> None:
    """Put what is drafted onto what was published meanwhile. Raises Stale."""
    draft, model = _opened(session, garment, revision=revision, by=by, now=now)
    row, current = _locked(session, garment)
    if draft.based_on == current.digest:
        return
    base = queries.model_by_digest(session, draft.based_on)
    after = rebased(model, base=base, newest=canonical.read(GarmentModel, current.canonical))
    draft.based_on = current.digest
    _keep(session, row.code, draft, after, by=by, now=now)
    say("catalogue.draft_taken_over", garment=garment)


def discard(session: Session, garment: str, *, revision: int, by: int, now: datetime) -> None:
    """Forget what is drafted. Raises Stale."""
    draft, _model = _opened(session, garment, revision=revision, by=by, now=now)
    close(draft, by=by, now=now)
    say("catalogue.draft_discarded", garment=garment)


def close(draft: GarmentDraft, *, by: int, now: datetime) -> None:
    """Leave nothing drafted: it is published, discarded, or says what is published anyway."""
    draft.canonical = None
    _turn(draft, by=by, now=now)


def as_read(draft: GarmentDraft, revision: int) -> GarmentModel:
    """Return the drafted model if this is the revision that was read; raise Stale otherwise."""
    if draft.revision != revision:
        raise Stale(
            _(
                "Somebody changed this draft while you were at it. What you typed is still here: "
                "look at the draft, then send it again."
            )
        )
    return canonical.read(GarmentModel, draft.canonical or "")


def _opened(
    session: Session, garment: str, *, revision: int, by: int, now: datetime
) -> tuple[GarmentDraft, GarmentModel]:
    draft = open_draft(session, garment, by=by, now=now)
    return draft, as_read(draft, revision)


def _keep(
    session: Session,
    garment: str,
    draft: GarmentDraft,
    model: GarmentModel,
    *,
    by: int,
    now: datetime,
) -> None:
    text = canonical.canonical(model)
    _row, current = _locked(session, garment)
    if text == current.canonical:
        close(draft, by=by, now=now)
        return
    draft.canonical = text
    _turn(draft, by=by, now=now)


def _turn(draft: GarmentDraft, *, by: int, now: datetime) -> None:
    draft.revision += 1
    draft.changed_by, draft.changed_at = by, now


def _locked(session: Session, garment: str) -> tuple[Garment, GarmentVersion]:
    row = locked(session, garment)
    current = newest(session, row) if row else None
    if row is None or current is None:
        raise NotFound(_("We make no such garment, or not any more."))
    return row, current


def _rule(model: GarmentModel, code: str) -> Rule:
    for rule in model.rules:
        if rule.code == code:
            return rule
    raise NotFound(_("There is no such rule in this draft. Somebody may have removed it."))
