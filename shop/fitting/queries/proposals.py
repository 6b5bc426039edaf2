"""Open corrections as people read them: what would change, why, and from which garments."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from shop.infra import words
from shop.kernel.texts import gettext as _
from shop.kernel.texts import in_a_sentence
from shop.measurements import queries as measurements
from shop.measurements.models import CorrectionRow
from shop.measurements.rules import (
    Decision,
    Heard,
    Layer,
    Reason,
    Why,
    heard_in_words,
    measure,
    why_in_words,
)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A correction to decide on, in words, with lengths in the reader's unit."""

    public_id: str
    layer: Layer
    title: str  # what would change: "Sleeve 64.5 cm → 63.5 cm in your next shirts"
    effect: str  # for the body: what it comes to at the garment
    heard: tuple[str, ...]  # what was said
    why: str
    lines: tuple[str, ...]  # public ids of the order's lines it comes from
    is_confirmation: bool  # nothing changes but how sure we are
    measure: str  # key of the measure to take again, if that would be best


def open_corrections(session: Session, profile_id: int) -> list[Proposal]:
    """Return what waits for the wearer's word, in one query."""
    rows = measurements.corrections_of(session, profile_id, Decision.OPEN)
    return [_proposal(row, row.reason) for row in rows]


def _proposal(row: CorrectionRow, reason: Reason) -> Proposal:
    is_body = row.layer is Layer.BODY
    return Proposal(
        public_id=row.public_id,
        layer=row.layer,
        title=_title(row, reason),
        effect=_effect(reason) if is_body and row.mm else "",
        heard=tuple(
            heard_in_words(each, length=words.length, day=words.short_day) for each in reason.heard
        ),
        why=why_in_words(reason, name=_measured(row, reason)),
        lines=tuple(dict.fromkeys(each.line for each in reason.heard)),
        is_confirmation=reason.why is Why.CONFIRMED,
        measure=row.point if is_body and reason.why is Why.TWO_KINDS else "",
    )


def _effect(reason: Reason) -> str:
    """Say what a corrected body comes to at the garment that taught it last."""
    last = reason.heard[-1]
    if reason.why is not Why.GUESSED or len(reason.heard) > 1:
        return ""
    return _next(last, last.made_mm, last.right_mm)


def _next(heard: Heard, was_mm: int, becomes_mm: int) -> str:
    return _(
        "%(point)s of your next %(garment)s: %(was)s becomes %(becomes)s",
        point=heard.point_name,
        garment=in_a_sentence(heard.garment),
        was=words.length(was_mm),
        becomes=words.length(becomes_mm),
    )


def _measured(row: CorrectionRow, reason: Reason) -> str:
    key = row.point if row.layer is Layer.BODY else reason.measure
    return in_a_sentence(str(measure(key).name)) if key else ""


def _title(row: CorrectionRow, reason: Reason) -> str:
    was, becomes = words.length(reason.was_mm), words.length(reason.was_mm + row.mm)
    if reason.why is Why.CONFIRMED:
        return _("Your %(name)s is %(length)s", name=_measured(row, reason), length=was)
    if row.layer is Layer.BODY:
        return _(
            "Your %(name)s: %(was)s becomes %(becomes)s",
            name=_measured(row, reason),
            was=was,
            becomes=becomes,
        )
    last = reason.heard[-1]
    if row.layer is Layer.CUT:
        return _(
            "%(point)s of your next %(garment)s in %(cloth)s: cut %(by)s",
            point=last.point_name,
            garment=in_a_sentence(last.garment),
            cloth=reason.cloth,
            by=_cut_by(row.mm),
        )
    return _next(last, reason.was_mm, reason.was_mm + row.mm)


def _cut_by(mm: int) -> str:
    length = words.length(abs(mm))
    return (
        _("%(length)s larger", length=length) if mm > 0 else _("%(length)s smaller", length=length)
    )
