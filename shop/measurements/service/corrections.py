"""Commands about corrections: proposed by answers, decided by who wears the garment."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.measurements import queries
from shop.measurements.models import CorrectionRow, Profile
from shop.measurements.rules import Decision, Layer, Measured, Proposed, Reason, Source, Way
from shop.measurements.service.profiles import record


def propose(
    session: Session, profile: Profile, wanted: Sequence[Proposed], *, now: datetime
) -> None:
    """Keep open exactly these corrections: new ones come, what is not wanted is withdrawn.

    What is proposed already stays as it is, so that its address holds. The profile is locked.
    """
    missing = {each.place: each for each in wanted}
    for row in queries.corrections_of(session, profile.id, Decision.OPEN):
        same = missing.get((row.layer, row.garment, row.point, row.cloth))
        if same and (same.mm, same.reason) == (row.mm, row.reason):
            missing.pop(same.place)
        else:
            withdraw(session, row)
    session.add_all(_row(profile.id, each, now=now) for each in missing.values())
    session.flush()  # whoever reads next in this request finds them
    say("corrections.proposed", profile=profile.public_id, new=len(missing))


def accept(session: Session, row: CorrectionRow, profile: Profile, *, now: datetime) -> None:
    """Let the next garment be made so; a second call changes nothing, nor one too late.

    A corrected body is a new revision, which can be taken back like any other. Raises Refused when
    the value that it corrects was changed meanwhile.
    """
    if row.decision is not Decision.OPEN:
        return
    reason = row.reason
    if row.layer is Layer.BODY:
        _correct_body(session, row, reason, profile, now=now)
    _replace(session, profile, reason, now=now)
    _decide(row, Decision.ACCEPTED, now=now)


def decline(row: CorrectionRow, *, now: datetime) -> None:
    """Leave things as they are; the same answers do not propose it again."""
    if row.decision is Decision.OPEN:
        _decide(row, Decision.DECLINED, now=now)


def withdraw(session: Session, row: CorrectionRow) -> None:
    """Take back a correction that nobody has decided on."""
    if row.decision is Decision.OPEN:
        session.delete(row)
        session.flush()  # before another is proposed at its place


def _row(profile_id: int, proposed: Proposed, *, now: datetime) -> CorrectionRow:
    return CorrectionRow(
        public_id=ids.public_id(),
        profile_id=profile_id,
        layer=proposed.layer,
        garment=proposed.garment,
        point=proposed.point,
        cloth=proposed.cloth,
        mm=proposed.mm,
        reason=proposed.reason,
        decision=Decision.OPEN,
        proposed_at=now,
        decided_at=None,
    )


def _correct_body(
    session: Session, row: CorrectionRow, reason: Reason, profile: Profile, *, now: datetime
) -> None:
    values = queries.values_at(session, profile.id, profile.revision)
    known = queries.body_of(values).get(row.point)
    if known is None or known.mm != reason.was_mm:
        raise Refused(_("This measurement was changed meanwhile, so the proposal is out of date."))
    right = Measured(mm=known.mm + row.mm, source=Source.GARMENT, low=reason.low, high=reason.high)
    record(session, profile, body={row.point: right}, way=Way.CORRECTION, now=now)


def _replace(session: Session, profile: Profile, reason: Reason, *, now: datetime) -> None:
    if reason.replaces:
        session.execute(
            update(CorrectionRow)
            .where(
                CorrectionRow.profile_id == profile.id, CorrectionRow.public_id.in_(reason.replaces)
            )
            .values(decision=Decision.DECLINED, decided_at=now)
        )


def _decide(row: CorrectionRow, decision: Decision, *, now: datetime) -> None:
    row.decision, row.decided_at = decision, now
    say("corrections.decided", correction=row.public_id, decision=decision)
